using Search.Answering.Questions;
using Search.Answering.Reading;
using Search.Text;

namespace Search.Answering.Extraction;

/// <summary>Finds who holds the office that one question asks for, by what is told beside the names of all that was read for it.</summary>
/// <param name="evidence">What was read; the question asks for the head of something.</param>
internal sealed class OfficeFinder(FoundEvidence evidence)
{
    // Of what an office is for, a word of this share of the weightiest one's weight may not be missing.
    private const double TellingShare = 0.5;

    // The concepts that tell the office from others; a word for any head of anything needs no match.
    private readonly List<int> _concepts = [.. Enumerable.Range(0, evidence.Matcher.Concepts.Count).Where(i => !evidence.Matcher.Concepts[i].IsNumber && evidence.Matcher.IsAbout(evidence.Question, i, token =>
        !OfficeWords.NamesAnyHead(token) && !CountryNames.Contains(token.Lower) && !OfficeWords.TellsPast(token) && !OfficeWords.TellsSeason(token) && !token.Is(WordClass.Month | WordClass.Year | WordClass.Time | WordClass.Now)))];

    /// <summary>
    /// Who is told beside the very office that is asked for («Министр связи Виктор Ольховик» for «кто был министром связи в 2016 году»), or beside its bare noun on a page that
    /// says what the office is for: on a page published in the year asked about, or on the newest one where the present is meant. <see langword="null"/> where nobody is.
    /// </summary>
    public SpanCandidate? Find()
    {
        var time = evidence.Question.Time;
        int? year = time is { Relation: TimeRelation.At, Years: [var one] } ? one : null;
        if (_concepts.Count == 0 || (year is null && !evidence.Question.IsOfPresent))
        {
            return null;
        }

        return evidence.Passages
            .Where(passage => passage.Ranked.Document.Published is { } published && (year is null || (published.Year == year && (time.Month is null || published.Month is null || published.Month == time.Month))))
            .SelectMany(passage => passage.Sentences)
            .Where(sentence => sentence.Form != SentenceForm.Heading)
            .SelectMany(sentence => sentence.Values.Where(value => OfficeHolder.IsPerson(sentence, value)).Select(value => new SpanCandidate(sentence, OfficeHolder.NameOf(sentence, value.First, value.End), value.End)))
            .Where(person => person.End - person.First > 1 && HoldsOffice(person))
            .OrderByDescending(person => person.Sentence.Passage.Ranked.Document.Published!.Value.Last)
            .ThenBy(person => person.Sentence.Passage.Ranked.Rank)
            .ThenBy(person => person.Sentence.Number)
            .Select(person => (SpanCandidate?)person)
            .FirstOrDefault();
    }

    private bool HoldsOffice(SpanCandidate person)
    {
        var passage = person.Sentence.Passage;
        var beside = OfficeHolder.OfficeBeside(person.Sentence, person.First, person.End).ToList();
        var at = beside.FindIndex(i => OfficeWords.TellsHead(passage.Tokens[i]));
        if (at < 0 || (beside.Exists(i => OfficeWords.IsDeputy(passage.Tokens[i])) && !evidence.Question.Tokens.Any(OfficeWords.IsDeputy)))
        {
            return false;
        }

        var office = beside[at];
        var isVerb = passage.Tags[office] == PartOfSpeech.Verb;
        var told = isVerb ? beside : Title(passage, person, beside, office);
        if (told.Exists(i => i != office && (IsOfAnother(passage, i) || (!isVerb && passage.Tags[i] == PartOfSpeech.Verb))))
        {
            return false;
        }

        var isMinister = OfficeWords.TellsMinister(passage.Tokens[office]);
        return (isMinister || _concepts.Exists(concept => IsAbout(concept, OfficeWords.TellsHead)) || IsOfAsked(passage, told))
            && IsWhole(person.Sentence, told, isMinister && !told.Exists(i => i > office && passage.Tokens[i].IsContent) && !IsForeign(person.Sentence, told[0] - 1));
    }

