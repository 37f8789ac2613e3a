using Search.Answering.Extraction;
using Search.Answering.Reading;

namespace Search.Answering.Verification;

/// <summary>Describes by numbers how far the page of an answer stands out among all that was found, and what of the question it lacks.</summary>
/// <remarks>Sums of weights and scores are told in units of the logarithm of the archive's size: of n passages the best one holds words worth ln n by chance.</remarks>
internal static class EvidenceFeatures
{
    /// <summary>Numbers in a description.</summary>
    public const int Count = 47;

    // A weaker match is a guess by sound.
    private const float Held = 0.3f;

    // The word itself, or a translation that is hardly ever meant otherwise; related words and likeness of sound are weaker.
    private const float Sure = 0.7f;

    private static readonly PartOfSpeech[] Content = [PartOfSpeech.Verb, PartOfSpeech.Noun, PartOfSpeech.Adjective];

    /// <summary>Describes the page that a sentence stands on.</summary>
    /// <param name="evidence">What was found.</param>
    /// <param name="sentence">The sentence that answers.</param>
    /// <param name="f">Receives <see cref="Count"/> numbers.</param>
    public static void Describe(FoundEvidence evidence, EvidenceSentence sentence, Span<float> f)
    {
        var unit = Math.Log(1 + Math.Max(1, evidence.ArchivePassages));
        var page = evidence.PageOf(sentence);
        float[] onPage = [.. Enumerable.Range(0, evidence.Matcher.Concepts.Count).Select(i => FoundEvidence.OnPage(sentence, page, i))];
        var k = Scores(evidence, page, unit, f, 0);
        k = Missing(evidence, sentence, onPage, unit, f, k);
        k = Words(evidence, sentence, onPage, f, k);
        k = Surely(evidence, sentence, onPage, f, k);
        if (k != Count)
        {
            throw new InvalidOperationException($"{k} features are described, {Count} are declared.");
        }
    }

    // How far the page's passages stand above those of other pages.
    private static int Scores(FoundEvidence evidence, List<EvidencePassage> page, double unit, Span<float> f, int k)
    {
        var scores = evidence.Passages.Select(passage => passage.Ranked.Score).OrderDescending().ToList();
        var own = page.Max(passage => passage.Ranked.Score);
        var other = evidence.Passages.Except(page).Select(passage => passage.Ranked.Score).DefaultIfEmpty(0).Max();
        var weight = evidence.Matcher.TotalWeight;
        var first = Math.Max(1e-6, scores[0]);
        f[k++] = (float)(own / unit);
        f[k++] = (float)(other / unit);
        f[k++] = (float)((own - other) / unit);
        f[k++] = (float)((own - other) / Math.Max(1e-6, own));
        f[k++] = (float)(own / weight);
        f[k++] = (float)(other / weight);
        f[k++] = (float)((own - other) / weight);
        f[k++] = (float)(scores.ElementAtOrDefault(1) / first);
        f[k++] = (float)(scores.ElementAtOrDefault(2) / unit);
        f[k++] = (float)(scores.ElementAtOrDefault(EvidenceFinder.PassageCount - 1) / first);
        f[k++] = (float)(scores.ElementAtOrDefault(EvidenceFinder.PassageCount - 1) / unit);
        f[k++] = (float)(scores.Average() / unit);
        f[k++] = page.Min(passage => passage.Ranked.Rank);
        f[k++] = page.Count;
        f[k++] = (float)(page.Sum(passage => passage.Ranked.Score) / unit);
        return k;
    }

