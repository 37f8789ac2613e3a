namespace Search.Retrieval.Schema;

/// <summary>
/// The fields of a passage: everything that indexing and querying share. <c>title</c> fields hold the document's title and the passage's headings,
/// so that every passage can be found by what its page is about.
/// </summary>
public static class Fields
{
    /// <summary>Version of this schema; an index of another version must be built anew.</summary>
    public const int Version = 1;

    /// <summary>Forms with their letters normalised, numbers as values; with positions.</summary>
    public const string Exact = "exact";

    /// <summary>Stems, name keys and skeletons, each with its mark (<see cref="MarkedTerm"/>); with positions.</summary>
    public const string Terms = "terms";

    /// <summary>As <see cref="Exact"/>, of title and headings.</summary>
    public const string TitleExact = "title.exact";

    /// <summary>As <see cref="Terms"/>, of title and headings.</summary>
    public const string TitleTerms = "title.terms";

    /// <summary>Parts of the page's address, lower case.</summary>
    public const string Url = "url";

    /// <summary>Code of the page's language.</summary>
    public const string Language = "language";

    /// <summary>Id of the document a passage belongs to.</summary>
    public const string Document = "document";

    /// <summary>First day the publication date may mean, as yyyymmdd; absent where undated.</summary>
    public const string FirstDay = "first-day";

    /// <summary>Last day the publication date may mean, as yyyymmdd; absent where undated.</summary>
    public const string LastDay = "last-day";

    /// <summary>A day as the date fields hold it.</summary>
    public static long Day(DateOnly day) => (day.Year * 10000) + (day.Month * 100) + day.Day;
}
