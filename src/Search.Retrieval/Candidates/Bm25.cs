namespace Search.Retrieval.Candidates;

/// <summary>
/// BM25 as Apache Lucene 8 computes it: <c>idf · tf / (tf + k1 · (1 − b + b · length / average length))</c>, without the constant factor k1 + 1,
/// lengths kept in one byte.
/// </summary>
/// <remarks>Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009; idf as in Lucene: ln(1 + (N − n + 0.5) / (n + 0.5)).</remarks>
/// <param name="K1">How slowly further occurrences stop counting, 0 or more.</param>
/// <param name="B">How much length counts, 0 to 1.</param>
public readonly record struct Bm25(float K1, float B)
{
    /// <summary>For a few words or a question: a second occurrence says little in a few sentences, and length hardly matters.</summary>
    /// <remarks>Chosen on questions against 50,000 passages; docs/decisions tells how.</remarks>
    public static readonly Bm25 Passages = new(0.6f, 0.15f);

    /// <summary>For a whole sentence: the passage that says the same is about as long.</summary>
    public static readonly Bm25 Statements = new(3f, 1f);

    /// <summary>Rarity of a term.</summary>
    /// <param name="documentFrequency">Passages that hold it; may be fractional for a concept.</param>
    /// <param name="documentCount">Passages that have the field.</param>
    public static float InverseDocumentFrequency(double documentFrequency, long documentCount) =>
        (float)Math.Log(1 + ((documentCount - documentFrequency + 0.5) / (documentFrequency + 0.5)));

    /// <summary>Score of one term in one passage.</summary>
    /// <param name="inverseDocumentFrequency">From <see cref="InverseDocumentFrequency"/>.</param>
    /// <param name="frequency">Occurrences, weighted for a concept; above 0.</param>
    /// <param name="length">Length of the field as <see cref="Quantize"/> keeps it.</param>
    /// <param name="averageLength">Mean exact length of the field.</param>
    public float Score(float inverseDocumentFrequency, float frequency, int length, float averageLength)
    {
        var norm = K1 * (1 - B + (B * length / averageLength));
        return inverseDocumentFrequency * (frequency / (frequency + norm));
    }

    /// <summary>A length as one byte keeps it: exact below 40, then with about four significant bits.</summary>
    /// <remarks>Lucene's SmallFloat.intToByte4 and back.</remarks>
    /// <param name="length">0 or more.</param>
    public static int Quantize(int length)
    {
        const int free = 255 - 231; // 231 byte values are needed for four significant bits of any int; the rest keeps small lengths exact.
        if (length < free)
        {
            return length;
        }

        var rest = length - free;
        var bits = 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)rest);
        var shift = Math.Max(0, bits - 4);
        return free + ((rest >> shift) << shift);
    }
}
