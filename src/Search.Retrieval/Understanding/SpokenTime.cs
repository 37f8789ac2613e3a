using System.Globalization;
using System.Text.RegularExpressions;
using Search.Text;

namespace Search.Retrieval.Understanding;

/// <summary>A time that a query says in words, and the query without it.</summary>
/// <param name="From">Earliest date; <see langword="null"/> where open.</param>
/// <param name="To">Latest date; <see langword="null"/> where open.</param>
/// <param name="Rest">The query without the words of time.</param>
internal sealed partial record SpokenTime(PartialDate? From, PartialDate? To, string Rest)
{
    // A longer query is a question or a sentence, where a year belongs to what is said and not to when it was published.
    private const int MostWords = 8;

    /// <summary>Reads the time that a short query states; <see langword="null"/> where it states none, or nothing besides.</summary>
    /// <param name="query">The query.</param>
    /// <param name="language">Its language; the patterns of all three are tried, since words of time are told apart by themselves.</param>
    /// <param name="latestYear">The year that "this year" means: that of the archive's latest page.</param>
    public static SpokenTime? Read(string query, Language language, int latestYear)
    {
        if (query.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > MostWords || query.Contains('?', StringComparison.Ordinal))
        {
            return null;
        }

        return Match(NewsOf().Match(query), query, year => (year, year))
            ?? Match(Before().Match(query), query, year => (null, year - 1))
            ?? Match(Since().Match(query), query, year => (year, null))
            ?? Match(LastYear().Match(query), query, _ => (latestYear - 1, latestYear - 1))
            ?? Match(ThisYear().Match(query), query, _ => (latestYear, latestYear));
    }

    private static SpokenTime? Match(Match match, string query, Func<int, (int? From, int? To)> range)
    {
        if (!match.Success)
        {
            return null;
        }

        var rest = string.Join(' ', query.Remove(match.Index, match.Length).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        _ = int.TryParse(match.Groups["year"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var year);
        var (from, to) = range(year);
        return rest.Any(char.IsLetterOrDigit) && (from ?? to) is > 0
            ? new SpokenTime(from is { } first ? new PartialDate(first) : null, to is { } last ? new PartialDate(last) : null, rest)
            : null;
    }

    // «новости 2019 года про 5G», «навіны за 2019 год», "news of 2019 about 5G".
    [GeneratedRegex(@"\b(новости|навіны|news)\s+(за\s+|of\s+|from\s+|in\s+)?(?<year>(19|20)\d\d)(\s+(года|год|году|годзе|г\.?))?(\s+(про|о|об|пра|аб|about))?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NewsOf();

    [GeneratedRegex(@"\b(до|да|before|until)\s+(?<year>(19|20)\d\d)(\s+(года|г\.?))?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex(@"\b(начиная\s+с|с|з|since|from)\s+(?<year>(19|20)\d\d)(\s+(года|г\.?))?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Since();

    [GeneratedRegex(@"\b(летась|у\s+мінулым\s+годзе|в\s+прошлом\s+году|last\s+year)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LastYear();

    [GeneratedRegex(@"\b(сёлета|у\s+гэтым\s+годзе|в\s+этом\s+году|this\s+year)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ThisYear();
}
