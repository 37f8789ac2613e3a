using Search.Lucene.Codecs;

namespace Search.Lucene.Search;

/// <summary>The BM25 of one field with one weight: from frequency and norm to score.</summary>
/// <param name="Weight">boost · idf: what the score approaches as the frequency grows.</param>
/// <param name="NormInverses">By norm, what a frequency is multiplied by before saturation.</param>
internal sealed record TermScoring(float Weight, float[] NormInverses)
{
    /// <summary>The score of a frequency in a field of a norm.</summary>
    public float Score(float freq, int norm) => BM25Similarity.Saturate(Weight, freq * NormInverses[norm]);

    /// <summary>The highest score among the impacts.</summary>
    public float MaxScore(ReadOnlySpan<Impact> impacts) => BM25Similarity.Saturate(Weight, MaxNormalisedFreq(impacts));

    /// <summary>The highest frequency, each already divided by its length norm, among the impacts.</summary>
    public float MaxNormalisedFreq(ReadOnlySpan<Impact> impacts)
    {
        var best = 0f;
        foreach (var impact in impacts)
        {
            best = Math.Max(best, impact.Freq * NormInverses[(byte)impact.Norm]);
        }

        return best;
    }

    /// <summary>The norm of a document, as scoring takes it.</summary>
    public static int NormOf(NormValues? norms, int docId) => norms is null ? BM25Similarity.NoNorm : (byte)norms.Get(docId);
}
