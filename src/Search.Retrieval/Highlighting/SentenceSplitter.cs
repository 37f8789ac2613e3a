using Search.Text;

namespace Search.Retrieval.Highlighting;

internal static class SentenceSplitter
{
    public static IReadOnlyList<TextSpan> Split(string text, Language language) =>
        System.Text.RegularExpressions.Regex.Matches(text, @"[^\s].*?(?:[.!?…](?=\s+\p{Lu})|\n|$)", System.Text.RegularExpressions.RegexOptions.Singleline).Select(m => new TextSpan(m.Index, m.Length)).ToList();
}
