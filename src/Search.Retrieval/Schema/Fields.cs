using Search.Text;

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

    /// <summary>Stems, each marked with its language (<see cref="Mark"/>); with positions.</summary>
    public const string Stem = "stem";

    /// <summary>Keys that the spellings of a name share in every script.</summary>
    public const string Name = "name";

    /// <summary>Skeletons that cognates of the three languages share.</summary>
    public const string Skeleton = "skeleton";

    /// <summary>As <see cref="Exact"/>, of title and headings.</summary>
    public const string TitleExact = "title.exact";

    /// <summary>As <see cref="Stem"/>, of title and headings.</summary>
    public const string TitleStem = "title.stem";

    /// <summary>As <see cref="Name"/>, of title and headings.</summary>
    public const string TitleName = "title.name";

    /// <summary>As <see cref="Skeleton"/>, of title and headings.</summary>
    public const string TitleSkeleton = "title.skeleton";

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

    /// <summary>The mark that starts a stem: two languages may share a stem and mean different words by it.</summary>
    public static char Mark(Language language) => language switch
    {
        Search.Text.Language.Belarusian => 'b',
        Search.Text.Language.Russian => 'r',
        Search.Text.Language.English => 'e',
        _ => 'x',
    };

    /// <summary>A stem as it is indexed.</summary>
    public static string Stemmed(Language language, string stem) => Mark(language) + stem;

    /// <summary>A day as the date fields hold it.</summary>
    public static long Day(DateOnly day) => (day.Year * 10000) + (day.Month * 100) + day.Day;
}
