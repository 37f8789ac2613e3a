using System.Text.RegularExpressions;

namespace Search.Answering.Training;

/// <summary>How much an answer shares with a right one, as SQuAD counts it (Rajpurkar et al., EMNLP 2016): words without articles and signs.</summary>
/// <remarks>A number is one word however its thousands are parted, and a share is its number: "14 %", "14 процентов" and "14 per cent" are one answer.</remarks>
internal static partial class AnswerOverlap
{
    /// <summary>The best F1 over the right answers, 0 to 1.</summary>
    public static double F1(string answer, IReadOnlyList<string> golds)
    {
        var said = Words(answer);
        return golds.Count == 0 ? 0 : golds.Max(gold => F1(said, Words(gold)));
    }

    private static double F1(List<string> said, List<string> gold)
    {
        if (said.Count == 0 || gold.Count == 0)
        {
            return 0;
        }

        var left = gold.ToList();
        var common = said.Count(left.Remove);
        return 2.0 * common / (said.Count + gold.Count);
    }

    private static List<string> Words(string text)
    {
        var plain = Percents().Replace(Thousands().Replace(text.ToLowerInvariant(), ""), " ").Replace('ё', 'е');
        return [.. Breaks().Split(plain).Where(word => word is not ("" or "a" or "an" or "the"))];
    }

    [GeneratedRegex(@"(?<=\d)[\s,](?=\d{3}(\D|$))")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"%|\bпроцент\w*|\bпрацэнт\w*|\bper ?cent\b")]
    private static partial Regex Percents();

    [GeneratedRegex(@"[^\p{L}\p{M}\p{Nd}]+")]
    private static partial Regex Breaks();
}
