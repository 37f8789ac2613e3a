using Search.Answering.Composition;
using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Reading;
using Search.Answering.Verification;
using Search.Retrieval;
using Search.Text;
using Search.Text.Analysis;
using Search.Text.Languages;

namespace Search.Answering.Generation;

/// <summary>
/// Finds the sentences of the cited passages that a model's sentence rests on, so that it is cited to a quote and not to a page. A sentence
/// without such proof is a statement of nobody, and verification drops it.
/// </summary>
/// <param name="retriever">Knows what words stand for in every language.</param>
/// <param name="evidence">What was read for the question; the model was given the first passages of it.</param>
/// <param name="count">How many: the first has number 1.</param>
/// <param name="question">The question as it was put to the model.</param>
/// <param name="language">Language of the answer.</param>
internal sealed class SentenceProver(PassageRetriever retriever, FoundEvidence evidence, int count, string question, Language language)
{
    /// <summary>Least share of a sentence's weight that its proof and the titles above it must hold, 0 to 1; docs/answering.md tells how it was chosen.</summary>
    internal const double LeastCoverage = 0.5;

    // A number beside the sentence's other words is another number: a unit of the proof must hold so much of them itself to count.
    private const double LeastShareOfUnit = 0.25;

    // A page may say anything: some unit of the proof must speak of what was asked.
    private const double LeastShareOfQuestion = 0.15;

    // A fact may stand in a sentence and its neighbours; more than that is a page.
    private const int MaxSentences = 3;

    // Words of a title are in view of every sentence of the page, but are not said by it.
    private const float TitleWeight = 0.7f;

    private readonly TextAnalyzer _analyzer = new();

    // The question's own numbers prove nothing: a model that repeats a wrong one must find it on the page.
    private readonly string _knownWords = string.Join(' ', ReadingTokenizer.Read(question, language).Where(token => double.IsNaN(token.Value)).Select(token => question[token.Start..token.End]));

    /// <summary>The proofs of a sentence; empty where there are none.</summary>
    public IReadOnlyList<Proof> Prove(ModelSentence sentence)
    {
        var cited = sentence.Numbers.Where(number => number >= 1 && number <= count).Select(number => evidence.Passages[number - 1]).ToList();
        if (sentence.Text.Length == 0 || cited.Count == 0 || IsInOtherLanguage(sentence.Text))
        {
            return [];
        }

        var understood = QuestionReader.Read(sentence.Text, language, DateOnly.MinValue);
        var concepts = retriever.Retrieve(new RetrievalRequest(sentence.Text) { Language = language, Verbatim = true, Count = 1 }).Concepts;
        var matcher = new QuestionMatcher(understood, concepts, _analyzer);
        if (matcher.Concepts.Count == 0)
        {
            return [];
        }

        var denies = understood.Tokens.Any(token => token.Is(WordClass.Negation));
        var windows = cited.Select(passage => BestWindow(passage, matcher, sentence, denies)).OfType<Window>().ToList();
        var alone = windows.Where(window => window.Coverage >= LeastCoverage && Holds(sentence, [window])).ToList();
        if (alone.Count > 0)
        {
            return [.. alone.Select(window => window.Proof)];
        }

        // Two pages may prove together what neither proves alone.
        return windows.Count > 1 && Coverage(matcher, windows.Select(window => window.Held)) >= LeastCoverage && Holds(sentence, windows) ? [.. windows.Select(window => window.Proof)] : [];
    }

    private bool IsInOtherLanguage(string text)
    {
        var (found, confidence) = LanguageIdentifier.Identify(text);
        return found != language && confidence >= LanguageIdentifier.SureFrom;
    }

    // The fewest neighbouring sentences that hold the most; first those that hold every number and name.
    private Window? BestWindow(EvidencePassage asked, QuestionMatcher matcher, ModelSentence sentence, bool denies)
    {
        var passage = EvidenceReader.Read(asked.Ranked, matcher);
        var counts = passage.Sentences.Select(unit => ShareOfUnit(unit, matcher) >= LeastShareOfUnit).ToList();
        var speaks = asked.Sentences.Select(unit => Coverage(evidence.Matcher, [unit.Own]) >= LeastShareOfQuestion).ToList();
        Window? best = null;
        for (var length = 1; length <= MaxSentences; length++)
        {
            for (var first = 0; first + length <= passage.Sentences.Count; first++)
            {
                var units = Enumerable.Range(first, length).Where(i => counts[i]).ToList();
                if (!units.Exists(i => speaks[i]))
                {
                    continue;
                }

                var window = WindowOf(passage, first, length, units, matcher);
                if (window.Denies == denies && (best is null || IsBetter(window, best, sentence)))
                {
                    best = window;
                }
            }
        }

        return best;
    }

