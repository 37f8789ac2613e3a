using System.Numerics;
using Search.Answering.Questions;
using Search.Answering.Reading;

namespace Search.Answering.Extraction;

/// <summary>Describes a span of a sentence by numbers, from which the ranker learns which spans answer which questions.</summary>
/// <remarks>Beyond the usual ones (Rajpurkar et al., EMNLP 2016: lengths, overlaps, span types) they tell typed values, table heads and how far the question's own words stand.</remarks>
internal static class SpanFeatures
{
    /// <summary>Numbers in a description.</summary>
    public const int Count = 149;

    // A distance beyond this tells no more.
    private const int Far = 25;

    /// <summary>Describes a span.</summary>
    /// <param name="question">The question.</param>
    /// <param name="view">Its sentence.</param>
    /// <param name="span">The span.</param>
    /// <param name="context">What the sentences of one question share.</param>
    /// <param name="f">Receives <see cref="Count"/> numbers.</param>
    public static void Describe(UnderstoodQuestion question, SentenceView view, SpanCandidate span, RankingContext context, Span<float> f)
    {
        var k = 0;
        k = Question(question, view, f, k);
        k = Sentence(view, context, f, k);
        k = Shape(view, span, f, k);
        k = Borders(view, span, f, k);
        k = Values(question, view, span, f, k);
        k = Nearness(view, span, f, k);
        k = Head(question, view, span, f, k);
        k = Cell(view, span, context, f, k);
        k = Kind(view, span, f, k);
        k = Order(question, view, span, context, f, k);
        k = Agreement(view, span, context, f, k);
        k = Cuts(view, span, f, k);
        k = Clause(view, span, f, k);
        k = Neighbours(view, span, f, k);
        k = Subject(view, span, f, k);
        k = Beside(question, view, span, f, k);
        if (k != Count)
        {
            throw new InvalidOperationException($"{k} features are described, {Count} are declared.");
        }
    }

    private static int Question(UnderstoodQuestion question, SentenceView view, Span<float> f, int k)
    {
        f[k++] = (int)question.Kind;
        f[k++] = (int)question.Expected;
        f[k++] = question.Language == view.Sentence.Passage.Language ? 1 : 0;
        f[k++] = (int)view.Sentence.Passage.Language;
        f[k++] = question.Tokens.Count;
        f[k++] = question.Head >= 0 ? 1 : 0;
        f[k++] = question.WantsList ? 1 : 0;
        f[k++] = question.IsSuperlative ? 1 : 0;
        return k;
    }

    private static int Sentence(SentenceView view, RankingContext context, Span<float> f, int k)
    {
        var sentence = view.Sentence;
        f[k++] = sentence.Coverage;
        f[k++] = sentence.CoverageInView;
        f[k++] = sentence.CoverageRank;
        f[k++] = sentence.Rank;
        f[k++] = sentence.Score - context.BestScore;
        f[k++] = sentence.Share;
        f[k++] = sentence.Score;
        f[k++] = sentence.Coverage - context.BestCoverage;
        f[k++] = sentence.CoverageInView - context.BestCoverageInView;
        f[k++] = sentence.Passage.Ranked.Rank;
        f[k++] = (float)(sentence.Passage.Ranked.Score / context.BestPassageScore);
        f[k++] = (int)sentence.Year;
        f[k++] = (int)sentence.Form;
        f[k++] = sentence.End - sentence.First;
        f[k++] = sentence.Number;
        f[k++] = view.UnmatchedCount;
        f[k++] = view.Matches.Count;
        return k;
    }

