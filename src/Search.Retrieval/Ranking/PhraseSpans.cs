using Search.Retrieval.Schema;
using Search.Retrieval.Understanding;
using Search.Text;
using Search.Text.Analysis;

namespace Search.Retrieval.Ranking;

/// <summary>Finds the words of a text that stand for a concept together.</summary>
internal static class PhraseSpans
{
    /// <summary>From the first to the last word of each occurrence, in the order of the text.</summary>
    /// <param name="tokens">The text's tokens in order of position.</param>
    /// <param name="phrase">What to find.</param>
    public static IEnumerable<TextSpan> In(IReadOnlyList<AnalyzedToken> tokens, ConceptPhrase phrase)
    {
        var progress = new PhraseProgress(phrase.Terms.Count);
        var startOf = new Dictionary<int, int>();
        foreach (var token in tokens)
        {
            startOf.TryAdd(token.Position, token.Span.Start);
            var stem = MarkedTerm.Stem(token.Language, token.Stem);
            for (var place = 0; place < phrase.Terms.Count; place++)
            {
                if (phrase.Terms[place] == stem && progress.Ends(place, token.Position, out var start))
                {
                    yield return TextSpan.FromBounds(startOf[start], token.Span.End);
                }
            }
        }
    }
}
