using Search.Answering.Questions;
using Search.Answering.Reading;
using Search.Text;

namespace Search.Answering.Extraction;

/// <summary>Tells who holds an office by what stands beside the name.</summary>
internal static class OfficeHolder
{
    // Of what an office is for, a word of this share of the weightiest one's weight may not be missing.
    private const double TellingShare = 0.5;

    /// <summary>Whether a span names a person, and no deputy where the question asks for none.</summary>
    public static bool IsNamed(UnderstoodQuestion question, SpanCandidate span) =>
        span.Values.Any(value => IsPerson(span.Sentence, value)) && !IsOfDeputy(question, span);

    /// <summary>Whether an office that only one holds, or that somebody heads something, is told beside a person of the span.</summary>
    public static bool IsTold(SpanCandidate span) => Holder(span) is not null;

    /// <summary>
    /// Who is told beside the very office that is asked for («Министр связи Виктор Ольховик» for «кто был министром связи в 2016 году»), or beside its bare noun on a page that
    /// says what the office is for: on a page published in the year asked about, or on the newest one where the present is meant. <see langword="null"/> where nobody is.
    /// </summary>
    /// <param name="evidence">All that was read; the question asks for the head of something.</param>
    public static SpanCandidate? Find(FoundEvidence evidence)
    {
        var question = evidence.Question;
        int? year = question.Time is { Relation: TimeRelation.At, Years: [var one] } ? one : null;
        var concepts = OfficeConcepts(evidence);
        if (concepts.Count == 0 || (year is null && !question.IsOfPresent))
        {
            return null;
        }

        return evidence.Passages
            .Where(passage => passage.Ranked.Document.Published is { } published && (year is null || (published.Year == year && (question.Time.Month is null || published.Month is null || published.Month == question.Time.Month))))
            .SelectMany(passage => passage.Sentences)
            .Where(sentence => sentence.Form != SentenceForm.Heading)
            .SelectMany(sentence => sentence.Values.Where(value => IsPerson(sentence, value) && NameOf(sentence, value.First, value.End) < value.End - 1).Select(value => (Sentence: sentence, Person: value)))
            .Where(told => IsOfOffice(evidence, concepts, told.Sentence, told.Person))
            .OrderByDescending(told => told.Sentence.Passage.Ranked.Document.Published!.Value.Last)
            .ThenBy(told => told.Sentence.Passage.Ranked.Rank)
            .ThenBy(told => told.Sentence.Number)
            .Select(told => (SpanCandidate?)new SpanCandidate(told.Sentence, NameOf(told.Sentence, told.Person.First, told.Person.End), told.Person.End))
            .FirstOrDefault();
    }

    // The concepts that tell the office from others; a word for any head of anything needs no match.
    private static List<int> OfficeConcepts(FoundEvidence evidence)
    {
        return [.. Enumerable.Range(0, evidence.Matcher.Concepts.Count).Where(i => !evidence.Matcher.Concepts[i].IsNumber && IsAbout(evidence, i, token =>
            !OfficeWords.NamesAnyHead(token) && !CountryNames.Contains(token.Lower) && !OfficeWords.TellsPast(token) && !OfficeWords.TellsSeason(token) && !token.Is(WordClass.Month | WordClass.Year | WordClass.Time | WordClass.Now)))];
    }