    private static int Shape(SentenceView view, SpanCandidate span, Span<float> f, int k)
    {
        var tokens = view.Sentence.Passage.Tokens;
        var tags = view.Sentence.Passage.Tags;
        var a = span.First - view.Sentence.First;
        var b = span.End - view.Sentence.First;
        var content = view.Content[b] - view.Content[a];
        int capitals = 0, uppers = 0, digits = 0, years = 0, verbs = 0, prepositions = 0, conjunctions = 0, adjectives = 0, nouns = 0, names = 0;
        var classes = WordClass.None;
        for (var i = span.First; i < span.End; i++)
        {
            capitals += tokens[i].IsCapital ? 1 : 0;
            uppers += tokens[i].IsUpper ? 1 : 0;
            digits += tokens[i].Shape is TokenShape.Number or TokenShape.Mixed ? 1 : 0;
            years += tokens[i].IsYear ? 1 : 0;
            verbs += tags[i] == PartOfSpeech.Verb ? 1 : 0;
            prepositions += tokens[i].Is(WordClass.AnyPreposition) ? 1 : 0;
            conjunctions += tokens[i].Is(WordClass.Conjunction) ? 1 : 0;
            adjectives += tags[i] == PartOfSpeech.Adjective ? 1 : 0;
            nouns += tags[i] == PartOfSpeech.Noun ? 1 : 0;
            names += tags[i] == PartOfSpeech.ProperNoun ? 1 : 0;
            classes |= tokens[i].Classes;
        }

        f[k++] = span.End - span.First;
        f[k++] = tokens[span.End - 1].End - tokens[span.First].Start;
        f[k++] = (float)a / view.Content.Length;
        f[k++] = a == 0 ? 1 : 0;
        f[k++] = span.End >= view.Sentence.End - 1 ? 1 : 0;
        f[k++] = content;
        f[k++] = view.Matched[b] - view.Matched[a];
        f[k++] = (float)(view.Matched[b] - view.Matched[a]) / Math.Max(1, content);
        f[k++] = capitals;
        f[k++] = (float)capitals / Math.Max(1, content);
        f[k++] = tokens[span.First].IsCapital && a > 0 ? 1 : 0;
        f[k++] = uppers;
        f[k++] = digits;
        f[k++] = years;
        f[k++] = verbs;
        f[k++] = prepositions;
        f[k++] = conjunctions;
        f[k++] = adjectives;
        f[k++] = nouns;
        f[k++] = names;
        f[k++] = view.Commas[b] - view.Commas[a];
        f[k++] = Has(classes, WordClass.Month);
        f[k++] = Has(classes, WordClass.Unit);
        f[k++] = Has(classes, WordClass.Currency);
        f[k++] = Has(classes, WordClass.Percent);
        f[k++] = Has(classes, WordClass.Numeral);
        f[k++] = Has(classes, WordClass.Ordinal);
        f[k++] = Has(classes, WordClass.Time | WordClass.Year);
        f[k++] = Has(classes, WordClass.Cause);
        f[k++] = Has(classes, WordClass.Role);
        f[k++] = Has(classes, WordClass.Organisation);
        f[k++] = Has(classes, WordClass.Place);
        f[k++] = Has(classes, WordClass.Pronoun);
        return k;
    }

    private static int Borders(SentenceView view, SpanCandidate span, Span<float> f, int k)
    {
        var sentence = view.Sentence;
        var tokens = sentence.Passage.Tokens;
        var tags = sentence.Passage.Tags;
        var hasPrevious = span.First > sentence.First;
        var hasNext = span.End < sentence.End;
        var previous = hasPrevious ? tokens[span.First - 1] : default;
        var next = hasNext ? tokens[span.End] : default;
        f[k++] = (int)tags[span.First];
        f[k++] = (int)tags[span.End - 1];
        f[k++] = hasPrevious ? (int)tags[span.First - 1] : -1;
        f[k++] = hasNext ? (int)tags[span.End] : -1;
        f[k++] = Group(tokens[span.First]);
        f[k++] = hasPrevious ? Group(previous) : -1;
        f[k++] = hasNext ? Group(next) : -1;
        f[k++] = span.First - 1 > sentence.First ? Group(tokens[span.First - 2]) : -1;
        f[k++] = hasPrevious ? SignOf(previous) : -1;
        f[k++] = hasNext ? SignOf(next) : -1;
        f[k++] = hasPrevious && hasNext && previous.IsCapital && tokens[span.First].IsCapital && span.First - 1 > sentence.First ? 1 : 0;
        f[k++] = hasNext && next.IsCapital && tokens[span.End - 1].IsCapital ? 1 : 0;
        f[k++] = hasPrevious && sentence.Passage.Concepts[span.First - 1] >= 0 ? 1 : 0;
        f[k++] = hasNext && sentence.Passage.Concepts[span.End] >= 0 ? 1 : 0;
        f[k++] = LastLetter(tokens[span.End - 1]);
        f[k++] = LastLetter(tokens[span.First]);
        f[k++] = hasPrevious ? Nouns(previous) : 0;
        return k;
    }