    // What of the question the page holds, and whether the rest of it stands on other pages or nowhere.
    private static int Missing(FoundEvidence evidence, EvidenceSentence sentence, float[] onPage, double unit, Span<float> f, int k)
    {
        double own = 0, held = 0, heaviest = 0, heaviestElsewhere = 0, elsewhere = 0, nowhere = 0, translated = 0, translatedHeld = 0, name = 0;
        int missing = 0, stated = 0;
        var concepts = evidence.Matcher.Concepts;
        for (var i = 0; i < concepts.Count; i++)
        {
            var weight = concepts[i].Weight;
            var isElsewhere = evidence.Passages.Any(passage => passage.Anywhere[i] >= Held);
            own += weight * sentence.Own[i];
            held += weight * onPage[i];
            stated += sentence.Own[i] >= Held ? 1 : 0;
            nowhere += isElsewhere ? 0 : weight;
            if (concepts[i].HasTermIn(sentence.Passage.Language))
            {
                translated += weight;
                translatedHeld += weight * onPage[i];
            }

            if (onPage[i] < Held)
            {
                missing++;
                heaviest = Math.Max(heaviest, weight);
                name = concepts[i].IsName ? Math.Max(name, weight) : name;
                heaviestElsewhere = isElsewhere ? Math.Max(heaviestElsewhere, weight) : heaviestElsewhere;
                elsewhere += isElsewhere ? weight : 0;
            }
        }

        var all = evidence.Matcher.TotalWeight;
        f[k++] = (float)(all / unit);
        f[k++] = (float)(own / unit);
        f[k++] = (float)(held / unit);
        f[k++] = (float)((all - held) / unit);
        f[k++] = missing;
        f[k++] = stated;
        f[k++] = (float)(heaviest / all);
        f[k++] = (float)(heaviest / unit);
        f[k++] = (float)(heaviestElsewhere / all);
        f[k++] = (float)(elsewhere / all);
        f[k++] = (float)(nowhere / all);
        f[k++] = (float)(name / all);
        f[k++] = (float)(translated / all);
        f[k++] = translated == 0 ? -1 : (float)(translatedHeld / translated);
        f[k++] = (float)((translated - translatedHeld) / all);
        return k;
    }

    // What is said of a subject is told by verbs, nouns and adjectives each in their own way.
    private static int Words(FoundEvidence evidence, EvidenceSentence sentence, float[] onPage, Span<float> f, int k)
    {
        var question = evidence.Question;
        foreach (var part in Content)
        {
            double all = 0, own = 0, held = 0, heaviest = 0;
            for (var i = 0; i < evidence.Matcher.Concepts.Count; i++)
            {
                var concept = evidence.Matcher.Concepts[i];
                if (concept.IsName || !Enumerable.Range(0, question.Tokens.Count).Any(at => question.Tags[at] == part && concept.Holds(question.Tokens[at])))
                {
                    continue;
                }

                all += concept.Weight;
                own += concept.Weight * sentence.Own[i];
                held += concept.Weight * onPage[i];
                heaviest = onPage[i] < Held ? Math.Max(heaviest, concept.Weight) : heaviest;
            }

            f[k++] = all == 0 ? -1 : (float)(own / all);
            f[k++] = all == 0 ? -1 : (float)(held / all);
            f[k++] = (float)(heaviest / evidence.Matcher.TotalWeight);
        }

        // Names that the sentence itself holds, and the least of them.
        var names = Enumerable.Range(0, evidence.Matcher.Concepts.Count).Where(i => evidence.Matcher.Concepts[i].IsName).ToList();
        f[k++] = names.Count == 0 ? -1 : (float)names.Average(i => sentence.Own[i]);
        f[k++] = names.Count == 0 ? -1 : names.Min(i => onPage[i]);
        return k;
    }

    // What the sentence and the page hold beyond doubt.
    private static int Surely(FoundEvidence evidence, EvidenceSentence sentence, float[] onPage, Span<float> f, int k)
    {
        double own = 0, held = 0, notOwn = 0, notHeld = 0, names = 0, namesHeld = 0, words = 0, wordsOwn = 0;
        for (var i = 0; i < evidence.Matcher.Concepts.Count; i++)
        {
            var concept = evidence.Matcher.Concepts[i];
            var (isOwn, isHeld) = (sentence.Own[i] >= Sure, onPage[i] >= Sure);
            own += isOwn ? concept.Weight : 0;
            held += isHeld ? concept.Weight : 0;
            notOwn = isOwn ? notOwn : Math.Max(notOwn, concept.Weight);
            notHeld = isHeld ? notHeld : Math.Max(notHeld, concept.Weight);
            (names, namesHeld) = concept.IsName ? (names + concept.Weight, namesHeld + (isHeld ? concept.Weight : 0)) : (names, namesHeld);
            (words, wordsOwn) = concept.IsName ? (words, wordsOwn) : (words + concept.Weight, wordsOwn + (isOwn ? concept.Weight : 0));
        }

        var all = evidence.Matcher.TotalWeight;
        f[k++] = (float)(own / all);
        f[k++] = (float)(held / all);
        f[k++] = (float)(notOwn / all);
        f[k++] = (float)(notHeld / all);
        f[k++] = names == 0 ? -1 : (float)(namesHeld / names);
        f[k++] = words == 0 ? -1 : (float)(wordsOwn / words);
        return k;
    }
}
