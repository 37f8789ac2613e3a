using Search.Answering.Questions;
using Search.Answering.Reading;

namespace Search.Answering.Extraction;

/// <summary>Describes a sentence by numbers, from which the sentence ranker learns which sentences answer which questions.</summary>
internal static class SentenceFeatures
{
    /// <summary>Numbers in a description.</summary>
    public const int Count = 73;

    // A distance beyond this tells no more.
    private const int Far = 25;

    // A match from here on is the word itself or its translation, no guess by sound.
    private const float Sure = 0.8f;

    /// <summary>Describes a sentence.</summary>
    /// <param name="question">The question.</param>
    /// <param name="matcher">Its concepts.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="context">What the sentences of one question share.</param>
    /// <param name="f">Receives <see cref="Count"/> numbers.</param>
    public static void Describe(UnderstoodQuestion question, QuestionMatcher matcher, EvidenceSentence sentence, RankingContext context, Span<float> f)
    {
        var k = Question(question, matcher, sentence, f, 0);
        k = Cover(matcher, sentence, context, f, k);
        k = Place(sentence, context, f, k);
        k = Words(question, sentence, f, k);
        k = Values(question, sentence, context, f, k);
        k = Kind(matcher, sentence, f, k);
        if (k != Count)
        {
            throw new InvalidOperationException($"{k} features are described, {Count} are declared.");
        }
    }

    private static int Question(UnderstoodQuestion question, QuestionMatcher matcher, EvidenceSentence sentence, Span<float> f, int k)
    {
        f[k++] = (int)question.Kind;
        f[k++] = (int)question.Expected;
        f[k++] = question.Language == sentence.Passage.Language ? 1 : 0;
        f[k++] = (int)sentence.Passage.Language;
        f[k++] = question.Tokens.Count;
        f[k++] = matcher.Concepts.Count;
        f[k++] = question.WantsList ? 1 : 0;
        f[k++] = question.IsSuperlative ? 1 : 0;
        f[k++] = question.Names.Count;
        f[k++] = question.Numbers.Count;
        f[k++] = (int)question.Time.Relation;
        return k;
    }

    private static int Cover(QuestionMatcher matcher, EvidenceSentence sentence, RankingContext context, Span<float> f, int k)
    {
        double sure = 0, heaviest = 0, heaviestOwn = 0, heaviestView = 0, before = 0, after = 0;
        var siblings = sentence.Passage.Sentences;
        var previous = sentence.Number > 0 ? siblings[sentence.Number - 1].Own : null;
        var next = sentence.Number + 1 < siblings.Count ? siblings[sentence.Number + 1].Own : null;
        for (var i = 0; i < matcher.Concepts.Count; i++)
        {
            var weight = matcher.Concepts[i].Weight;
            sure += sentence.Own[i] >= Sure ? weight : 0;
            before += weight * Math.Max(sentence.Own[i], previous?[i] ?? 0);
            after += weight * Math.Max(sentence.Own[i], next?[i] ?? 0);
            if (weight > heaviest)
            {
                heaviest = weight;
                heaviestOwn = sentence.Own[i];
                heaviestView = Math.Max(Math.Max(sentence.Intro[i], sentence.Passage.Topic[i]), sentence.Passage.Anywhere[i]);
            }
        }

        f[k++] = sentence.Coverage;
        f[k++] = sentence.CoverageInView;
        f[k++] = sentence.Coverage - context.BestCoverage;
        f[k++] = sentence.CoverageInView - context.BestCoverageInView;
        f[k++] = (float)(sure / matcher.TotalWeight);
        f[k++] = (float)heaviestOwn;
        f[k++] = (float)heaviestView;
        f[k++] = (float)(before / matcher.TotalWeight) - sentence.Coverage;
        f[k++] = (float)(after / matcher.TotalWeight) - sentence.Coverage;
        f[k++] = context.Share(sentence.Intro);
        f[k++] = context.Share(sentence.Passage.Topic);
        f[k++] = context.Share(sentence.Passage.Anywhere);
        f[k++] = (float)context.NameShare(sentence.Own);
        f[k++] = (float)context.NameShare(sentence.Passage.Anywhere);
        f[k++] = context.HeadConcept >= 0 ? sentence.Own[context.HeadConcept] : -1;
        f[k++] = context.HeadConcept >= 0 ? Math.Max(sentence.Intro[context.HeadConcept], sentence.Passage.Topic[context.HeadConcept]) : -1;
        f[k++] = context.VerbConcept >= 0 ? sentence.Own[context.VerbConcept] : -1;
        f[k++] = (int)sentence.Year;
        var local = context.Local(sentence);
        f[k++] = local.Share(sentence);
        f[k++] = local.Relative(sentence);
        f[k++] = local.Alone(sentence);
        f[k++] = local.Sentences;
        f[k++] = context.Share(sentence.Own, sentence.Passage.Topic);
        f[k++] = context.Share(sentence.Own, sentence.Passage.Anywhere);
        f[k++] = previous is null ? 0 : context.Share(previous, sentence.Passage.Topic);
        f[k++] = (float)context.NameShare(sentence.Passage.Topic);
        return k;
    }

