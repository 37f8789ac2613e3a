using System.Text.RegularExpressions;

namespace Search.Answering.Training;

/// <summary>How much an answer shares with a right one, as SQuAD counts it (Rajpurkar et al., EMNLP 2016): words without articles and signs.</summary>
/// <remarks>A number is one word however its thousands are parted, and a share is its number: "14 %", "14 процентов" and "14 per cent" are one answer.</remarks>
public static partial class AnswerOverlap
{
    /// <summary>The best F1 over the right answers, 0 to 1: the harmonic mean of precision and recall over <see cref="Words"/>.</summary>
    /// <param name="answer">The answer as given; empty for none.</param>
    /// <param name="golds">The right answers.</param>
    public static double F1(string answer, IReadOnlyList<string> golds)
    {
        ArgumentNullException.ThrowIfNull(golds);
        var said = Words(answer);
        return golds.Count == 0 ? 0 : golds.Max(gold => F1(said, Words(gold)));
    }

    /// <summary>The words that are compared, lower case, in order.</summary>
    /// <param name="text">An answer.</param>
    public static IReadOnlyList<string> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = Percents().Replace(Thousands().Replace(text.ToLowerInvariant(), ""), " ").Replace('ё', 'е');
        return [.. Breaks().Split(plain).Where(word => word is not ("" or "a" or "an" or "the"))];
    }

    private static double F1(IReadOnlyList<string> said, IReadOnlyList<string> gold)
    {
        if (said.Count == 0 || gold.Count == 0)
        {
            return 0;
        }

        var left = gold.ToList();
        var common = said.Count(left.Remove);
        return 2.0 * common / (said.Count + gold.Count);
    }

    [GeneratedRegex(@"(?<=\d)[\s,](?=\d{3}(\D|$))")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"%|\bпроцент\w*|\bпрацэнт\w*|\bper ?cent\b")]
    private static partial Regex Percents();

    [GeneratedRegex(@"[^\p{L}\p{M}\p{Nd}]+")]
    private static partial Regex Breaks();
}
