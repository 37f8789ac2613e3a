namespace Search.Text;

/// <summary>Names a passage: the document's id and the passage's place in it, as <c>ID.3</c>.</summary>
/// <param name="DocumentId">Id of the document.</param>
/// <param name="Number">Place in the document, from 0.</param>
public readonly record struct PassageId(string DocumentId, int Number)
{
    /// <summary><c>ID.NUMBER</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{DocumentId}.{Number}");
}

/// <summary>What is indexed, retrieved and cited: whole sentences, table rows or list items of one section of a document.</summary>
/// <param name="Id">Stable while the document's text stays the same.</param>
/// <param name="Span">Where it stands in <see cref="ArchiveDocument.Text"/>.</param>
/// <param name="Text">Verbatim text of <paramref name="Span"/>; never normalised, so that quotes can be checked against it.</param>
/// <param name="Language">Language of this passage, which may differ from the document's.</param>
/// <param name="Headings">Headings above it inside the document, outermost first; the document's title is not among them.</param>
/// <param name="TableHeader">Where the header row of the table stands in <see cref="ArchiveDocument.Text"/> (with the rule below it), if the passage begins with rows cut off from it; otherwise <see langword="null"/>.</param>
public sealed record Passage(PassageId Id, TextSpan Span, string Text, Language Language, IReadOnlyList<string> Headings, TextSpan? TableHeader = null);