    private static int Values(UnderstoodQuestion question, SentenceView view, SpanCandidate span, Span<float> f, int k)
    {
        var exact = 0;
        var core = 0;
        var inside = 0;
        var around = 0;
        var asked = 0;
        var unitMatched = 0;
        foreach (var value in view.Sentence.Values)
        {
            if (value.First > span.End)
            {
                break;
            }

            var fits = Fits(question.Expected, value.Type);
            if (value.First == span.First && value.End == span.End)
            {
                exact = value.Type == question.Expected ? 101 : fits ? 100 : (int)value.Type;
            }
            else if (value.First == span.First && value.Core == span.End && value.Core > value.First)
            {
                core = fits ? 100 : (int)value.Type;
            }

            inside += fits && value.First >= span.First && value.Core <= span.End ? 1 : 0;
            around += fits && value.First <= span.First && value.End >= span.End && value.End - value.First > span.End - span.First ? 1 : 0;
            if (value.First >= span.First && value.Core <= span.End)
            {
                asked += question.Numbers.Contains(value.Value) || (value.Type == AnswerType.Year && question.Time.Years.Contains((int)value.Value)) ? 1 : 0;
                unitMatched += (value.Core < view.Sentence.End && view.Sentence.Passage.Concepts[value.Core] >= 0) || (value.End < view.Sentence.End && view.Sentence.Passage.Concepts[value.End] >= 0) ? 1 : 0;
            }
        }

        f[k++] = exact;
        f[k++] = core;
        f[k++] = inside;
        f[k++] = around;
        f[k++] = asked;
        f[k++] = unitMatched;
        f[k++] = view.Types[(int)question.Expected];
        return k;
    }

    private static int Nearness(SentenceView view, SpanCandidate span, Span<float> f, int k)
    {
        var left = Far;
        var right = Far;
        float leftSum = 0, rightSum = 0, inside = 0, outside = 0;
        var nearest = -1;
        foreach (var (token, _, weight) in view.Matches)
        {
            if (token < span.First)
            {
                var distance = span.First - token;
                left = Math.Min(left, distance);
                leftSum += weight / distance;
                outside += weight;
                nearest = nearest < 0 || distance < Math.Abs(nearest - span.First) ? token : nearest;
            }
            else if (token >= span.End)
            {
                var distance = token - span.End + 1;
                right = Math.Min(right, distance);
                rightSum += weight / distance;
                outside += weight;
                nearest = nearest < 0 || distance < Math.Abs(nearest - span.First) ? token : nearest;
            }
            else
            {
                inside += weight;
            }
        }

        f[k++] = left;
        f[k++] = right;
        f[k++] = leftSum;
        f[k++] = rightSum;
        f[k++] = inside;
        f[k++] = outside;
        var between = nearest < 0 ? 9 : nearest < span.First
            ? view.Commas[span.First - view.Sentence.First] - view.Commas[nearest - view.Sentence.First]
            : view.Commas[nearest - view.Sentence.First] - view.Commas[span.End - view.Sentence.First];
        f[k++] = between;
        f[k++] = view.VerbAt.Count == 0 ? Far : Math.Clamp(view.VerbAt[0] - span.First, -Far, Far);
        return k;
    }

