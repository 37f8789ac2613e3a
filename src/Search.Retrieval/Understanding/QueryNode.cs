using Search.Text;

namespace Search.Retrieval.Understanding;

/// <summary>How a clause counts.</summary>
public enum Occur
{
    /// <summary>It adds to the score; where no clause must match, enough of these do.</summary>
    Should,

    /// <summary>It must match.</summary>
    Must,

    /// <summary>It must not match.</summary>
    MustNot,
}

/// <summary>A query as written, before any word of it is looked at.</summary>
public abstract record QueryNode
{
    private QueryNode()
    {
    }

    /// <summary>Plain words that stand side by side; all their forms and translations are meant.</summary>
    /// <param name="Span">Where they stand in the query.</param>
    public sealed record Words(TextSpan Span) : QueryNode;

    /// <summary>Words in quotation marks: these forms, in this order.</summary>
    /// <param name="Span">The words without the marks.</param>
    /// <param name="Slop">Moves allowed, from <c>"…"~N</c>; above 0, all forms of the words are meant.</param>
    public sealed record Quoted(TextSpan Span, int Slop) : QueryNode;

    /// <summary>Exactly this form: <c>=word</c>.</summary>
    /// <param name="Span">The word without the mark.</param>
    public sealed record ExactForm(TextSpan Span) : QueryNode;

    /// <summary>A word with <c>*</c> or <c>?</c> in it.</summary>
    /// <param name="Span">The pattern.</param>
    public sealed record Pattern(TextSpan Span) : QueryNode;

    /// <summary>Words spelled nearly so: <c>word~</c>, <c>word~1</c>.</summary>
    /// <param name="Span">The word without the mark.</param>
    /// <param name="MaxEdits">1 or 2.</param>
    public sealed record Similar(TextSpan Span, int MaxEdits) : QueryNode;

    /// <summary>A clause that looks into one field: <c>title:</c>, <c>url:</c>.</summary>
    /// <param name="Field">Which one.</param>
    /// <param name="Node">What it looks for.</param>
    public sealed record InField(QueryField Field, QueryNode Node) : QueryNode;

    /// <summary>Pages in a language: <c>lang:be</c>.</summary>
    /// <param name="Language">Which one.</param>
    public sealed record InLanguage(Language Language) : QueryNode;

    /// <summary>Pages of a time: <c>date:2020</c>, <c>date:[2019 TO 2020-06]</c>.</summary>
    /// <param name="From">Earliest date, inclusive; <see langword="null"/> where open.</param>
    /// <param name="To">Latest date, inclusive; <see langword="null"/> where open.</param>
    public sealed record InTime(PartialDate? From, PartialDate? To) : QueryNode;

    /// <summary>Clauses side by side or in brackets.</summary>
    /// <param name="Clauses">In the order written.</param>
    /// <param name="HasOr">Whether OR was written between them: then no clause is required unless it says so.</param>
    public sealed record Group(IReadOnlyList<QueryClause> Clauses, bool HasOr) : QueryNode;
}

/// <summary>A node and how it counts.</summary>
/// <param name="Occur">How it counts.</param>
/// <param name="Node">What is looked for.</param>
public sealed record QueryClause(Occur Occur, QueryNode Node);

/// <summary>Fields that a query may name.</summary>
public enum QueryField
{
    /// <summary><c>title:</c>, <c>заголовок:</c>, <c>загаловак:</c>: title and headings.</summary>
    Title,

    /// <summary><c>url:</c>, <c>адрес:</c>, <c>адрас:</c>: the page's address.</summary>
    Url,
}

/// <summary>A query as parsed.</summary>
/// <param name="Root">The whole query.</param>
/// <param name="IsPlain">Whether it is words and nothing else: no sign of the query language, nothing that was misread.</param>
/// <param name="IsBroken">Whether its syntax could not be read; then <paramref name="Root"/> takes every word as plain.</param>
public sealed record ParsedQuery(QueryNode.Group Root, bool IsPlain, bool IsBroken);
