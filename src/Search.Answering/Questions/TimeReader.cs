using Search.Answering.Reading;

namespace Search.Answering.Questions;

/// <summary>Reads what a question says about time: years, a day, "last year", "before", "now".</summary>
internal static class TimeReader
{
    /// <summary>The condition that the words state.</summary>
    /// <param name="tokens">The question.</param>
    /// <param name="lists">Words of its language.</param>
    /// <param name="reference">The day that relative words count from.</param>
    public static TimeCondition Read(IReadOnlyList<ReadingToken> tokens, WordLists lists, DateOnly reference)
    {
        var years = new SortedSet<int>();
        int? month = null;
        int? day = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.IsYear)
            {
                years.Add((int)token.Value);
            }
            else if (token.YearInside is { } year)
            {
                years.Add(year);
            }
            else if (token.Is(WordClass.Month) && !double.IsNaN(token.Value))
            {
                month ??= (int)token.Value;
                day ??= DayBeside(tokens, i);
            }
        }

        if (RelativeYear(tokens, 0, tokens.Count) is { } offset && years.Count == 0)
        {
            years.Add(reference.Year + offset);
        }

        return new TimeCondition(RelationOf(tokens, lists, years.Count > 0), [.. years], month, day);
    }

    private static int? DayBeside(IReadOnlyList<ReadingToken> tokens, int month)
    {
        foreach (var i in (int[])[month - 1, month + 1])
        {
            if (i >= 0 && i < tokens.Count && tokens[i].Shape is TokenShape.Number or TokenShape.Mixed && tokens[i].Value is >= 1 and <= 31)
            {
                return (int)tokens[i].Value;
            }
        }

        return null;
    }

    /// <summary>Years to add to the reference for «в прошлом году», «летась», "last year"; <see langword="null"/> where nothing is said.</summary>
    public static int? RelativeYear(IReadOnlyList<ReadingToken> tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var word = tokens[i].Lower;
            if (word == "летась")
            {
                return -1;
            }

            var nextIsYear = i + 1 < end && tokens[i + 1].Is(WordClass.Year);
            if (!nextIsYear)
            {
                continue;
            }

            if (word.StartsWith("прошл", StringComparison.Ordinal) || word.StartsWith("мінул", StringComparison.Ordinal) || word.StartsWith("леташ", StringComparison.Ordinal) || word is "last")
            {
                return -1;
            }

            if (word.StartsWith("нынешн", StringComparison.Ordinal) || word.StartsWith("текущ", StringComparison.Ordinal) || word.StartsWith("бягуч", StringComparison.Ordinal) || word is "this" or "current" or "этом" or "гэтым")
            {
                return 0;
            }

            if (word.StartsWith("следующ", StringComparison.Ordinal) || word.StartsWith("будущ", StringComparison.Ordinal) || word.StartsWith("наступн", StringComparison.Ordinal) || word is "next")
            {
                return 1;
            }
        }

        return null;
    }

    private static TimeRelation RelationOf(IReadOnlyList<ReadingToken> tokens, WordLists lists, bool hasYears)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var nearYear = hasYears && tokens.Skip(i + 1).Take(3).Any(token => token.IsYear);
            if (nearYear && lists.IsBefore(tokens[i].Lower))
            {
                return TimeRelation.Before;
            }

            if (nearYear && lists.IsAfter(tokens[i].Lower) && !tokens[i].Is(WordClass.PrepositionFrom))
            {
                return TimeRelation.After;
            }
        }

        return !hasYears && tokens.Any(token => token.Is(WordClass.Now)) ? TimeRelation.Now : TimeRelation.At;
    }
}
