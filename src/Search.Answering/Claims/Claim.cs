using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Reading;
using Search.Text;

namespace Search.Answering.Claims;

/// <summary>What a sentence or a question takes for true, laid beside what was found in the archive.</summary>
internal sealed class Claim
{
    // A translation or another spelling of a name is the name, an equivalent of a word the word.
    private const float SameName = 0.4f;
    private const float SameWord = 0.6f;

    // A word that stands in a third of the passages tells nothing apart.
    private const double Unremarkable = 1;

    // Words that may stand beside any ranking.
    private static readonly string[] OfAnyRanking = ["итог", "результат", "вынік", "исследован", "даследаван", "according", "result", "survey", "study", "report", "index", "индекс", "індэкс"];

    private static readonly int RankMeaning = Equivalents.Of("rank")[0];

    // The archive's own country stands in every fifth passage and is often left unsaid: from this rarity on a name must stand beside the value.
    private const double RareName = 1.5;

    private readonly bool[] _isTopic;
    private readonly int[][] _alike;

    /// <summary>Reads a claim.</summary>
    /// <param name="evidence">The claim's words and what was found for them.</param>
    /// <param name="about">Role of the value it speaks of, where it does not state one.</param>
    public Claim(FoundEvidence evidence, ValueRole? about = null)
    {
        Evidence = evidence;
        var question = evidence.Question;
        Values = StatedValue.Read(question.Tokens, ValueFinder.Find(question.Tokens, [.. question.Tags], 0, question.Tokens.Count))
            .Where(value => value.Role != ValueRole.Ordinal && !Enumerable.Range(value.Typed.First, value.Typed.Core - value.Typed.First).All(i => question.Frame[i]))
            .ToList();
        var spans = ValueFinder.Find(question.Tokens, [.. question.Tags], 0, question.Tokens.Count).Where(value => value.Type == AnswerType.Year && value.Core > value.First + 1).ToList();
        Years = [.. question.Time.Years.Where(year => !spans.Exists(span => year == (int)span.Value || year == (int)question.Tokens[span.Core - 1].Value))];
        var isAboutRank = about == ValueRole.Rank || Values.Any(value => value.Role == ValueRole.Rank);
        _isTopic = [.. evidence.Matcher.Concepts.Select(concept => !concept.IsNumber && !Values.Any(value => Covers(value.Typed, concept.Phrase)) && !IsTime(question, concept.Phrase) && !(isAboutRank && SaysRank(question, concept.Phrase)))];
        _alike = [.. evidence.Matcher.Concepts.Select(concept => Alike(concept.Phrase))];
        for (var i = 0; i < _isTopic.Length; i++)
        {
            TopicWeight += _isTopic[i] ? evidence.Matcher.Concepts[i].Weight : 0;
        }
    }

    /// <summary>The claim's words and what was found for them.</summary>
    public FoundEvidence Evidence { get; }

    /// <summary>Its values but for years.</summary>
    public IReadOnlyList<StatedValue> Values { get; }

    /// <summary>The years it speaks of, ascending; the years of a span belong to a name, as in a programme for 2026–2030.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Weight of its words that are no values.</summary>
    public double TopicWeight { get; }

    /// <summary>Share of the weight of the claim's words, values left out, that stand in a sentence; 0 to 1.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="withView">Whether headings, title, introduction and the sentence before count too, a little less.</param>
    public double TopicIn(EvidenceSentence sentence, bool withView)
    {
        const float IntroShare = 0.9f;
        const float TitleShare = 0.8f;
        const float NeighbourShare = 0.6f;
        double sum = 0;
        var before = sentence.Number > 0 ? sentence.Passage.Sentences[sentence.Number - 1].Own : null;
        for (var i = 0; i < _isTopic.Length; i++)
        {
            // The line above a list and the heads of a table are part of each item and row.
            var inside = Math.Max(Held(i, sentence.Own), sentence.Cells.Count > 0 || withView ? IntroShare * Held(i, sentence.Intro) : 0);
            var view = withView ? Math.Max(TitleShare * Held(i, sentence.Passage.Topic), NeighbourShare * (before is null ? 0 : Held(i, before))) : 0;
            sum += _isTopic[i] ? Evidence.Matcher.Concepts[i].Weight * Math.Min(1, Math.Max(inside, view) / SameWord) : 0;
        }

        return TopicWeight == 0 ? 0 : sum / TopicWeight;
    }

