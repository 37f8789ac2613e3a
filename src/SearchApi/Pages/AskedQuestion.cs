using System.Collections.Frozen;

namespace SearchApi.Pages;

/// <summary>Whether a query in the search box is meant as a question, so that an answer above the results is welcome.</summary>
internal static class AskedQuestion
{
    // The words that begin a question in the three languages. Short ones that also begin plain queries («как», "is") are left out:
    // such a question shows itself by its question mark.
    private static readonly FrozenSet<string> Words = new[]
    {
        "хто", "што", "дзе", "калі", "колькі", "чаму", "навошта", "якое", "якая", "якія", "якім", "якога", "каму", "каго", "куды", "адкуль",
        "кто", "что", "где", "когда", "сколько", "почему", "зачем", "какой", "какое", "какая", "какие", "каким", "какого", "каком", "какую", "кому", "кого", "куда", "откуда",
        "who", "whom", "whose", "what", "where", "when", "why", "which", "how",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether <paramref name="query"/> ends in a question mark, or begins with a question word and goes on.</summary>
    public static bool Is(string query)
    {
        var words = query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return query.AsSpan().TrimEnd().EndsWith("?", StringComparison.Ordinal)
            || (words.Length > 2 && words.Take(2).Any(Words.Contains));
    }
}
