using System.Runtime.InteropServices;
using Search.Text;

namespace Search.Answering.Reading;

/// <summary>Guesses the part of speech of each token from its letters and neighbours, left to right.</summary>
/// <remarks>Averaged perceptron over hashed features (Collins 2002); weights of 8 bits, trained by <c>Training/TaggerTrainer</c>.</remarks>
internal sealed class PosTagger
{
    /// <summary>Weights of one tag. Few enough to keep the model small, enough that collisions cost under a point of accuracy.</summary>
    public const int Buckets = 1 << 14;

    /// <summary>Tags that are guessed; signs are known by their shape.</summary>
    public const int TagCount = (int)PartOfSpeech.Particle + 1;

    private const int FeatureCount = 14;

    private readonly sbyte[] _weights;

    /// <summary>A tagger over trained weights, bucket by bucket.</summary>
    public PosTagger(sbyte[] weights) => _weights = weights;

    /// <summary>The tagger that travels inside the library.</summary>
    public static PosTagger Default { get; } = Load();

    /// <summary>One part of speech a token.</summary>
    public PartOfSpeech[] Tag(IReadOnlyList<ReadingToken> tokens, Language language)
    {
        var tags = new PartOfSpeech[tokens.Count];
        Span<int> features = stackalloc int[FeatureCount];
        Span<int> scores = stackalloc int[TagCount];
        for (var i = 0; i < tags.Length; i++)
        {
            if (tokens[i].Shape is TokenShape.Sign or TokenShape.Number)
            {
                tags[i] = tokens[i].Shape == TokenShape.Sign ? PartOfSpeech.Sign : PartOfSpeech.Number;
                continue;
            }

            Features(tokens, tags, i, language, features);
            scores.Clear();
            foreach (var feature in features)
            {
                for (var tag = 0; tag < TagCount; tag++)
                {
                    scores[tag] += _weights[(feature * TagCount) + tag];
                }
            }

            tags[i] = (PartOfSpeech)BestOf(scores);
        }

        return tags;
    }

    /// <summary>Hashed features of one token, given the tags to its left.</summary>
    internal static void Features(IReadOnlyList<ReadingToken> tokens, PartOfSpeech[] tags, int i, Language language, Span<int> features)
    {
        var token = tokens[i];
        var word = token.Lower;
        var previous = i > 0 ? tokens[i - 1].Lower : "<";
        var next = i + 1 < tokens.Count ? tokens[i + 1].Lower : ">";
        var tag = i > 0 ? (int)tags[i - 1] : 15;
        var tagBefore = i > 1 ? (int)tags[i - 2] : 15;
        var shape = (token.IsCapital ? 1 : 0) + (token.IsUpper ? 2 : 0) + (i == 0 ? 4 : 0) + (token.Shape == TokenShape.Mixed ? 8 : 0);
        var tongue = (int)language << 8;
        features[0] = Hash(tongue | 1, word);
        features[1] = Hash(tongue | 2, Suffix(word, 1));
        features[2] = Hash(tongue | 3, Suffix(word, 2));
        features[3] = Hash(tongue | 4, Suffix(word, 3));
        features[4] = Hash(tongue | 5, Suffix(word, 4));
        features[5] = Hash(tongue | 6 | (shape << 16), "");
        features[6] = Hash(tongue | 7 | (tag << 16), "");
        features[7] = Hash(tongue | 8 | (tag << 16) | (tagBefore << 24), "");
        features[8] = Hash(tongue | 9 | (tag << 16), Suffix(word, 2));
        features[9] = Hash(tongue | 10, previous);
        features[10] = Hash(tongue | 11, Suffix(next, 3));
        features[11] = Hash(tongue | 12, next);
        features[12] = Hash(tongue | 13 | (shape << 16), Suffix(word, 3));
        features[13] = Hash(tongue | 14, word.Length <= 3 ? word : word[..3]);
    }

    /// <summary>The tag with the highest score; the first of equals.</summary>
    internal static int BestOf(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var tag = 1; tag < scores.Length; tag++)
        {
            best = scores[tag] > scores[best] ? tag : best;
        }

        return best;
    }

    private static ReadOnlySpan<char> Suffix(string word, int length) => word.AsSpan(Math.Max(0, word.Length - length));

    // FNV-1a; the same on every machine.
    private static int Hash(int seed, ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        hash = (hash ^ (uint)seed) * 16777619u;
        hash ^= hash >> 15;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }

        hash ^= hash >> 13;
        return (int)(hash & (Buckets - 1));
    }

    private static PosTagger Load()
    {
        using var stream = EmbeddedText.Open("tagger.bin");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new PosTagger(MemoryMarshal.Cast<byte, sbyte>(bytes).ToArray());
    }
}