    private static int Head(UnderstoodQuestion question, SentenceView view, SpanCandidate span, Span<float> f, int k)
    {
        var at = view.HeadAt.Count == 0 ? -1 : view.HeadAt[0];
        f[k++] = at < 0 ? -1 : at >= span.First && at < span.End ? (at == span.First ? 1 : at == span.End - 1 ? 2 : 3) : 0;
        f[k++] = at < 0 ? Far : Math.Clamp(at < span.First ? at - span.First : at - span.End + 1, -Far, Far);

        // The preposition of "в каком", "by which" asks for a case or a preposition in the answer.
        f[k++] = question.QuestionWord >= 0 && question.Tokens[question.QuestionWord].Is(WordClass.AnyPreposition) ? Group(question.Tokens[question.QuestionWord]) + 1 : 0;
        return k;
    }

    private static int Cell(SentenceView view, SpanCandidate span, RankingContext context, Span<float> f, int k)
    {
        var cell = view.Sentence.Cells.FirstOrDefault(cell => cell.First == span.First && cell.End == span.End);
        f[k++] = cell is null ? -1 : context.Share(cell.HeadMatches);
        f[k++] = cell is null ? -1 : context.HeadConcept >= 0 ? cell.HeadMatches[context.HeadConcept] : 0;
        f[k++] = context.Share(view.Sentence.Intro);
        f[k++] = context.Share(view.Sentence.Passage.Topic);
        f[k++] = view.Sentence.Values.Count;
        f[k++] = view.Sentence.Own.Length;
        f[k++] = context.HeadConcept >= 0 ? view.Sentence.Own[context.HeadConcept] : -1;
        f[k++] = context.VerbConcept >= 0 ? view.Sentence.Own[context.VerbConcept] : -1;
        f[k++] = (float)context.NameShare(view.Sentence.Own);
        return k;
    }

    // "Which country": how much of the span names one.
    private static int Kind(SentenceView view, SpanCandidate span, Span<float> f, int k)
    {
        if (!view.AsksForKind)
        {
            f[k++] = -1;
            f[k++] = -1;
            f[k++] = -1;
            f[k++] = -1;
            return k;
        }

        var members = view.Sentence.Passage.Members;
        var inside = 0;
        for (var i = span.First; i < span.End; i++)
        {
            inside += members[i] ? 1 : 0;
        }

        f[k++] = (float)inside / (span.End - span.First);
        f[k++] = members[span.First] ? 1 : 0;
        f[k++] = members[span.End - 1] ? 1 : 0;
        f[k++] = view.MemberCount - inside;
        return k;
    }

    // Where the span stands beside the words that stand beside the question word in the question.
    private static int Order(UnderstoodQuestion question, SentenceView view, SpanCandidate span, RankingContext context, Span<float> f, int k)
    {
        f[k++] = question.QuestionWord < 0 ? 0 : LastLetter(question.Tokens[question.QuestionWord]);
        f[k++] = question.QuestionWord;
        f[k++] = question.Head >= 0 ? LastLetter(question.Tokens[question.Head]) : 0;
        f[k++] = Distance(view.BehindAt, span);
        f[k++] = Distance(view.BeforeAt, span);
        f[k++] = Distance(view.HeaviestAt, span);
        f[k++] = Distance(view.LastAt, span);
        f[k++] = Distance(view.VerbAt, span);
        f[k++] = question.QuestionWord < 0 ? 0 : LastLetter(question.Tokens[question.QuestionWord], 2);
        f[k++] = question.QuestionWord < 0 || context.QuestionEnd >= question.Tokens.Count ? -1 : (int)question.Tags[context.QuestionEnd];
        f[k++] = question.QuestionWord <= 0 ? -1 : (int)question.Tags[question.QuestionWord - 1];
        f[k++] = LastLetter(view.Sentence.Passage.Tokens[span.End - 1], 2);
        f[k++] = LastLetter(view.Sentence.Passage.Tokens[span.First], 2);
        f[k++] = span.First > view.Sentence.First ? LastLetter(view.Sentence.Passage.Tokens[span.First - 1]) : 0;
        f[k++] = Frequency(view, span.First);
        f[k++] = Frequency(view, span.End - 1);
        f[k++] = span.First > view.Sentence.First ? Place(context, view.Sentence.Passage.Concepts[span.First - 1]) : -2;
        f[k++] = span.End < view.Sentence.End ? Place(context, view.Sentence.Passage.Concepts[span.End]) : -2;
        return k;
    }