    private static int Place(EvidenceSentence sentence, RankingContext context, Span<float> f, int k)
    {
        var passage = sentence.Passage;
        f[k++] = sentence.CoverageRank;
        f[k++] = passage.Ranked.Rank;
        f[k++] = (float)(passage.Ranked.Score / context.BestPassageScore);
        f[k++] = sentence.Coverage - passage.Sentences.Max(other => other.Coverage);
        f[k++] = (int)sentence.Form;
        f[k++] = sentence.Number;
        f[k++] = passage.Sentences.Count;
        f[k++] = passage.Ranked.Passage.Span.Start == 0 ? sentence.Number : -1;
        f[k++] = sentence.End - sentence.First;
        return k;
    }

    private static int Words(UnderstoodQuestion question, EvidenceSentence sentence, Span<float> f, int k)
    {
        int content = 0, matched = 0, capitals = 0, verbs = 0, numbers = 0, near = Far;
        var last = -Far;
        var classes = WordClass.None;
        var tokens = sentence.Passage.Tokens;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var isMatched = sentence.Passage.Concepts[i] >= 0;
            content += tokens[i].IsContent ? 1 : 0;
            matched += isMatched && tokens[i].IsContent ? 1 : 0;
            capitals += tokens[i].IsCapital && !isMatched && i > sentence.First ? 1 : 0;
            verbs += sentence.Passage.Tags[i] == PartOfSpeech.Verb ? 1 : 0;
            numbers += tokens[i].Shape is TokenShape.Number or TokenShape.Mixed ? 1 : 0;
            classes |= tokens[i].Classes;
            if (isMatched && tokens[i].IsContent)
            {
                near = last >= 0 && sentence.Passage.Concepts[last] != sentence.Passage.Concepts[i] ? Math.Min(near, i - last) : near;
                last = i;
            }
        }

        f[k++] = content;
        f[k++] = matched;
        f[k++] = (float)matched / Math.Max(1, content);
        f[k++] = capitals;
        f[k++] = verbs;
        f[k++] = numbers;
        f[k++] = near;
        f[k++] = (classes & WordClass.Cause) != 0 ? 1 : 0;
        f[k++] = (classes & WordClass.Role) != 0 ? 1 : 0;
        f[k++] = (classes & WordClass.Place) != 0 ? 1 : 0;
        f[k++] = (classes & WordClass.Organisation) != 0 ? 1 : 0;
        f[k++] = (classes & WordClass.Negation) != 0 == question.IsNegated ? 1 : 0;
        f[k++] = tokens[sentence.First].Is(WordClass.Pronoun | WordClass.Conjunction) ? 1 : 0;
        f[k++] = tokens[sentence.End - 1].IsSign('?') ? 1 : 0;
        return k;
    }

    // "Which country": whether the sentence names one that the question does not.
    private static int Kind(QuestionMatcher matcher, EvidenceSentence sentence, Span<float> f, int k)
    {
        if (!matcher.AsksForKind)
        {
            f[k++] = -1;
            f[k++] = -1;
            f[k++] = -1;
            return k;
        }

        int members = 0, near = Far;
        var last = -Far;
        var passage = sentence.Passage;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var isMember = passage.Members[i] && passage.Concepts[i] < 0;
            members += isMember ? 1 : 0;
            if (isMember || passage.Concepts[i] >= 0)
            {
                near = last >= 0 && isMember != (passage.Concepts[last] < 0) ? Math.Min(near, i - last) : near;
                last = i;
            }
        }

        f[k++] = members;
        f[k++] = (float)members / (sentence.End - sentence.First);
        f[k++] = near;
        return k;
    }

    // How many values could answer, and how near the nearest of them stands to a word of the question.
    private static int Values(UnderstoodQuestion question, EvidenceSentence sentence, RankingContext context, Span<float> f, int k)
    {
        int fitting = 0, asked = 0, units = 0, nearest = Far, toHead = Far, quoted = 0;
        var concepts = sentence.Passage.Concepts;
        foreach (var value in sentence.Values)
        {
            var isAsked = question.Numbers.Contains(value.Value) || (value.Type == AnswerType.Year && question.Time.Years.Contains((int)value.Value));
            asked += isAsked ? 1 : 0;
            quoted += sentence.Passage.Tokens[value.First].Shape == TokenShape.Sign ? 1 : 0;
            var isMatched = concepts[value.First] >= 0;
            if (isAsked || isMatched || !SpanFeatures.Fits(question.Expected, value.Type))
            {
                continue;
            }

            fitting++;
            units += (value.Core < sentence.End && concepts[value.Core] >= 0) || (value.End < sentence.End && concepts[value.End] >= 0) ? 1 : 0;
            for (var i = Math.Max(sentence.First, value.First - Far); i < Math.Min(sentence.End, value.End + Far); i++)
            {
                if (concepts[i] >= 0)
                {
                    var distance = i < value.First ? value.First - i : i >= value.End ? i - value.End + 1 : 0;
                    nearest = Math.Min(nearest, distance);
                    toHead = concepts[i] == context.HeadConcept ? Math.Min(toHead, distance) : toHead;
                }
            }
        }

        f[k++] = fitting;
        f[k++] = asked;
        f[k++] = units;
        f[k++] = nearest;
        f[k++] = toHead;
        f[k++] = quoted;
        f[k++] = sentence.Values.Count;
        f[k++] = sentence.Cells.Count;
        f[k++] = SpanFeatures.NeedsValue(question.Expected) ? fitting > 0 ? 1 : 0 : -1;
        f[k++] = sentence.Has(WordClass.Cause) && question.Kind == QuestionKind.Why ? 1 : 0;
        return k;
    }
}
