using System.Globalization;

namespace Search.Lucene.Search;

/// <summary>
/// Okapi BM25 as Lucene 8 computes it, in single precision:
/// <c>boost · idf · tf / (tf + k1 · (1 − b + b · length / averageLength))</c>, without the constant factor (k1 + 1),
/// and <c>idf = ln(1 + (N − n + 0.5) / (n + 0.5))</c> of N documents that have the field and n that hold the term.
/// </summary>
/// <remarks>Robertson and others, TREC-3, 1994. The length is the one that the norm keeps: exact up to 40, then rounded down.</remarks>
/// <param name="K1">How soon more occurrences stop to count; 0 or more. Default 1.2.</param>
/// <param name="B">How much the length of the field counts; 0 to 1. Default 0.75.</param>
public sealed record BM25Similarity(float K1 = 1.2f, float B = 0.75f)
{
    // A norm of 1 stands for "one token" and for "the field keeps no norms" alike.
    internal const int NoNorm = 1;

    /// <summary>The inverse document frequency of a term.</summary>
    /// <param name="docFreq">Documents that hold the term.</param>
    /// <param name="docCount">Documents that have the field.</param>
    public static float Idf(double docFreq, long docCount) => (float)Math.Log(1 + ((docCount - docFreq + 0.5) / (docFreq + 0.5)));

    /// <summary>By norm, what a frequency is multiplied by before saturation: 1 / (k1 · (1 − b + b · length / average)).</summary>
    internal float[] NormInverses(float averageLength)
    {
        var inverses = new float[256];
        for (var norm = 0; norm < inverses.Length; norm++)
        {
            inverses[norm] = 1f / (K1 * ((1 - B) + (B * Length(norm) / averageLength)));
        }

        return inverses;
    }

    /// <summary>The score of a frequency already divided by its length norm; grows with it, and never reaches the weight.</summary>
    internal static float Saturate(float weight, float normalisedFreq) => weight - (weight / (1f + normalisedFreq));

    /// <summary>The length that a norm stands for (Lucene's four-bit float of 24 exact values and a 3-bit mantissa).</summary>
    internal static int Length(int norm)
    {
        // Values below 24 are themselves; above, 3 bits of mantissa behind a leading one, then 5 bits of exponent.
        const int exact = 24;
        if (norm < exact)
        {
            return norm;
        }

        var encoded = norm - exact;
        var mantissa = encoded & 7;
        var shift = (encoded >> 3) - 1;
        return exact + (shift < 0 ? mantissa : (mantissa | 8) << shift);
    }

    internal Explanation Explain(float boost, float freq, int norm, float averageLength, float score, params IEnumerable<Explanation> idf)
    {
        var details = new List<Explanation>();
        if (boost != 1f)
        {
            details.Add(new Explanation(boost, "boost"));
        }

        details.AddRange(idf);
        var tf = Saturate(1f, freq * NormInverses(averageLength)[norm]);
        details.Add(new Explanation(tf, "tf = freq / (freq + k1 * (1 - b + b * dl / avgdl))",
        [
            new Explanation(freq, "freq, occurrences of the term within the document"),
            new Explanation(K1, "k1, saturation of the term frequency"),
            new Explanation(B, "b, weight of the field length"),
            new Explanation(Length(norm), "dl, length of the field"),
            new Explanation(averageLength, "avgdl, average length of the field"),
        ]));
        return new Explanation(score, "score = boost * idf * tf", details);
    }

    internal static Explanation ExplainIdf(double docFreq, long docCount, string term) =>
        new(Idf(docFreq, docCount), $"idf of {term} = ln(1 + (N - n + 0.5) / (n + 0.5))",
        [
            new Explanation(docFreq, "n, documents that hold the term"),
            new Explanation(docCount, "N, documents that have the field"),
        ]);

    /// <summary>The parameters.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"BM25(k1={K1}, b={B})");
}
