using System.Globalization;
using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Reading;

namespace Search.Answering.Claims;

/// <summary>Which year and which subject a value of a sentence belongs to.</summary>
internal static class ValueContext
{
    // A year in another part of the sentence is this much further away than one beside the value, in tokens.
    private const int PartDistance = 8;

    private const float SameName = 0.4f;

    private static readonly string[] Comparing = ["против", "супраць", "сравнен", "параўнан", "чем", "чым", "than", "compared", "against", "versus"];

    /// <summary>
    /// Years that a value may be of: the nearest the sentence names and those that are nearest to no other value of its kind, else the head of its column, the
    /// headings above, the page's date.
    /// </summary>
    public static IReadOnlyList<int> YearsOf(EvidenceSentence sentence, TypedValue value)
    {
        var named = Years(sentence).Where(year => !IsCompared(sentence, value, year.At)).ToList();
        if (named.Count > 0)
        {
            var nearest = named.MinBy(year => Distance(sentence, value, year.At)).Year;
            var rivals = sentence.Values.Where(other => other.Type == value.Type && other.First != value.First).ToList();
            return [.. named.Where(year => rivals.TrueForAll(rival => Distance(sentence, value, year.At) < Distance(sentence, rival, year.At))).Select(year => year.Year).Prepend(nearest).Distinct()];
        }

        var head = sentence.Cells.FirstOrDefault(cell => cell.First <= value.First && value.First < cell.End)?.Head ?? "";
        var document = sentence.Passage.Ranked.Document;
        foreach (var text in sentence.Passage.Ranked.Passage.Headings.Reverse().Prepend(head).Append(document.Title))
        {
            var years = ReadingTokenizer.Read(text, sentence.Passage.Language).Where(token => token.IsYear || token.YearInside is not null).Select(token => token.YearInside ?? (int)token.Value).Distinct().ToList();
            if (years.Count > 0)
            {
                return years;
            }
        }

        var before = sentence.Number > 0 ? SentenceScorer.YearsIn(sentence.Passage.Sentences[sentence.Number - 1]) : [];
        return document.Published is { } published ? [.. before.Append(published.Year).Distinct().Order()] : [.. before.Order()];
    }

    /// <summary>Whether the part of the sentence around a value speaks of somebody whom the claim does not name, and not of those it names.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="value">The value.</param>
    /// <param name="matcher">The claim's concepts.</param>
    /// <param name="reach">Most tokens between the other's name and the value.</param>
    public static bool IsOfAnother(EvidenceSentence sentence, TypedValue value, QuestionMatcher matcher, int reach = int.MaxValue)
    {
        var (first, end) = PartAround(sentence, value);
        if (!matcher.Concepts.Any(concept => concept.IsName) || IsOfNamed(sentence, value, matcher))
        {
            return false;
        }

        // «в Бресте – 12», "Kazakhstan 29th": who has the value stands before it, or behind it where several have one.
        var isOneOfSeveral = sentence.Values.Count(other => other.Type == value.Type) > 1;
        return sentence.Values.Any(name => name.First >= first && name.End <= end && name.Type is AnswerType.Name or AnswerType.Place or AnswerType.Organisation or AnswerType.Person
            && ((name.End <= value.First && value.First - name.End <= reach) || (isOneOfSeveral && name.First >= value.End && name.First - value.End <= reach))
            && Enumerable.Range(name.First, name.End - name.First).All(i => sentence.Passage.Concepts[i] < 0));
    }

    /// <summary>Whether the part of the sentence around a value has a name of the claim.</summary>
    public static bool IsOfNamed(EvidenceSentence sentence, TypedValue value, QuestionMatcher matcher)
    {
        var (first, end) = PartAround(sentence, value);
        return Enumerable.Range(first, end - first).Any(i => sentence.Passage.Concepts[i] >= 0 && matcher.Concepts[sentence.Passage.Concepts[i]].IsName && sentence.Passage.Weights[i] >= SameName);
    }

    // "45th, against 58th in 2022", "higher than in 2018": the year behind such a word is another value's.
    private static bool IsCompared(EvidenceSentence sentence, TypedValue value, int year) =>
        Enumerable.Range(value.End, Math.Max(0, year - value.End)).Any(i => sentence.Passage.Tokens[i].StartsWithAny(Comparing));

    private static int Distance(EvidenceSentence sentence, TypedValue value, int year)
    {
        var (from, to) = year < value.First ? (year, value.First) : (Math.Min(value.End, year), year);
        return to - from + (PartDistance * Enumerable.Range(from, to - from).Count(i => IsBreak(sentence.Passage.Tokens[i])));
    }

    private static IEnumerable<(int At, int Year)> Years(EvidenceSentence sentence)
    {
        var published = sentence.Passage.Ranked.Document.Published;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var token = sentence.Passage.Tokens[i];
            if (token.IsYear || token.YearInside is not null)
            {
                yield return (i, token.YearInside ?? (int)token.Value);
            }
            else if (token.Shape == TokenShape.Number && double.IsNaN(token.Value) && token.Lower.Length == 10 && int.TryParse(token.Lower.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            {
                yield return (i, year);
            }
            else if (published is not null && TimeReader.RelativeYear(sentence.Passage.Tokens, i, Math.Min(i + 2, sentence.End)) is { } offset)
            {
                yield return (i, published.Value.Year + offset);
            }
        }
    }

    private static (int First, int End) PartAround(EvidenceSentence sentence, TypedValue value)
    {
        var first = value.First;
        while (first > sentence.First && !IsBreak(sentence.Passage.Tokens[first - 1]))
        {
            first--;
        }

        var end = value.End;
        while (end < sentence.End && !IsBreak(sentence.Passage.Tokens[end]))
        {
            end++;
        }

        return (first, end);
    }

    private static bool IsBreak(ReadingToken token) => token.Shape == TokenShape.Sign && token.Lower is "," or ";" or ":" or "(" or ")" or "|";
}
