using System.Numerics;
using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>Keeps for every norm byte the largest frequency seen with it; writes the pairs that no other pair beats.</summary>
internal sealed class ImpactCollector
{
    private readonly int[] _maxFreqByNorm = new int[256];
    private readonly ulong[] _seen = new ulong[4];

    public void Add(int freq, byte norm)
    {
        if (freq > _maxFreqByNorm[norm])
        {
            _maxFreqByNorm[norm] = freq;
            _seen[norm >> 6] |= 1UL << (norm & 63);
        }
    }

    public void AddAll(ImpactCollector other)
    {
        for (var word = 0; word < 4; word++)
        {
            for (var bits = other._seen[word]; bits != 0; bits &= bits - 1)
            {
                var norm = (word << 6) | BitOperations.TrailingZeroCount(bits);
                Add(other._maxFreqByNorm[norm], (byte)norm);
            }
        }
    }

    /// <summary>
    /// Writes the pairs, both parts ascending: gap of frequency − 1, doubled, plus 1 if a zigzag gap of norm − 1 follows. Norms are signed bytes there.
    /// </summary>
    public void WriteTo(IndexOutput output)
    {
        var previousFreq = 0;
        long previousNorm = 0;
        for (var word = 0; word < 4; word++)
        {
            for (var bits = _seen[word]; bits != 0; bits &= bits - 1)
            {
                var norm = (word << 6) | BitOperations.TrailingZeroCount(bits);
                var freq = _maxFreqByNorm[norm];
                if (freq <= previousFreq)
                {
                    continue;
                }

                var freqGap = freq - previousFreq - 1;
                var normGap = (sbyte)norm - previousNorm - 1;
                if (normGap == 0)
                {
                    output.WriteVInt(freqGap << 1);
                }
                else
                {
                    output.WriteVInt((freqGap << 1) | 1);
                    output.WriteZLong(normGap);
                }

                previousFreq = freq;
                previousNorm = (sbyte)norm;
            }
        }
    }

    public void Clear()
    {
        for (var word = 0; word < 4; word++)
        {
            for (var bits = _seen[word]; bits != 0; bits &= bits - 1)
            {
                _maxFreqByNorm[(word << 6) | BitOperations.TrailingZeroCount(bits)] = 0;
            }

            _seen[word] = 0;
        }
    }
}
