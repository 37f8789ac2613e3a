using System.Text.RegularExpressions;
using Search.Text.Languages;

namespace Search.Text.Parsing;

/// <summary>Decides when a page was published, from its address and from how its text begins.</summary>
/// <remarks>
/// In order: the format's own field; a day in the address; a line of its own or a label ("published") in the text; the first day of the lead that is neither a plan,
/// nor a term ("from 1 April", "by 1 May"), nor an effective date; a day of that kind, as its month or year only; the year of the address; a year of the lead.
/// A day without a year takes it from the address, then from the text. What stands below the lead is never the publication date.
/// </remarks>
internal static partial class PublicationDate
{
    /// <summary>Characters of the body that count as its lead: two paragraphs of an ordinary news page.</summary>
    private const int LeadLength = 700;

    /// <summary>Years outside are numbers or history: the archive is of the web's time.</summary>
    private const int EarliestYear = 1995, LatestYear = 2099;

    private static readonly char[] ClauseEnds = ['.', '!', '?', '\n', ',', ';', ':', '–', '—', '(', ')', '«', '»'];

    /// <summary>The date as exactly as address and text tell it; <see langword="null"/> where neither does.</summary>
    /// <param name="url">Address of the page.</param>
    /// <param name="title">Title of the page.</param>
    /// <param name="text">Body of the page.</param>
    /// <param name="language">Language of the page.</param>
    /// <param name="stated">Date that the page's format states in a field of its own; nothing is better evidence.</param>
    public static PartialDate? Find(string url, string title, string text, Language language, PartialDate? stated)
    {
        var address = OfAddress(url);
        if (stated is not null || address is { Day: not null })
        {
            return stated ?? address;
        }

        var lead = Lead(text);
        var mentions = DateReader.Find(lead, language);
        var year = address?.Year ?? LatestYearOf(lead, mentions) ?? YearOfSlug(url)
            ?? LatestYearOf(title, DateReader.Find(title, language)) ?? LatestYearOf(text, DateReader.Find(text, language));
        var found = Labelled(lead, mentions, year) ?? FirstEvent(lead, mentions, year);
        if (found is { } date && (address is null || address.Value.Year == date.Year))
        {
            return date;
        }

        return address ?? ((YearOfSlug(url) ?? LatestYearOf(lead, mentions)) is { } known ? new PartialDate(known) : null);
    }