    // Preposition and case of the answer are those of the question: «на каком заводе» – «на заводе», «кем» – «министром».
    private static int Agreement(SentenceView view, SpanCandidate span, RankingContext context, Span<float> f, int k)
    {
        var tokens = view.Sentence.Passage.Tokens;
        var first = tokens[span.First].Is(WordClass.AnyPreposition) ? span.First + 1 : span.First;
        var preposition = first > span.First ? tokens[span.First] : span.First > view.Sentence.First && tokens[span.First - 1].Is(WordClass.AnyPreposition) ? tokens[span.First - 1] : (ReadingToken?)null;
        f[k++] = (context.Preposition, preposition) switch
        {
            (null, null) => 0,
            (not null, null) => 1,
            (null, not null) => 2,
            var (asked, found) => asked.Value.Lower == found.Value.Lower ? 5 : (asked.Value.Classes & found.Value.Classes & WordClass.AnyPreposition) != 0 ? 4 : 3,
        };
        var cases = WordCases.None;
        for (var i = first; i < span.End && cases == WordCases.None; i++)
        {
            cases = view.Cases[i - view.Sentence.First];
        }

        f[k++] = cases == WordCases.None || context.Cases == WordCases.None ? -1 : (cases & context.Cases) != 0 ? 1 : 0;
        f[k++] = (cases & WordCases.Nominative) != 0 ? 1 : 0;
        f[k++] = (cases & WordCases.Instrumental) != 0 ? 1 : 0;
        f[k++] = (cases & WordCases.Genitive) != 0 ? 1 : 0;
        return k;
    }

    // «крупная | компания», «министерство | связи»: a span that parts words of one phrase.
    private static int Cuts(SentenceView view, SpanCandidate span, Span<float> f, int k)
    {
        var start = view.Sentence.First;
        var before = span.First > start ? view.Cases[span.First - 1 - start] : WordCases.None;
        var behind = span.End < view.Sentence.End ? view.Cases[span.End - start] : WordCases.None;
        var first = view.Cases[span.First - start];
        f[k++] = before == WordCases.None || first == WordCases.None ? -1 : (before & first) != 0 ? 1 : 0;
        f[k++] = behind == WordCases.None ? -1 : (behind & WordCases.Genitive) != 0 ? 1 : 0;
        return k;
    }

    // Whose verb the span goes with, and how much of the question its clause holds.
    private static int Clause(SentenceView view, SpanCandidate span, Span<float> f, int k)
    {
        var start = view.Sentence.First;
        var left = view.VerbBefore[span.First - start];
        var right = view.VerbBehind[span.End - start];
        f[k++] = left < 0 ? -Far : left - span.First;
        f[k++] = right < 0 ? Far : right - span.End + 1;
        f[k++] = left < 0 ? -1 : view.Sentence.Passage.Concepts[left] >= 0 ? 1 : 0;
        f[k++] = right < 0 ? -1 : view.Sentence.Passage.Concepts[right] >= 0 ? 1 : 0;
        float own = 0, all = 0;
        foreach (var (token, _, weight) in view.Matches)
        {
            all += weight;
            own += view.Commas[token - start] == view.Commas[span.First - start] ? weight : 0;
        }

        f[k++] = own;
        f[k++] = all == 0 ? 0 : own / all;
        return k;
    }