    // «первый заместитель министра связи»: what an office is of stands behind its noun. «со стороны Минсвязи станет начальник управления» tells of no ministry's head.
    private static List<int> Title(EvidencePassage passage, SpanCandidate person, List<int> beside, int office)
    {
        var start = office;
        while (beside.Contains(start - 1) && (OfficeWords.TellsHead(passage.Tokens[start - 1]) || passage.Tokens[start - 1].Is(WordClass.Ordinal)))
        {
            start--;
        }

        return [.. beside.Where(i => i >= start && (office > person.First || i < person.First)).Order()];
    }

    // A bare «Министр Ирина Рудецкая» is, on a ministry's pages, its own minister; of directors every page has some.
    private bool IsWhole(EvidenceSentence sentence, List<int> told, bool isBare)
    {
        var passage = sentence.Passage;
        var words = told.ConvertAll(i => passage.Tokens[i]);
        var page = isBare ? evidence.PageOf(sentence) : [];
        var fields = _concepts.FindAll(concept => !IsAbout(concept, NamesOffice));
        var telling = TellingShare * fields.Select(concept => evidence.Matcher.Concepts[concept].Weight).DefaultIfEmpty(0).Max();
        return _concepts.TrueForAll(concept => IsTold(concept)
            || (fields.Contains(concept) && (evidence.Matcher.Concepts[concept].Weight < telling || (isBare && FoundEvidence.OnPage(sentence, page, concept) > QuestionMatcher.RelatedWeight))));

        bool IsTold(int concept) => told.Exists(i => Tells(passage, i, concept)) || IsAbout(concept, token => OfficeWords.IsHeadedBy(token, words));
    }

    private bool IsAbout(int concept, Func<ReadingToken, bool> isWord) => evidence.Matcher.IsAbout(evidence.Question, concept, isWord);

    // A minister heads a ministry.
    private bool Tells(EvidencePassage passage, int token, int concept) =>
        (passage.Concepts[token] == concept && passage.Weights[token] > QuestionMatcher.RelatedWeight)
        || (OfficeWords.TellsMinister(passage.Tokens[token]) && IsAbout(concept, OfficeWords.NamesMinistry));

    private static bool NamesOffice(ReadingToken token) => OfficeWords.TellsHead(token) || OfficeWords.NamesMinistry(token) || OfficeWords.NamesMinistryInShort(token);

    // «сербский министр», "Serbian Minister".
    private static bool IsForeign(EvidenceSentence sentence, int token) =>
        token >= sentence.First && sentence.Passage.Tags[token] == PartOfSpeech.Adjective && !sentence.Passage.Tokens[token].StartsWithAny(OfficeWords.OwnCountry);

    // «начальник управления связи»: the first noun behind the office is what is headed.
    private static bool IsOfAsked(EvidencePassage passage, List<int> told) =>
        told.Skip(1).FirstOrDefault(i => passage.Tokens[i].IsContent && !passage.Tokens[i].IsUpper && passage.Tags[i] != PartOfSpeech.Adjective, -1) is var noun && noun >= 0 && passage.Concepts[noun] >= 0;

    // «Министр связи России», "Minister of Transport of Latvia": a name in the office that the question does not have.
    private static bool IsOfAnother(EvidencePassage passage, int token)
    {
        var word = passage.Tokens[token];
        var isName = passage.Language == Language.English ? token > 0 && passage.Tokens[token - 1].Lower == "of" : word.IsCapital && !word.IsUpper && !word.Is(WordClass.Organisation) && passage.Tags[token] != PartOfSpeech.Adjective;
        return (isName || CountryNames.IsAny(word.Lower)) && word.IsContent && passage.Concepts[token] < 0 && !CountryNames.Contains(word.Lower) && !OfficeWords.TellsHead(word);
    }
}
