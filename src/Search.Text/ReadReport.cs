namespace Search.Text;

/// <summary>What reading an archive came to, for the closing table and the exit code.</summary>
/// <param name="Documents">Pages by language, in the order in which languages are listed to users, <see cref="Language.Unknown"/> last; languages without pages are left out.</param>
/// <param name="Unreadable">Files that could not be read, in the order in which they were met.</param>
/// <param name="Skipped">Files that hold no pages, in the order in which they were met.</param>
/// <param name="Replaced">Files whose page another file holds in its better form, in the order in which the second of the two was met.</param>
public sealed record ReadReport(
    IReadOnlyList<(Language Language, int Count)> Documents,
    IReadOnlyList<(string Path, string Reason)> Unreadable,
    IReadOnlyList<(string Path, string Reason)> Skipped,
    IReadOnlyList<ReplacedFile> Replaced)
{
    /// <summary>Pages in all languages.</summary>
    public int DocumentCount => Documents.Sum(row => row.Count);
}

/// <summary>A file that lost against another with the same identity.</summary>
/// <param name="Path">The file that was left out.</param>
/// <param name="By">The file that stands for the page.</param>
/// <param name="Identity">The identity that both share.</param>
public sealed record ReplacedFile(string Path, string By, string Identity);

/// <summary>An archive as read.</summary>
/// <param name="Documents">One document an identity, in ordinal order of identity.</param>
/// <param name="Report">What reading it came to.</param>
public sealed record ReadArchive(IReadOnlyList<ArchiveDocument> Documents, ReadReport Report);