    /// <summary>Whether every name of the claim stands in the sentence or over it; the most common ones may be left unsaid.</summary>
    public bool NamesAgree(EvidenceSentence sentence)
    {
        var before = sentence.Number > 0 ? sentence.Passage.Sentences[sentence.Number - 1].Own : null;
        for (var i = 0; i < Evidence.Matcher.Concepts.Count; i++)
        {
            var concept = Evidence.Matcher.Concepts[i];
            var inView = Math.Max(Math.Max(sentence.Own[i], sentence.Intro[i]), Math.Max(sentence.Passage.Topic[i], before?[i] ?? 0));
            if (_isTopic[i] && concept.IsName && inView < SameName && concept.Weight >= RareName)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether every noun and adjective that tells one ranking from another stands in the sentence or over it.</summary>
    public bool NamesItsOrder(EvidenceSentence sentence)
    {
        var question = Evidence.Question;
        for (var i = 0; i < _isTopic.Length; i++)
        {
            var span = Evidence.Matcher.Concepts[i].Phrase;
            var word = question.Tokens.Select((token, at) => (token, at)).FirstOrDefault(item => span.Overlaps(TextSpan.FromBounds(item.token.Start, item.token.End)));
            var tells = question.Tags[word.at] is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Adjective && !word.token.StartsWithAny(OfAnyRanking);
            if (_isTopic[i] && tells && Evidence.Matcher.Concepts[i].Weight >= Unremarkable && Math.Max(Math.Max(Held(i, sentence.Own), Held(i, sentence.Intro)), Math.Max(Held(i, sentence.Passage.Topic), sentence.Number > 0 ? Held(i, sentence.Passage.Sentences[sentence.Number - 1].Own) : 0)) < SameName)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a value of a sentence may be of the claim's time.</summary>
    public bool YearsAgree(EvidenceSentence sentence, TypedValue? value)
    {
        if (Years.Count == 0)
        {
            return true;
        }

        var years = value is null ? YearsOfWhole(sentence) : ValueContext.YearsOf(sentence, value);
        return years.Any(Years.Contains);
    }

    private static IReadOnlyList<int> YearsOfWhole(EvidenceSentence sentence)
    {
        var own = SentenceScorer.YearsIn(sentence);
        return own.Count > 0 ? [.. own] : ValueContext.YearsOf(sentence, new TypedValue(AnswerType.Any, sentence.First, sentence.First, double.NaN, "", null, sentence.First));
    }

    private bool Covers(TypedValue value, TextSpan span)
    {
        var tokens = Evidence.Question.Tokens;
        return span.Overlaps(TextSpan.FromBounds(tokens[value.First].Start, tokens[value.End - 1].End));
    }

    // "e-government" stands for both words of «электронное правительство».
    private int[] Alike(TextSpan span)
    {
        var meanings = MeaningsOf(span).ToHashSet();
        return [.. Enumerable.Range(0, Evidence.Matcher.Concepts.Count).Where(other => Evidence.Matcher.Concepts[other].Phrase == span || MeaningsOf(Evidence.Matcher.Concepts[other].Phrase).Any(meanings.Contains))];
    }

    private IEnumerable<int> MeaningsOf(TextSpan span) =>
        Evidence.Question.Tokens.Where(token => span.Overlaps(TextSpan.FromBounds(token.Start, token.End))).SelectMany(token => Equivalents.Of(token.Lower)).Where(meaning => meaning != RankMeaning);

    private float Held(int concept, float[] matches)
    {
        var best = 0f;
        foreach (var alike in _alike[concept])
        {
            best = Math.Max(best, matches[alike]);
        }

        return best;
    }

    // "ranked", «место», «заняла»: the role of the value says as much.
    private static bool SaysRank(UnderstoodQuestion question, TextSpan span) =>
        question.Tokens.Where((token, i) => span.Overlaps(TextSpan.FromBounds(token.Start, token.End)) && (question.Tags[i] == PartOfSpeech.Verb || Equivalents.Of(token.Lower).Contains(RankMeaning))).Any();

    private static bool IsTime(UnderstoodQuestion question, TextSpan span) =>
        question.Tokens.Any(token => token.Is(WordClass.Year | WordClass.Month | WordClass.Weekday | WordClass.Now) && span.Overlaps(TextSpan.FromBounds(token.Start, token.End)));
}
