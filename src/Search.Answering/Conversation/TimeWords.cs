using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Reading;
using Search.Text;

namespace Search.Answering.Conversation;

/// <summary>Words of a question that say when, with their preposition: "in 2018", «летом 2016 года», "last year".</summary>
/// <param name="First">First token, a preposition where there is one.</param>
/// <param name="End">Just behind the last token.</param>
/// <param name="Year">Token of the year where nothing but one year is said; otherwise −1.</param>
internal readonly record struct TimeWords(int First, int End, int Year)
{
    /// <summary>All of a question, in order.</summary>
    public static List<TimeWords> Find(UnderstoodQuestion question)
    {
        var tokens = question.Tokens;
        var found = new List<TimeWords>();
        foreach (var value in ValueFinder.Find(tokens, [.. question.Tags], 0, tokens.Count).Where(value => value.Type is AnswerType.Date or AnswerType.Year))
        {
            var isOneYear = value.Type == AnswerType.Year && value.Core == value.First + 1;
            found.Add(Widened(tokens, value.First, value.End, isOneYear ? value.First : -1));
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            var end = tokens[i].Lower == "летась" ? i + 1 : i + 2;
            if (end <= tokens.Count && !found.Exists(time => time.First < end && i < time.End) && TimeReader.RelativeYear(tokens, i, end) is not null)
            {
                found.Add(Widened(tokens, i, end, -1));
            }
        }

        return [.. found.OrderBy(time => time.First)];
    }

    /// <summary>The words as written.</summary>
    public string Of(UnderstoodQuestion question) => question.Text[question.Tokens[First].Start..question.Tokens[End - 1].End];

    /// <summary>"in 2018" in a language.</summary>
    public static string InYear(string year, Language language) => language switch
    {
        Language.English => $"in {year}",
        Language.Belarusian => $"у {year} годзе",
        _ => $"в {year} году",
    };

    // The season and the preposition before, the noun "year" behind.
    private static TimeWords Widened(IReadOnlyList<ReadingToken> tokens, int first, int end, int year)
    {
        while (first > 0 && tokens[first - 1].Is(WordClass.Time))
        {
            (first, year) = (first - 1, -1);
        }

        first -= first > 0 && tokens[first - 1].Is(WordClass.Article) ? 1 : 0;
        first -= first > 0 && tokens[first - 1].Is(WordClass.AnyPreposition) ? 1 : 0;
        end += end < tokens.Count && tokens[end].Is(WordClass.Year) ? 1 : 0;
        return new TimeWords(first, end, year);
    }
}