    /// <summary>The date in a path: <c>/news/21-09-2021-7488</c>, <c>/2021/09/21/</c>, <c>/2021/09/</c>.</summary>
    public static PartialDate? OfAddress(string url)
    {
        foreach (Match match in DateInPath().Matches(url.Length > 2000 ? url[..2000] : url))
        {
            var year = int.Parse(match.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            int? month = int.Parse(match.Groups["month"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            int? day = match.Groups["day"].Success ? int.Parse(match.Groups["day"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null;
            if (IsPlausible(year) && PartialDate.IsValid(year, month, day))
            {
                return new PartialDate(year, month, day);
            }
        }

        return null;
    }

    private static string Lead(string text)
    {
        if (text.Length <= LeadLength)
        {
            return text;
        }

        // A table in the lead is data, and the paragraph that is cut is read to its end only while it is short.
        var end = text.IndexOf('\n', LeadLength);
        return end < 0 || end > LeadLength * 2 ? text[..LeadLength] : text[..end];
    }

    private static PartialDate? Labelled(string lead, IReadOnlyList<DateMention> mentions, int? year) => mentions
        .Where(mention => mention.Day is not null && (StandsAlone(lead, mention.Span) || PublishedBefore().IsMatch(Before(lead, mention.Span.Start))))
        .Select(mention => Complete(mention, year))
        .FirstOrDefault(date => date is not null);

    private static bool StandsAlone(string lead, TextSpan span)
    {
        var start = lead.LastIndexOf('\n', Math.Max(0, span.Start - 1)) + 1;
        var end = lead.IndexOf('\n', span.End);
        return lead[start..(end < 0 ? lead.Length : end)].Trim().Trim('*', '_', '.', ',').Length <= span.Length + 1;
    }

    /// <summary>The first past or present day; failing that, the first month; failing that, what a plan, a term or an "as of" is worth.</summary>
    private static PartialDate? FirstEvent(string lead, IReadOnlyList<DateMention> mentions, int? year)
    {
        PartialDate? weak = null;
        var horizon = DateOnly.MaxValue; // what tells of a plan was written before it
        foreach (var mention in mentions)
        {
            if (mention.Month is null || InTable(lead, mention.Span.Start) || Complete(mention, year) is not { } date || !IsPlausible(date.Year))
            {
                continue;
            }

            var before = Before(lead, mention.Span.Start);
            if (AsOfBefore().IsMatch(before))
            {
                weak ??= new PartialDate(date.Year, date.Month); // figures are published within weeks
            }
            else if (IsPlan(lead, mention.Span))
            {
                weak ??= new PartialDate(date.Year); // a plan tells the year, seldom the month
                horizon = date.First < horizon ? date.First : horizon;
            }
            else if (date.First >= horizon || (!mention.IsRange && TermBefore().IsMatch(before)))
            {
                weak ??= new PartialDate(date.Year);
            }
            else
            {
                return date;
            }
        }

        return weak;
    }

    private static bool InTable(string lead, int at) => lead.AsSpan(lead.LastIndexOf('\n', Math.Max(0, at - 1)) + 1).TrimStart().StartsWith("|");

    /// <summary>Whether the clause that names a date speaks of the future; what somebody said on that day may well do so.</summary>
    private static bool IsPlan(string lead, TextSpan mention)
    {
        var before = lead[..mention.Start];
        var start = before.LastIndexOfAny(ClauseEnds) + 1;
        var rest = lead[mention.End..];
        var end = rest.IndexOfAny(ClauseEnds);
        rest = end < 0 ? rest : rest[..end];
        var said = Said().Match(rest);
        return Plan().IsMatch(before[start..]) || Plan().IsMatch(said.Success ? rest[..said.Index] : rest);
    }

    private static string Before(string text, int at) => text[Math.Max(0, at - 40)..at];

    private static PartialDate? Complete(DateMention mention, int? year) => mention.YearMissing ? (year is { } known ? mention.InYear(known)?.From : null) : mention.From;

    private static int? YearOfSlug(string url) =>
        YearAtEndOfPath().Match(url.Length > 2000 ? url[..2000] : url) is { Success: true } match
        && int.Parse(match.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is var year && IsPlausible(year) ? year : null;

    /// <summary>The latest year that is neither the end of a plan nor part of a span of years: news look back on the year they were written in, and sometimes further.</summary>
    private static int? LatestYearOf(string text, IReadOnlyList<DateMention> mentions) => mentions
        .Where(mention => mention.From?.Year == mention.To?.Year && IsPlausible(mention.From?.Year))
        .Where(mention => mention.Day is not null || (Before(text, mention.Span.Start) is var before && !TermBefore().IsMatch(before) && !AsOfBefore().IsMatch(before)))
        .Max(mention => mention.From?.Year);

    private static bool IsPlausible(int? year) => year is >= EarliestYear and <= LatestYear;

    [GeneratedRegex(@"/(?:(?<day>\d{1,2})-(?<month>\d{1,2})-(?<year>(?:19|20)\d{2})(?!\d)|(?<year>(?:19|20)\d{2})[/-](?<month>\d{1,2})(?:[/-](?<day>\d{1,2}))?(?=[/-]|$))", RegexOptions.CultureInvariant)]
    private static partial Regex DateInPath();

    // …-ikt-2019, but not …-2026-2030, which is a program's span.
    [GeneratedRegex(@"(?<!-(?:19|20)\d{2})[-_/](?<year>(?:19|20)\d{2})/?$", RegexOptions.CultureInvariant)]
    private static partial Regex YearAtEndOfPath();

    [GeneratedRegex(@"(?:опубликован\w*|дата(?:\s+публикации)?|размещен\w*|апублікаван\w*|размешчан\w*|published(?:\s+on)?|posted(?:\s+on)?|date)\s*:?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PublishedBefore();

    [GeneratedRegex(@"(?:по\s+состоянию\s+на|(?:по|па)\s+стан[еу]\s+на|стан(?:ам|ом)\s+на|(?:^|[\s(])(?:на|as\s+of|as\s+at)(?:\s+the)?)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AsOfBefore();

    [GeneratedRegex(@"(?:^|[\s(])(?:с|со|до|к|ко|не\s+позднее|не\s+позже|з|са|да|ад|від|не\s+пазней|since|from|by|until|till|before|starting|effective|от|after|после|пасля)(?:\s+the)?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TermBefore();

    [GeneratedRegex(@"\b(?:что|што|that|whether|as)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Said();

    // Words of plans; the perfective futures of "take place" in the three languages.
    [GeneratedRegex(@"\b(?:пройд[её]т|пройдут|состоится|состоятся|будет|будут|начн[её]тся|начнутся|откроется|планируется|запланирован\w*|намечен\w*|ожидается|предстоит|пройдзе|пройдуць|адбудзецца|адбудуцца|будзе|будуць|пачнецца|пачнуцца|адкрыецца|плануецца|запланаван\w*|намечан\w*|чакаецца|will|shall|is\s+to\s+be|are\s+to\s+be|to\s+be\s+held|is\s+scheduled|are\s+scheduled|is\s+planned|upcoming|переносится|пераносіцца)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Plan();
}
