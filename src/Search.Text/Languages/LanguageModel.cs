using Search.Text.Analysis;

namespace Search.Text.Languages;

/// <summary>
/// Tells Belarusian from Russian words by their runs of letters: a logistic regression over the character n-grams of a word,
/// each hashed into a table of one byte. The words of a text add up.
/// </summary>
public sealed class LanguageModel
{
    /// <summary>Runs up to this length, the marks of a word's start and end counted in: <c>^гэта</c>.</summary>
    private const int MaxRunLength = 6;

    /// <summary>Buckets of the table; at 131,072 collisions cost less than a tenth of a per cent of words.</summary>
    private const int BucketBits = 17;

    // File: the four letters, the number of bits, the scale, the table.
    private const uint Magic = 0x3144494C; // LID1

    private readonly sbyte[] _weights;
    private readonly float _scale;

    private LanguageModel(sbyte[] weights, float scale) => (_weights, _scale) = (weights, scale);

    /// <summary>Logarithm of the odds that a word is Belarusian rather than Russian: above 0 for Belarusian.</summary>
    /// <param name="word">Letters normalised for <see cref="Language.Unknown"/>.</param>
    public double LogOdds(ReadOnlySpan<char> word)
    {
        var sum = 0;
        foreach (var bucket in new Runs(word))
        {
            sum += _weights[bucket];
        }

        return sum * _scale;
    }

    /// <summary>Learns from texts of known language; the same texts in the same order give the same model.</summary>
    /// <param name="texts">Texts of Belarusian and Russian; those of other languages are passed over.</param>
    public static LanguageModel Train(IEnumerable<(Language Language, string Text)> texts)
    {
        var words = LanguageModelTrainer.CountWords(texts);
        var weights = LanguageModelTrainer.Fit(words, 1 << BucketBits, word => new Runs(word));
        var scale = weights.Max(Math.Abs) / sbyte.MaxValue;
        return new LanguageModel([.. weights.Select(weight => (sbyte)MathF.Round(weight / scale))], scale);
    }

    /// <summary>Reads a model that <see cref="Write"/> has written.</summary>
    /// <exception cref="InvalidDataException">The stream holds no language model of this version.</exception>
    public static LanguageModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        if (reader.ReadUInt32() != Magic || reader.ReadInt32() != BucketBits)
        {
            throw new InvalidDataException("This is no language model of version 1; train it anew.");
        }

        var scale = reader.ReadSingle();
        var bytes = reader.ReadBytes(1 << BucketBits);
        return bytes.Length == 1 << BucketBits
            ? new LanguageModel([.. bytes.Select(value => (sbyte)value)], scale)
            : throw new InvalidDataException("The language model is cut short; train it anew.");
    }

    /// <summary>Writes the model, 131 kB.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(BucketBits);
        writer.Write(_scale);
        writer.Write([.. _weights.Select(weight => (byte)weight)]);
    }

    /// <summary>The buckets of a word's runs of letters, one by one.</summary>
    internal ref struct Runs(ReadOnlySpan<char> word)
    {
        private readonly ReadOnlySpan<char> _word = word;
        private int _start = -1;
        private int _end = -1;
        private uint _hash = Seed;

        private const uint Seed = 2166136261;

        /// <summary>The bucket of the present run.</summary>
        public readonly int Current => (int)((_hash ^ (_hash >> BucketBits)) & ((1 << BucketBits) - 1));

        public readonly Runs GetEnumerator() => this;

        public bool MoveNext()
        {
            // The word stands between marks, at -1 and at its length; a mark alone is no run.
            if (_end > _word.Length || _end - _start >= MaxRunLength)
            {
                _start++;
                _end = _start;
                _hash = Seed;
            }

            if (_start >= _word.Length)
            {
                return false;
            }

            var letter = _end < 0 ? '^' : _end < _word.Length ? _word[_end] : '$';
            _hash = (_hash ^ letter) * 16777619;
            _end++;
            return _start >= 0 || _end > 0 || MoveNext();
        }
    }
}