    private bool IsBetter(Window window, Window best, ModelSentence sentence)
    {
        // A longer quote must hold notably more.
        const double WorthASentence = 0.1;
        var gain = window.Coverage - best.Coverage - (WorthASentence * (window.Length - best.Length));
        var (holds, held) = (Holds(sentence, [window]), Holds(sentence, [best]));
        return holds != held ? holds && window.Coverage >= Math.Min(best.Coverage, LeastCoverage) : gain > 1e-6;
    }

    // Of the sentence's words that are no numbers.
    private static double ShareOfUnit(EvidenceSentence unit, QuestionMatcher matcher)
    {
        var (held, whole) = (0.0, 0.0);
        for (var i = 0; i < matcher.Concepts.Count; i++)
        {
            if (!matcher.Concepts[i].IsNumber)
            {
                held += matcher.Concepts[i].Weight * Math.Max(unit.Own[i], unit.Intro[i]);
                whole += matcher.Concepts[i].Weight;
            }
        }

        return whole > 0 ? held / whole : 0;
    }

    private static Window WindowOf(EvidencePassage passage, int first, int length, IReadOnlyList<int> units, QuestionMatcher matcher)
    {
        var sentences = passage.Sentences.Slice(first, length);
        var held = new float[matcher.Concepts.Count];
        foreach (var sentence in units.Select(unit => passage.Sentences[unit]))
        {
            for (var i = 0; i < held.Length; i++)
            {
                held[i] = Math.Max(held[i], Math.Max(sentence.Own[i], Math.Max(sentence.Intro[i], passage.Topic[i] * TitleWeight)));
            }
        }

        var span = TextSpan.FromBounds(sentences[0].Span.Start, sentences[^1].Span.End);
        var quote = span.Of(passage.Text);
        var ranked = passage.Ranked;
        var narrowed = ranked with { Passage = ranked.Passage with { Span = span, Text = string.Join('\n', units.Select(unit => passage.Sentences[unit].Text)) } };
        var denies = Enumerable.Range(sentences[0].First, sentences[^1].End - sentences[0].First).Any(i => passage.Tokens[i].Is(WordClass.Negation));
        return new Window(new Proof(ranked, span, quote), narrowed, held, Coverage(matcher, [held]), length, denies);
    }

    private static double Coverage(QuestionMatcher matcher, IEnumerable<float[]> held)
    {
        var all = held.ToList();
        return matcher.Concepts.Select((concept, i) => concept.Weight * all.Max(one => one[i])).Sum() / matcher.TotalWeight;
    }

    private bool Holds(ModelSentence sentence, IReadOnlyList<Window> windows) =>
        HoldsFacts(sentence.Text, [.. windows.Select(window => window.Narrowed)])
        && sentence.Quotes.All(quote => windows.Any(window => AnswerComposer.OneLine(window.Proof.Quote).Contains(quote, StringComparison.Ordinal) || window.Narrowed.Document.Title.Contains(quote, StringComparison.Ordinal)));

    private bool HoldsFacts(string sentence, IReadOnlyList<RankedPassage> proofs) =>
        StatementCheck.Holds(sentence, language, proofs, _knownWords)
        || StatementCheck.Holds(sentence, language, proofs, $"{_knownWords} {string.Join(' ', TranslatedWords.Of(sentence, language, proofs))}");

    /// <summary>Neighbouring sentences of a passage.</summary>
    /// <param name="Proof">Their text and place.</param>
    /// <param name="Narrowed">The passage as if it held those of them alone that count.</param>
    /// <param name="Held">How surely each concept of the model's sentence stands in them or above them.</param>
    /// <param name="Coverage">Share of its weight, 0 to 1.</param>
    /// <param name="Length">How many they are.</param>
    /// <param name="Denies">Whether they hold a negation.</param>
    private sealed record Window(Proof Proof, RankedPassage Narrowed, float[] Held, double Coverage, int Length, bool Denies);
}
