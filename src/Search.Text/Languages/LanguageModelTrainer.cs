using Search.Text.Analysis;

namespace Search.Text.Languages;

/// <summary>Fits the language model.</summary>
internal static class LanguageModelTrainer
{
    private const int Epochs = 8;

    /// <summary>First step of each weight; AdaGrad makes the following ones smaller.</summary>
    private const float LearningRate = 0.2f;

    /// <summary>Pulls weights that little supports to zero.</summary>
    private const float Shrinkage = 1e-6f;

    /// <summary>Fixes the order of the steps, so that a model can be made again.</summary>
    private const int Seed = 20;

    public delegate LanguageModel.Runs RunsOf(ReadOnlySpan<char> word);

    /// <summary>How often each Cyrillic word stands in each of the two languages, in ordinal order.</summary>
    public static IReadOnlyList<(string Word, int Belarusian, int Russian)> CountWords(IEnumerable<(Language Language, string Text)> texts)
    {
        var counts = new Dictionary<string, (int Belarusian, int Russian)>(StringComparer.Ordinal);
        foreach (var (language, text) in texts)
        {
            if (language is not (Language.Belarusian or Language.Russian))
            {
                continue;
            }

            foreach (var word in CyrillicWords.Of(text))
            {
                // Untranslated strings, quotations and names: the letters say that the label is wrong.
                if (CyrillicWords.LanguageByLetters(word) is var byLetters && byLetters != Language.Unknown && byLetters != language)
                {
                    continue;
                }

                var (belarusian, russian) = counts.GetValueOrDefault(word);
                counts[word] = language == Language.Belarusian ? (belarusian + 1, russian) : (belarusian, russian + 1);
            }
        }

        return [.. counts.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (entry.Key, entry.Value.Belarusian, entry.Value.Russian))];
    }

    /// <summary>Weights of the buckets by logistic regression; frequent words count more, but not as often as they occur.</summary>
    public static float[] Fit(IReadOnlyList<(string Word, int Belarusian, int Russian)> words, int buckets, RunsOf runsOf)
    {
        var weights = new float[buckets];
        var squares = new float[buckets];
        var order = Enumerable.Range(0, words.Count).ToArray();
        var random = new Random(Seed);
        var belarusianTotal = words.Sum(word => Math.Sqrt(word.Belarusian));
        var balance = (float)(words.Sum(word => Math.Sqrt(word.Russian)) / belarusianTotal);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                var (word, belarusian, russian) = words[index];
                var positive = MathF.Sqrt(belarusian) * balance;
                var negative = MathF.Sqrt(russian);
                var sum = 0f;
                foreach (var bucket in runsOf(word))
                {
                    sum += weights[bucket];
                }

                var probability = 1 / (1 + MathF.Exp(-sum));
                var gradient = (positive * (1 - probability)) - (negative * probability);
                foreach (var bucket in runsOf(word))
                {
                    var step = gradient - (Shrinkage * weights[bucket]);
                    squares[bucket] += step * step;
                    weights[bucket] += LearningRate * step / (1e-3f + MathF.Sqrt(squares[bucket]));
                }
            }
        }

        return weights;
    }
}