    // "X is called …", «X — это …»: the nearest words of content, with only small words and signs between.
    private static int Neighbours(SentenceView view, SpanCandidate span, Span<float> f, int k)
    {
        var passage = view.Sentence.Passage;
        var left = span.First - 1;
        while (left >= view.Sentence.First && !passage.Tokens[left].IsContent)
        {
            left--;
        }

        var right = span.End;
        while (right < view.Sentence.End && !passage.Tokens[right].IsContent)
        {
            right++;
        }

        f[k++] = left < view.Sentence.First ? -1 : passage.Concepts[left] >= 0 ? passage.Weights[left] : 0;
        f[k++] = right >= view.Sentence.End ? -1 : passage.Concepts[right] >= 0 ? passage.Weights[right] : 0;
        f[k++] = span.First - 1 - left;
        f[k++] = right - span.End;
        return k;
    }

    // Who did it: a subject agrees with the verb of its clause, and no other word there could be one.
    private static int Subject(SentenceView view, SpanCandidate span, Span<float> f, int k)
    {
        var passage = view.Sentence.Passage;
        var start = view.Sentence.First;
        var verb = VerbOfClause(view, span);
        var asked = verb < 0 ? Concord.None : view.Verbs[verb - start];
        var first = span.First;
        while (first < span.End && !passage.Tokens[first].IsContent)
        {
            first++;
        }

        var given = first < span.End ? view.Concords[first - start] : Concord.None;
        f[k++] = asked == Concord.None || given == Concord.None ? -1 : (asked & given) != 0 ? 1 : 0;
        f[k++] = verb < 0 ? -1 : passage.Concepts[verb] >= 0 ? passage.Weights[verb] : 0;
        f[k++] = verb < 0 ? 0 : verb < span.First ? verb - span.First : verb - span.End + 1;
        var rivals = 0;
        for (var i = 0; asked != Concord.None && i < view.Concords.Length; i++)
        {
            var isOutside = i < span.First - start || i >= span.End - start;
            rivals += isOutside && view.Commas[i] == view.Commas[span.First - start] && view.MayBeSubject[i] && (asked & view.Concords[i]) != 0 ? 1 : 0;
        }

        f[k++] = rivals;
        return k;
    }

    // «Итальянскую чуму, которую связывают …»: whether the clause behind the span tells of it, and how much of the question stands there and before the span's own.
    private static int Beside(UnderstoodQuestion question, SentenceView view, SpanCandidate span, Span<float> f, int k)
    {
        var start = view.Sentence.First;
        var typed = 0;
        foreach (var value in view.Sentence.Values)
        {
            typed += value.Type == question.Expected && value.First >= span.First && value.First < span.End && value.Core <= span.End ? 1 : 0;
        }

        var clause = view.Commas[span.End - start];
        float behind = 0, before = 0;
        foreach (var (token, _, weight) in view.Matches)
        {
            behind += view.Commas[token - start] == clause + 1 ? weight : 0;
            before += view.Commas[token - start] == view.Commas[span.First - start] - 1 ? weight : 0;
        }

        f[k++] = typed;
        f[k++] = view.IsRelative[span.End - start] ? 1 : 0;
        f[k++] = behind;
        f[k++] = before;
        return k;
    }

    // The nearest verb between the same marks, or −1.
    private static int VerbOfClause(SentenceView view, SpanCandidate span)
    {
        var start = view.Sentence.First;
        var clause = view.Commas[span.First - start];
        var left = view.VerbBefore[span.First - start];
        var right = view.VerbBehind[span.End - start];
        left = left >= 0 && view.Commas[left - start] == clause ? left : -1;
        right = right >= 0 && view.Commas[right - start] == clause ? right : -1;
        return left < 0 ? right : right < 0 || span.First - left <= right - span.End + 1 ? left : right;
    }

    // Words that the whole passage speaks of seldom answer.
    private static float Frequency(SentenceView view, int token) => view.Sentence.Passage.Counts[token];

