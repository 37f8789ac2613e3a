using Search.Text;

namespace Search.Retrieval;

/// <summary>What answering asks of retrieval: the passages that may hold the answer to a question.</summary>
/// <param name="Text">The question as asked, or rewritten to stand alone.</param>
public sealed record RetrievalRequest(string Text)
{
    /// <summary>Language of the question; <see langword="null"/> lets the text decide.</summary>
    public Language? Language { get; init; }

    /// <summary>Earliest publication date, inclusive.</summary>
    public PartialDate? From { get; init; }

    /// <summary>Latest publication date, inclusive.</summary>
    public PartialDate? To { get; init; }

    /// <summary>Passages wanted, 1 to 200. Default 20.</summary>
    public int Count { get; init; } = 20;

    /// <summary>Search exactly what was typed: nothing is mended. Default off.</summary>
    public bool Verbatim { get; init; }
}

/// <summary>Passages for a question, with how the question was read.</summary>
/// <param name="Language">Language of the question.</param>
/// <param name="Text">The question as run: mended where it had to be.</param>
/// <param name="IsMended">Whether <paramref name="Text"/> differs from what was asked.</param>
/// <param name="Concepts">The question's content words and phrases as they were searched, in the order of the text.</param>
/// <param name="Passages">Best first.</param>
public sealed record RetrievedPassages(Language Language, string Text, bool IsMended, IReadOnlyList<QueryConcept> Concepts, IReadOnlyList<RankedPassage> Passages)
{
    /// <summary>Passages in the whole archive: among more of them words meet by chance more often.</summary>
    public required int ArchivePassages { get; init; }

    /// <summary>What the user should know of how they were found, in the question's language.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];
}

/// <summary>One content word, phrase, name or number of a query and what may stand for it.</summary>
/// <param name="Span">Where it stands in the query as run.</param>
/// <param name="Terms">Marked terms that stand for it in every language, with their weights (<see cref="Schema.MarkedTerm"/>).</param>
/// <param name="Phrases">Terms of several words that stand for it beside them.</param>
/// <param name="InverseDocumentFrequency">How rare the concept is in the archive: ln(1 + (N − n + 0.5) / (n + 0.5)) over passages.</param>
public sealed record QueryConcept(TextSpan Span, IReadOnlyList<Candidates.ConceptTerm> Terms, IReadOnlyList<Understanding.ConceptPhrase> Phrases, double InverseDocumentFrequency);