    private static bool IsOfOffice(FoundEvidence evidence, List<int> concepts, EvidenceSentence sentence, TypedValue person)
    {
        var passage = sentence.Passage;
        var beside = OfficeBeside(sentence, person.First, person.End).ToList();
        var at = beside.FindIndex(i => OfficeWords.TellsHead(passage.Tokens[i]));
        if (at < 0 || (beside.Exists(i => OfficeWords.IsDeputy(passage.Tokens[i])) && !evidence.Question.Tokens.Any(OfficeWords.IsDeputy)))
        {
            return false;
        }

        // «со стороны Минсвязи станет начальник управления Кирилл Авдейчик»: what an office is of stands behind its noun, what somebody heads anywhere beside the verb.
        var office = beside[at];
        var start = office;
        while (beside.Contains(start - 1) && (OfficeWords.TellsHead(passage.Tokens[start - 1]) || passage.Tokens[start - 1].Is(WordClass.Ordinal)))
        {
            start--;
        }

        var told = passage.Tags[office] == PartOfSpeech.Verb ? beside : beside.Where(i => i >= start && (office > person.First || i < person.First)).Order().ToList();
        // «Министр Ирина Рудецкая»: on a ministry's pages that is its own; of directors every page has some.
        var isBare = OfficeWords.TellsMinister(passage.Tokens[office]) && !told.Exists(i => i > office && passage.Tokens[i].IsContent) && !IsForeign(sentence, start - 1);
        var asksForAnyHead = !concepts.Exists(concept => IsAbout(evidence, concept, OfficeWords.TellsHead));
        if (told.Exists(i => i != office && (IsOfAnother(sentence, i) || (passage.Tags[office] != PartOfSpeech.Verb && passage.Tags[i] == PartOfSpeech.Verb))) || (asksForAnyHead && !OfficeWords.TellsMinister(passage.Tokens[office]) && !IsOfAsked(sentence, told)))
        {
            return false;
        }

        var page = isBare ? evidence.PageOf(sentence) : [];
        var (offices, others) = (concepts.FindAll(concept => IsAbout(evidence, concept, NamesOffice)), concepts.FindAll(concept => !IsAbout(evidence, concept, NamesOffice)));
        var telling = TellingShare * others.Select(concept => evidence.Matcher.Concepts[concept].Weight).DefaultIfEmpty(0).Max();
        return offices.TrueForAll(IsTold) && others.TrueForAll(concept => evidence.Matcher.Concepts[concept].Weight < telling || IsTold(concept) || (isBare && FoundEvidence.OnPage(sentence, page, concept) > QuestionMatcher.RelatedWeight));

        bool IsTold(int concept) => told.Exists(i => Tells(evidence, sentence, i, concept)) || IsAbout(evidence, concept, token => OfficeWords.IsHeadedBy(token, told.ConvertAll(i => passage.Tokens[i])));
    }

    private static bool NamesOffice(ReadingToken token) => OfficeWords.TellsHead(token) || OfficeWords.NamesMinistry(token) || OfficeWords.NamesMinistryInShort(token);

    // «сербский министр», "Serbian Minister".
    private static bool IsForeign(EvidenceSentence sentence, int token) =>
        token >= sentence.First && sentence.Passage.Tags[token] == PartOfSpeech.Adjective && !sentence.Passage.Tokens[token].StartsWithAny(OfficeWords.OwnCountry);

    // «начальник управления связи»: the first noun behind the office is what is headed.
    private static bool IsOfAsked(EvidenceSentence sentence, List<int> told)
    {
        var passage = sentence.Passage;
        return told.Skip(1).FirstOrDefault(i => passage.Tokens[i].IsContent && !passage.Tokens[i].IsUpper && passage.Tags[i] != PartOfSpeech.Adjective, -1) is var noun && noun >= 0 && passage.Concepts[noun] >= 0;
    }

    // A minister heads a ministry.
    private static bool Tells(FoundEvidence evidence, EvidenceSentence sentence, int token, int concept) =>
        (sentence.Passage.Concepts[token] == concept && sentence.Passage.Weights[token] > QuestionMatcher.RelatedWeight)
        || (OfficeWords.TellsMinister(sentence.Passage.Tokens[token]) && IsAbout(evidence, concept, OfficeWords.NamesMinistry));

    private static bool IsAbout(FoundEvidence evidence, int concept, Func<ReadingToken, bool> isWord) =>
        evidence.Question.Tokens.Where((token, i) => token.IsContent && !evidence.Question.Frame[i] && evidence.Matcher.Concepts[concept].Holds(token)).Any(isWord);

    // «Министр связи России», "Minister of Transport of Latvia": a name in the office that the question does not have.
    private static bool IsOfAnother(EvidenceSentence sentence, int token)
    {
        var passage = sentence.Passage;
        var word = passage.Tokens[token];
        var isName = passage.Language == Language.English ? passage.Tokens[token - 1].Lower == "of" : word.IsCapital && !word.IsUpper && !word.Is(WordClass.Organisation) && passage.Tags[token] != PartOfSpeech.Adjective;
        return (isName || CountryNames.IsAny(word.Lower)) && word.IsContent && passage.Concepts[token] < 0 && !CountryNames.Contains(word.Lower) && !OfficeWords.TellsHead(word);
    }

    // «Министр» of «Министр Анна Рябинина» belongs to no name.
    private static int NameOf(EvidenceSentence sentence, int first, int end)
    {
        while (first < end - 1 && sentence.Passage.Tokens[first].Is(WordClass.Role))
        {
            first++;
        }

        return first;
    }

