using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Reading;

namespace Search.Answering.Conversation;

/// <summary>An ellipsis: "and in 2018?", «а Казахстан?», "and 38th?". Each of its parts takes the place of its like in the earlier question.</summary>
/// <param name="question">The follow-up without its opener.</param>
internal sealed class Fragment(UnderstoodQuestion question)
{
    private const int SameRole = 4;
    private const int SameKind = 3;

    // As many letters tell two forms of one word.
    private const int StemLength = 4;

    /// <summary>The earlier question with the fragment's parts in it.</summary>
    public string PutInto(EarlierQuestion earlier)
    {
        var changes = new TextChanges(earlier.Question.Text);
        var times = TimeWords.Find(question);
        if (times.Count > 0)
        {
            PutTime(times[0], earlier.Question, changes);
        }

        var rest = Enumerable.Range(0, question.Tokens.Count)
            .Where(i => question.Tokens[i].IsContent && !times.Exists(time => time.First <= i && i < time.End))
            .ToList();
        var number = rest.FindIndex(i => IsNumber(question.Tokens[i]));
        var before = earlier.Question.Tokens.ToList().FindIndex(token => IsNumber(token) && !token.IsYear);
        if (number >= 0 && before >= 0)
        {
            var token = question.Tokens[rest[number]];
            changes.Replace(earlier.Question.Tokens[before].Start, earlier.Question.Tokens[before].End, question.Text[token.Start..token.End]);
            rest.RemoveAt(number);
            rest.RemoveAll(i => earlier.Question.Tokens.Any(known => SameWord(known.Lower, question.Tokens[i].Lower)));
        }

        if (rest.Count > 0)
        {
            PutGroup(rest[0], rest[^1] + 1, earlier.Question, changes);
        }

        return changes.ToQuestion();
    }

    private void PutTime(TimeWords time, UnderstoodQuestion earlier, TextChanges changes)
    {
        var year = time.Year >= 0 ? question.Text[question.Tokens[time.Year].Start..question.Tokens[time.Year].End] : null;
        var words = year is not null ? TimeWords.InYear(year, earlier.Language) : time.Of(question);
        var known = TimeWords.Find(earlier);
        if (known.Count == 0)
        {
            changes.Append(words);
            return;
        }

        if (year is not null && known[0].Year >= 0)
        {
            changes.Replace(earlier.Tokens[known[0].Year].Start, earlier.Tokens[known[0].Year].End, year);
        }
        else
        {
            changes.Replace(earlier.Tokens[known[0].First].Start, earlier.Tokens[known[0].End - 1].End, words);
        }

        foreach (var other in known.Skip(1))
        {
            changes.Replace(earlier.Tokens[other.First].Start, earlier.Tokens[other.End - 1].End, "");
        }
    }

    private void PutGroup(int first, int end, UnderstoodQuestion earlier, TextChanges changes)
    {
        // Quotation marks belong to the name inside them.
        first -= first > 0 && question.Tokens[first - 1].Shape == TokenShape.Sign ? 1 : 0;
        end += end < question.Tokens.Count && question.Tokens[end].Lower is "»" or "”" or "\"" ? 1 : 0;
        var preposition = Enumerable.Range(0, first).Where(i => question.Tokens[i].Is(WordClass.AnyPreposition)).DefaultIfEmpty(-1).Last();
        var words = question.Text[question.Tokens[first].Start..question.Tokens[end - 1].End];
        var withPreposition = preposition < 0 ? words : question.Text[question.Tokens[preposition].Start..question.Tokens[end - 1].End];
        var mine = NounGroup.Find(question).Find(group => group.First < end && first < group.End);
        var best = NounGroup.Find(earlier)
            .Select(group => (Group: group, Score: Likeness(group, preposition, mine, earlier)))
            .Where(item => item.Score > 0)
            .OrderByDescending(item => item.Score)
            .ThenBy(item => item.Group.First)
            .Select(item => item.Group)
            .FirstOrDefault();
        if (best is null)
        {
            changes.Append(withPreposition);
        }
        else if (best.Preposition >= 0 && preposition >= 0)
        {
            changes.Replace(earlier.Tokens[best.Preposition].Start, earlier.Tokens[best.End - 1].End, withPreposition);
        }
        else
        {
            changes.Replace(earlier.Tokens[best.First].Start, earlier.Tokens[best.End - 1].End, words);
        }
    }

    // How alike the parts are that a group of the earlier question and the fragment play; 0: it cannot take the place.
    private int Likeness(NounGroup group, int preposition, NounGroup? mine, UnderstoodQuestion earlier)
    {
        var sameRole = preposition < 0 ? group.Preposition < 0 : group.Preposition >= 0 && (question.Tokens[preposition].Classes & earlier.Tokens[group.Preposition].Classes & WordClass.AnyPreposition) != 0;
        // Behind an opener a capital is no mere beginning of a sentence.
        var isMyName = mine is not null && (mine.IsName || question.Tokens[mine.First].IsCapital);
        if (preposition >= 0 && !sameRole && !(group.IsName && isMyName && group.End == group.First + 1 && group.Type is not (AnswerType.Organisation or AnswerType.Person)))
        {
            return 0;
        }

        return 1 + (sameRole ? SameRole : 0) + (group.IsName == isMyName ? SameKind : 0) - (group.IsAsked ? SameKind : 0);
    }

    private static bool IsNumber(ReadingToken token) => !double.IsNaN(token.Value) && (token.Shape is TokenShape.Number or TokenShape.Mixed || token.Is(WordClass.Ordinal | WordClass.Numeral));

    private static bool SameWord(string one, string other) => one == other || (one.Length >= StemLength && other.Length >= StemLength && string.CompareOrdinal(one, 0, other, 0, StemLength) == 0);
}
