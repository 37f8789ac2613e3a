using System.Text;
using Search.Lucene.Codecs;

namespace Search.Lucene;

/// <summary>
/// What is to be indexed: any number of fields, each indexed (terms), stored (given back as it came) or kept as doc values
/// (one value a document, for sorting, filtering, facets and vectors). A name may carry all three. Reusable after <see cref="Clear"/>;
/// <see cref="IndexWriter"/> takes what it needs before it returns.
/// </summary>
public sealed class Document
{
    private readonly List<DocumentField> _fields = [];

    internal IReadOnlyList<DocumentField> Fields => _fields;

    internal List<DocumentField> FieldList => _fields;

    internal int CountOf(string field, DocumentFieldKind kind)
    {
        var count = 0;
        foreach (var candidate in _fields)
        {
            count += candidate.Kind == kind && string.Equals(candidate.Name, field, StringComparison.Ordinal) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Adds text with frequencies, positions and norms: what a query ranks.</summary>
    /// <param name="field">Name of the field; may come once per document.</param>
    /// <param name="tokens">Read when the document is added, so keep it unchanged until then.</param>
    /// <param name="options">What the postings record.</param>
    /// <param name="norms">Whether field lengths count in the score.</param>
    public Document AddText(
        string field,
        TokenSequence tokens,
        IndexOptions options = IndexOptions.DocsAndFreqsAndPositions,
        Norms norms = Norms.Keep)
    {
        _fields.Add(new(field, DocumentFieldKind.Indexed) { Tokens = tokens, IndexOptions = options, Norms = norms });
        return this;
    }

    /// <summary>Adds one exact term without frequency, position or norm: an id, a tag, a language.</summary>
    public Document AddKeyword(string field, string value)
    {
        var tokens = new TokenSequence(tokens: 1, bytes: value.Length * 3);
        tokens.Add(value.AsSpan());
        return AddText(field, tokens, IndexOptions.Docs, Norms.Omit);
    }

    /// <summary>Adds several exact terms without frequency, position or norm.</summary>
    public Document AddKeywords(string field, IEnumerable<string> values)
    {
        var tokens = new TokenSequence();
        foreach (var value in values)
        {
            tokens.Add(value.AsSpan());
        }

        return AddText(field, tokens, IndexOptions.Docs, Norms.Omit);
    }

    /// <summary>Stores a text to be given back.</summary>
    public Document AddStored(string field, string value)
    {
        _fields.Add(new(field, DocumentFieldKind.StoredString) { Text = value });
        return this;
    }

    /// <summary>Stores bytes to be given back; not copied until the document is added.</summary>
    public Document AddStored(string field, ReadOnlyMemory<byte> value)
    {
        _fields.Add(new(field, DocumentFieldKind.StoredBytes) { Bytes = value });
        return this;
    }

    /// <summary>Stores a number to be given back.</summary>
    public Document AddStored(string field, long value)
    {
        _fields.Add(new(field, DocumentFieldKind.StoredLong) { Number = value });
        return this;
    }

    /// <summary>Keeps a number by document (numeric doc values).</summary>
    public Document AddNumeric(string field, long value)
    {
        _fields.Add(new(field, DocumentFieldKind.NumericDocValue) { Number = value });
        return this;
    }

    /// <summary>Keeps bytes by document (binary doc values), at most 2³¹−1 of them; not copied until the document is added.</summary>
    public Document AddBinary(string field, ReadOnlyMemory<byte> value)
    {
        _fields.Add(new(field, DocumentFieldKind.BinaryDocValue) { Bytes = value });
        return this;
    }

    /// <summary>Keeps one term by document (sorted doc values), at most 32,766 bytes of UTF-8.</summary>
    public Document AddSorted(string field, string value)
    {
        _fields.Add(new(field, DocumentFieldKind.SortedDocValue) { Bytes = Encoding.UTF8.GetBytes(value) });
        return this;
    }

    /// <summary>Keeps one more term by document (sorted set doc values); may come several times per document.</summary>
    public Document AddSortedSet(string field, string value)
    {
        _fields.Add(new(field, DocumentFieldKind.SortedSetDocValue) { Bytes = Encoding.UTF8.GetBytes(value) });
        return this;
    }

    /// <summary>Keeps one more number by document (sorted numeric doc values); may come several times per document.</summary>
    public Document AddSortedNumeric(string field, long value)
    {
        _fields.Add(new(field, DocumentFieldKind.SortedNumericDocValue) { Number = value });
        return this;
    }

    /// <summary>Forgets all fields.</summary>
    public void Clear() => _fields.Clear();
}

/// <summary>Whether a field keeps its length by document, for scoring.</summary>
public enum Norms
{
    /// <summary>Length is kept, one byte a document; lengths over 40 are rounded down as Lucene 8 does.</summary>
    Keep,

    /// <summary>No length: every document scores as if the field had length 1.</summary>
    Omit,
}

internal enum DocumentFieldKind
{
    Indexed,
    StoredString,
    StoredBytes,
    StoredLong,
    NumericDocValue,
    BinaryDocValue,
    SortedDocValue,
    SortedSetDocValue,
    SortedNumericDocValue,
}

internal readonly record struct DocumentField(string Name, DocumentFieldKind Kind)
{
    public TokenSequence? Tokens { get; init; }

    public IndexOptions IndexOptions { get; init; }

    public Norms Norms { get; init; }

    public string? Text { get; init; }

    public ReadOnlyMemory<byte> Bytes { get; init; }

    public long Number { get; init; }
}