    /// <summary>Whether the office beside the persons of a span is one of another country than a question for a foreign one asks about.</summary>
    public static bool IsOfOtherCountry(FoundEvidence evidence, SpanCandidate span) =>
        Enumerable.Range(0, evidence.Matcher.Concepts.Count)
            .Where(concept => IsAbout(evidence, concept, token => CountryNames.IsAny(token.Lower) && !CountryNames.Contains(token.Lower)))
            .Any(concept => !span.Values.Any(value => IsPerson(span.Sentence, value) && OfficeBeside(span.Sentence, value.First, value.End).Any(i => span.Sentence.Passage.Concepts[i] == concept && span.Sentence.Passage.Weights[i] > QuestionMatcher.RelatedWeight)));

    private static TypedValue? Holder(SpanCandidate span) =>
        span.Values.FirstOrDefault(value => IsPerson(span.Sentence, value) && OfficeBeside(span.Sentence, value.First, value.End).Any(i => OfficeWords.TellsHead(span.Sentence.Passage.Tokens[i])));

    // «Министра» of «заместитель Министра» is written with a capital, «Совета Министров» is as long as a name, "Minister of Communications" is none, and "Informatization" the question knew.
    private static bool IsPerson(EvidenceSentence sentence, TypedValue value) =>
        value.Type == AnswerType.Person && !sentence.Passage.Tokens[value.End - 1].Is(WordClass.Role)
        && !Enumerable.Range(value.First, value.End - value.First).Any(i => sentence.Passage.Tokens[i].Lower == "of" || sentence.Passage.Tokens[i].Shape == TokenShape.Mixed || (sentence.Passage.Tokens[i].IsUpper && sentence.Passage.Tokens[i].Lower.Length > 1))
        && Enumerable.Range(value.First, value.End - value.First).Any(i => sentence.Passage.Concepts[i] < 0 && sentence.Passage.Tokens[i].IsContent && !sentence.Passage.Tokens[i].Is(WordClass.Role));

    /// <summary>Whether the person of a span is a deputy and the question asks for none: «заместитель министра связи Анна Рябинина», "Anna Ryabinina, Deputy Minister".</summary>
    public static bool IsOfDeputy(UnderstoodQuestion question, SpanCandidate span)
    {
        if (question.Tokens.Any(OfficeWords.IsDeputy))
        {
            return false;
        }

        var sentence = span.Sentence;
        var person = Holder(span) ?? span.Values.FirstOrDefault(value => IsPerson(sentence, value));
        return OfficeBeside(sentence, person?.First ?? span.First, person?.End ?? span.End).Any(i => OfficeWords.IsDeputy(sentence.Passage.Tokens[i]));
    }

    // Tokens that may tell what office a person holds: those before the name up to a mark or another name, and the next few behind a comma.
    private static IEnumerable<int> OfficeBeside(EvidenceSentence sentence, int first, int end)
    {
        const int Before = 8;
        const int Behind = 4;
        var tokens = sentence.Passage.Tokens;
        var name = NameOf(sentence, first, end);
        for (var i = name - 1; i >= Math.Max(sentence.First, name - Before) && !tokens[i].IsSign(',') && !tokens[i].IsSign(';') && !sentence.Values.Any(value => value.End == i + 1 && IsPerson(sentence, value)); i--)
        {
            yield return i;
        }

        for (var i = end; i < Math.Min(sentence.End, end + Behind) && tokens[end].IsSign(','); i++)
        {
            yield return i;
        }
    }

    /// <summary>The first token of a span that names an office, or −1.</summary>
    public static int OfficeIn(SpanCandidate span) =>
        Enumerable.Range(span.First, span.End - span.First).FirstOrDefault(i => span.Sentence.Passage.Tokens[i].Is(WordClass.Role), -1);

    /// <summary>The person named right behind the office that a span holds; <see langword="null"/> where none is.</summary>
    public static TypedValue? Behind(SpanCandidate span)
    {
        // The longest office: «директор Центра реагирования на киберинциденты».
        const int Reach = 8;
        var passage = span.Sentence.Passage;
        var office = OfficeIn(span);
        var holder = office < 0 ? null : span.Sentence.Values.FirstOrDefault(value => value.Type == AnswerType.Person && value.First > office && value.First <= office + Reach);
        return holder is not null && !Enumerable.Range(office, holder.First - office).Any(i => passage.Tokens[i].IsSign(',') || passage.Tokens[i].IsSign(';') || passage.Tags[i] == PartOfSpeech.Verb || (passage.Tokens[i].Is(WordClass.Conjunction) && passage.Tokens[i + 1].Is(WordClass.Role))) ? holder : null;
    }
}
