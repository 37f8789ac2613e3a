namespace Search.Text.Parsing;

/// <summary>Gathers the pages of a run, one an identity, and what to report.</summary>
internal sealed class ArchiveCollection
{
    /// <summary>Share of the text that an update must keep: revised news pages differ by a sentence or two, broken ones lose half.</summary>
    private const double LeastKept = 0.8;

    private readonly Dictionary<string, (ArchiveDocument Document, string Path)> pages = new(StringComparer.Ordinal);
    private readonly List<(string Path, string Reason)> unreadable = [];
    private readonly List<(string Path, string Reason)> skipped = [];
    private readonly List<ReplacedFile> replaced = [];

    /// <summary>Takes in what was met.</summary>
    /// <param name="entry">What lies there.</param>
    /// <param name="result">What reading it came to; <see langword="null"/> where it was not read.</param>
    public void Add(ArchiveEntry entry, ParseResult? result)
    {
        switch (entry, result)
        {
            case (_, ParseResult.Parsed parsed):
                Add(parsed.Document, entry.Path);
                break;
            case (_, ParseResult.Unreadable failed):
                unreadable.Add((entry.Path, failed.Reason));
                break;
            case (ArchiveEntry.Unreadable failed, _):
                unreadable.Add((failed.Path, failed.Reason));
                break;
            case (ArchiveEntry.Skipped passed, _):
                skipped.Add((passed.Path, passed.Reason));
                break;
        }
    }

    /// <summary>The pages in ordinal order of identity, and the report.</summary>
    public ReadArchive Close()
    {
        var documents = pages.Values.Select(page => page.Document).OrderBy(document => document.Identity, StringComparer.Ordinal).ToList();
        var languages = LanguageCodes.All.Append(Language.Unknown)
            .Select(language => (language, documents.Count(document => document.Language == language)))
            .Where(row => row.Item2 > 0)
            .ToList();
        return new ReadArchive(documents, new ReadReport(languages, unreadable, skipped, replaced));
    }

    private void Add(ArchiveDocument document, string path)
    {
        if (!pages.TryGetValue(document.Identity, out var other))
        {
            pages.Add(document.Identity, (document, path));
        }
        else if (IsBetter(document, other.Document))
        {
            pages[document.Identity] = (document, path);
            replaced.Add(new ReplacedFile(other.Path, path, document.Identity));
        }
        else
        {
            replaced.Add(new ReplacedFile(path, other.Path, document.Identity));
        }
    }

    /// <summary>
    /// Whether the file met later stands for the page: it does if it is published later, or at the same or an unknown time, unless it lost
    /// much of the text. An update may strike a sentence, but a copy that broke off does not replace the whole page.
    /// </summary>
    private static bool IsBetter(ArchiveDocument later, ArchiveDocument earlier)
    {
        var order = later.Published is { } published && earlier.Published is { } before ? published.First.CompareTo(before.First) : 0;
        return order != 0 ? order > 0 : later.Text.Length >= earlier.Text.Length * LeastKept;
    }
}
