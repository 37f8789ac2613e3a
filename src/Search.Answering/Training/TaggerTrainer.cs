using Search.Answering.Reading;
using Search.Text;

namespace Search.Answering.Training;

/// <summary>Trains the part-of-speech tagger: an averaged perceptron over the features of <see cref="PosTagger"/>.</summary>
internal static class TaggerTrainer
{
    private const int Rounds = 6;

    /// <summary>Trains on sentences of words with their parts of speech.</summary>
    /// <param name="sentences">Language, words and Universal Dependencies tags, in a fixed order.</param>
    /// <returns>Weights for <see cref="PosTagger"/>, and the share of words of the last tenth of the sentences tagged rightly by a tagger that has not seen them.</returns>
    public static (sbyte[] Weights, double Accuracy) Train(IReadOnlyList<(Language Language, IReadOnlyList<(string Form, string Tag)> Words)> sentences)
    {
        var held = sentences.Where((_, i) => i % 10 == 9).ToList();
        var accuracy = Accuracy(new PosTagger(Fit([.. sentences.Where((_, i) => i % 10 != 9)])), held);
        return (Fit(sentences), accuracy);
    }

    /// <summary>The tag of the tagger for one of Universal Dependencies; <see langword="null"/> for those it does not guess.</summary>
    public static PartOfSpeech? TagOf(string tag) => tag switch
    {
        "NOUN" => PartOfSpeech.Noun,
        "PROPN" => PartOfSpeech.ProperNoun,
        "VERB" or "AUX" => PartOfSpeech.Verb,
        "ADJ" => PartOfSpeech.Adjective,
        "ADV" => PartOfSpeech.Adverb,
        "NUM" => PartOfSpeech.Number,
        "PRON" or "DET" => PartOfSpeech.Pronoun,
        "ADP" => PartOfSpeech.Preposition,
        "CCONJ" or "SCONJ" => PartOfSpeech.Conjunction,
        "PART" or "INTJ" => PartOfSpeech.Particle,
        _ => null,
    };

    private static sbyte[] Fit(IReadOnlyList<(Language Language, IReadOnlyList<(string Form, string Tag)> Words)> sentences)
    {
        var weights = new float[PosTagger.Buckets * PosTagger.TagCount];
        var totals = new double[weights.Length];
        var stamps = new int[weights.Length];
        var step = 0;
        Span<int> features = stackalloc int[14];
        Span<float> scores = stackalloc float[PosTagger.TagCount];
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (language, words) in sentences)
            {
                var tokens = words.Select(word => ReadingTokenizer.Read(word.Form, language).FirstOrDefault()).ToList();
                var tags = words.Select(word => TagOf(word.Tag) ?? PartOfSpeech.Sign).ToArray();
                var guessed = new PartOfSpeech[tags.Length];
                for (var i = 0; i < tags.Length; i++)
                {
                    guessed[i] = tags[i];
                    if (tags[i] == PartOfSpeech.Sign || tokens[i].Lower is null || tokens[i].Shape is TokenShape.Sign or TokenShape.Number)
                    {
                        continue;
                    }

                    step++;
                    PosTagger.Features(tokens, guessed, i, language, features);
                    scores.Clear();
                    foreach (var feature in features)
                    {
                        for (var tag = 0; tag < PosTagger.TagCount; tag++)
                        {
                            scores[tag] += weights[(feature * PosTagger.TagCount) + tag];
                        }
                    }

                    var best = 0;
                    for (var tag = 1; tag < PosTagger.TagCount; tag++)
                    {
                        best = scores[tag] > scores[best] ? tag : best;
                    }

                    guessed[i] = (PartOfSpeech)best;
                    if (best != (int)tags[i])
                    {
                        foreach (var feature in features)
                        {
                            Update((feature * PosTagger.TagCount) + (int)tags[i], 1);
                            Update((feature * PosTagger.TagCount) + best, -1);
                        }
                    }
                }
            }
        }

        for (var i = 0; i < weights.Length; i++)
        {
            Update(i, 0);
        }

        var largest = totals.Max(Math.Abs);
        return [.. totals.Select(total => (sbyte)Math.Clamp(Math.Round(total / largest * 400), -127, 127))];

        void Update(int at, float change)
        {
            totals[at] += weights[at] * (double)(step - stamps[at]);
            stamps[at] = step;
            weights[at] += change;
        }
    }

    private static double Accuracy(PosTagger tagger, IReadOnlyList<(Language Language, IReadOnlyList<(string Form, string Tag)> Words)> sentences)
    {
        var right = 0;
        var all = 0;
        foreach (var (language, words) in sentences)
        {
            var known = words.Where(word => ReadingTokenizer.Read(word.Form, language).Count > 0).ToList();
            var tags = tagger.Tag([.. known.Select(word => ReadingTokenizer.Read(word.Form, language)[0])], language);
            for (var i = 0; i < tags.Length; i++)
            {
                if (TagOf(known[i].Tag) is { } tag && tag != PartOfSpeech.Number)
                {
                    right += tag == tags[i] ? 1 : 0;
                    all++;
                }
            }
        }

        return (double)right / Math.Max(1, all);
    }
}
