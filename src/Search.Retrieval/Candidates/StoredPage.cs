using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Text;

namespace Search.Retrieval.Candidates;

/// <summary>A page as the index keeps it: the document, and where it is cut.</summary>
/// <param name="Document">The document.</param>
/// <param name="Passages">Its passages in order, without their text, which the document holds.</param>
internal sealed record StoredPage(ArchiveDocument Document, IReadOnlyList<StoredPassage> Passages)
{
    public static StoredPage Of(ArchiveDocument document, IReadOnlyList<Passage> passages) =>
        new(document, [.. passages.Select(passage => new StoredPassage(passage.Span.Start, passage.Span.Length, passage.Language, [.. passage.Headings]))]);

    public Passage Passage(int number)
    {
        var stored = Passages[number];
        var span = new TextSpan(stored.Start, stored.Length);
        return new Passage(new PassageId(Document.Id, number), span, span.Of(Document.Text), stored.Language, stored.Headings);
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, StoredPageContext.Default.StoredPage);

    /// <exception cref="JsonException">The bytes are no page.</exception>
    public static StoredPage FromBytes(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize(bytes, StoredPageContext.Default.StoredPage) ?? throw new JsonException("An empty page.");
}

/// <summary>A passage without its text.</summary>
internal sealed record StoredPassage(int Start, int Length, Language Language, string[] Headings);

/// <summary>Serialisation without reflection: pages are read while users wait.</summary>
[JsonSerializable(typeof(StoredPage))]
internal sealed partial class StoredPageContext : JsonSerializerContext;
