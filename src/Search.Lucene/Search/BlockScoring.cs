using System.Numerics;
using System.Runtime.InteropServices;
using Search.Lucene.Codecs;

namespace Search.Lucene.Search;

/// <summary>Scores the decoded documents of a block together: table look-ups one by one, arithmetic in vectors.</summary>
internal sealed class BlockScoring(TermScoring scoring, NormValues? norms)
{
    /// <summary>Documents in a full block of postings.</summary>
    public const int BlockSize = 128;

    private readonly float[] _scores = new float[BlockSize];

    /// <summary>The scores of documents with these frequencies, valid until the next call.</summary>
    public ReadOnlySpan<float> Score(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs)
    {
        var scores = _scores.AsSpan(0, docs.Length);
        NormInverses(docs, scores);
        var weight = new Vector<float>(scoring.Weight);
        var i = 0;
        for (; i <= scores.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var part = scores.Slice(i, Vector<float>.Count);
            var freq = Vector.ConvertToSingle(new Vector<int>(freqs.Slice(i, Vector<float>.Count)));
            (weight - (weight / (Vector<float>.One + (freq * new Vector<float>(part))))).CopyTo(part);
        }

        for (; i < scores.Length; i++)
        {
            scores[i] = BM25Similarity.Saturate(scoring.Weight, freqs[i] * scores[i]);
        }

        return scores;
    }

    /// <summary>The frequencies times the weight, each divided by its length norm, valid until the next call.</summary>
    public ReadOnlySpan<float> WeightedFreqs(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs)
    {
        var weighted = _scores.AsSpan(0, docs.Length);
        NormInverses(docs, weighted);
        for (var i = 0; i < weighted.Length; i++)
        {
            weighted[i] = scoring.Weight * freqs[i] * weighted[i];
        }

        return weighted;
    }

    private void NormInverses(ReadOnlySpan<int> docs, Span<float> inverses)
    {
        ReadOnlySpan<float> table = scoring.NormInverses;
        if (norms is null)
        {
            inverses.Fill(table[BM25Similarity.NoNorm]);
            return;
        }

        var bytes = norms.Bytes;
        if (bytes.IsEmpty)
        {
            for (var i = 0; i < docs.Length; i++)
            {
                inverses[i] = table[(byte)norms.Get(docs[i])];
            }

            return;
        }

        ref var entries = ref MemoryMarshal.GetReference(table);
        for (var i = 0; i < docs.Length; i++)
        {
            // The table has an entry for each of the 256 norms, so that no index needs a check.
            inverses[i] = System.Runtime.CompilerServices.Unsafe.Add(ref entries, (nint)bytes[docs[i]]);
        }
    }
}