    // Where in the question a concept stands, from its question word on; −1 for no concept.
    private static float Place(RankingContext context, int concept) => concept < 0 ? -1 : context.PlaceOf(concept) + 10;

    // Signed distance in tokens to the nearest of the places: below 0 where it stands before the span.
    private static float Distance(IReadOnlyList<int> places, SpanCandidate span)
    {
        var best = Far;
        foreach (var place in places)
        {
            var distance = place < span.First ? place - span.First : place >= span.End ? place - span.End + 1 : 0;
            best = Math.Abs(distance) < Math.Abs(best) ? distance : best;
        }

        return best;
    }

    /// <summary>Whether an answer of this type always holds a number, a date or a word that stands for one.</summary>
    public static bool NeedsValue(AnswerType type) =>
        type is AnswerType.Date or AnswerType.Year or AnswerType.Time or AnswerType.Duration or AnswerType.Number or AnswerType.Money or AnswerType.Percent or AnswerType.Ordinal or AnswerType.Phone;

    /// <summary>Whether a value of one type can answer a question for another.</summary>
    public static bool Fits(AnswerType expected, AnswerType found) => expected switch
    {
        AnswerType.Date => found is AnswerType.Date or AnswerType.Year,
        AnswerType.Time => found is AnswerType.Time or AnswerType.Duration,
        AnswerType.Year => found is AnswerType.Year or AnswerType.Date,
        AnswerType.Number => found is AnswerType.Number or AnswerType.Quantity or AnswerType.Percent or AnswerType.Duration,
        AnswerType.Quantity => found is AnswerType.Quantity or AnswerType.Number or AnswerType.Percent or AnswerType.Money,
        AnswerType.Duration => found is AnswerType.Duration or AnswerType.Number or AnswerType.Time,
        AnswerType.Ordinal => found is AnswerType.Ordinal or AnswerType.Number,
        AnswerType.Person => found is AnswerType.Person or AnswerType.Name,
        AnswerType.Organisation => found is AnswerType.Organisation or AnswerType.Name,
        AnswerType.Place or AnswerType.Address => found is AnswerType.Place or AnswerType.Name,
        AnswerType.Name or AnswerType.Language => found is AnswerType.Name or AnswerType.Organisation or AnswerType.Person or AnswerType.Place,
        _ => found == expected,
    };

    private static int Has(WordClass classes, WordClass wanted) => (classes & wanted) != 0 ? 1 : 0;

    private static int Group(ReadingToken token)
    {
        var function = token.Classes & WordClass.Stop;
        return function == 0 ? token.IsCapital ? 30 : token.Shape == TokenShape.Sign ? 31 : token.Shape == TokenShape.Word ? 32 : 33 : BitOperations.TrailingZeroCount((uint)function);
    }

    private static int Nouns(ReadingToken token) => token.Is(WordClass.Role) ? 1 : token.Is(WordClass.Organisation) ? 2 : token.Is(WordClass.Place) ? 3 : token.Is(WordClass.Year | WordClass.Time) ? 4 : 0;

    private static int SignOf(ReadingToken token) => token.Shape != TokenShape.Sign ? 0 : token.Lower[0] switch
    {
        ',' => 1, '.' => 2, ';' => 3, ':' => 4, '(' => 5, ')' => 6, '«' or '“' => 7, '»' or '”' => 8, '"' => 9, '—' or '–' => 10, '-' => 11, '%' => 12, _ => 13,
    };

    // The ending tells the case, and with it the part that the words play.
    private static int LastLetter(ReadingToken token, int fromEnd = 1) => token.Shape != TokenShape.Word || token.Lower.Length < fromEnd ? 0 : token.Lower[^fromEnd] switch
    {
        >= 'а' and <= 'я' and var c => c - 'а' + 1,
        'і' => 34,
        'ў' => 35,
        >= 'a' and <= 'z' and var c => c - 'a' + 40,
        _ => 0,
    };
}
