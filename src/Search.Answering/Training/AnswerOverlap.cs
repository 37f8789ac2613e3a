using System.Text;

namespace Search.Answering.Training;

/// <summary>How much an answer shares with a right one, as SQuAD counts it: words without articles and signs.</summary>
internal static class AnswerOverlap
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
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
        {
            plain.Append(char.IsLetterOrDigit(c) || c is '\'' ? c == 'ё' ? 'е' : c : ' ');
        }

        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("a" or "an" or "the"))];
    }
}
