namespace Search.Text.Parsing;

/// <summary>Reads one format of page. Decoding the bytes comes before it, naming and dating the page after it.</summary>
public interface IDocumentParser
{
    /// <summary>Takes a page apart; text of any kind is a page, an empty one included.</summary>
    /// <param name="source">The file's text with line ends <c>\n</c> and without a byte order mark.</param>
    PageContent Parse(string source);
}

/// <summary>The parts of a page as its format tells them apart.</summary>
/// <param name="Url">Address that the page gives for itself, an absolute http or https address; <see langword="null"/> where it gives none.</param>
/// <param name="Title">Title without marks; empty where there is none.</param>
/// <param name="Text">Body without leftovers.</param>
/// <param name="Published">Date of publication where the format has a field for it.</param>
public sealed record PageContent(string? Url, string Title, string Text, PartialDate? Published = null);
