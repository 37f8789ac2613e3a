namespace Search.Text;

/// <summary>One page of the archive, as read.</summary>
/// <param name="Id">Stable name in URLs of the product: letters, digits and <c>-</c>; made from the page's identity, so that a page keeps it when its text changes.</param>
/// <param name="Url">The page's address as it stands in the file, or <c>file:NAME</c> where it has none.</param>
/// <param name="Identity">What makes two files one page: the address without scheme, <c>www.</c>, trailing slash and percent-encoding.</param>
/// <param name="Title">Title without marks; empty where the page has none.</param>
/// <param name="Text">Body, verbatim but for leftovers of pictures and links; every offset in the product counts in it. Line ends are <c>\n</c>.</param>
/// <param name="Language">Language of the body.</param>
/// <param name="Published">Date of publication as exactly as text or address tell it; <see langword="null"/> where neither does.</param>
/// <param name="FileName">The file it was read from.</param>
/// <param name="Sha256">Checksum of the file's bytes, lower-case hexadecimal.</param>
public sealed record ArchiveDocument(
    string Id,
    string Url,
    string Identity,
    string Title,
    string Text,
    Language Language,
    PartialDate? Published,
    string FileName,
    string Sha256);
