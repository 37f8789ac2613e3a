using Search.Answering.Claims;
using Search.Answering.Questions;
using Search.Answering.Reading;

namespace Search.Answering.Extraction;

/// <summary>The answer that was chosen and how well the page supports it.</summary>
/// <param name="Span">The span that answers; <see langword="null"/> for yes or no.</param>
/// <param name="Sentence">The sentence it stands in.</param>
/// <param name="Score">The ranker's score with what the conditions of the question add.</param>
/// <param name="Margin">How far the score lies above the best other text's.</param>
/// <param name="Share">Share of the softmax over the candidates, spans of the same text together, 0 to 1.</param>
/// <param name="Beside">Other sentences that belong to the proof. Of the same page: the one that covers more of the question, and the runner-up's; <see cref="ChosenAnswer.ChangedBy"/> where there is one; often empty.</param>
internal sealed record ChosenAnswer(SpanCandidate? Span, EvidenceSentence Sentence, double Score, double Margin, double Share, IReadOnlyList<EvidenceSentence> Beside)
{
    /// <summary>The sentence of a page newer than the time asked about that says what the value was until then: together they prove it for that time.</summary>
    public EvidenceSentence? ChangedBy { get; init; }

    /// <summary>Whether the span names a person beside the very office that is asked for, on a page of the time asked about: that alone proves it.</summary>
    public bool IsOfficeTold { get; init; }
}

/// <summary>Chooses among the ranked spans by the conditions that the question sets: years, numbers, names, "now".</summary>
internal static class AnswerChoice
{
    // Costs where 1 makes a span e times as likely. A condition that the sentence breaks outweighs what words may match.
    // They were set beside a smaller and slower ranker, whose best spans stood less far above the next.
    private const double CostScale = 1.5;
    private const double OtherYearCost = 3;
    private const double MissingYearCost = 1.2;
    private const double InViewCost = 0.3;
    private const double MissingNumberCost = 3;
    private const double MissingNameCost = 2.5;

    // "When … 40th": hardly any other sentence states the very number.
    private const double StatedNumberGain = 1.5;
    private const double WrongTypeCost = 1.5;
    private const double MissingBoundCost = 1;

    // A bare number names no indicator, project or person.
    private const double BareNumberCost = 1.5;

    // A number without its unit is a doubtful duration or sum, and one that is no ordinal a doubtful rank.
    private const double LooseTypeCost = 0.8;

    // "320 thousand tourists" is surely no duration.
    private const double CountedCost = 2;
    private const double Thousand = 1000;

    // Things are counted in whole numbers.
    private const double FractionCost = 1.5;

    // A deputy minister is no minister, and an organisation holds no office.
    private const double OtherOfficeCost = 2;
    private const double NoPersonCost = 3;
    private const double UntoldOfficeCost = 0.7;

    // Who holds which office is told by its noun, beside the name of who holds it.
    private const double NoOfficeCost = 1;
    private const double OtherHolderCost = 1.5;

    // What is not so stands in a sentence that denies it.
    private const double NegationCost = 1;

    // "The fourth meeting", "40 offices": a sentence that states the number is likelier meant.
    private const double OtherNumberCost = 1;

    // The column says which of the row's values is which.
    private const double OtherHeadCost = 1.5;

    // "First among the CIS countries" is another rank than the one among all.
    private const double AmongSomeCost = 1;

    // A rank of 0,66, a speed in milliseconds, a price of four times.
    private const double ContradictedCost = 2.5;

    // "(было 60 копеек)": what was so before is no answer to what is so.
    private const double FormerCost = 2;
    private const double MissingCauseCost = 1.5;

    // «120 м (390 футов)»: the page's own measure stands first.
    private const double ConvertedCost = 1;

    // A row states a value without its subject; a sentence that names both is the better proof, unless the row alone names the year.
    private const double BareRowCost = 1.6;
    private const double FullerBy = 0.15;

    // The archive's own country stands in half of its pages and is often left unsaid: a name costs in full from this rarity on.
    private const double RareName = 3;

    private const double SameName = 0.4;

    // What a sentence has to cover of what another covers of the question, to replace its value.
    private const double LeastReplacing = 0.2;

    // Sentences shown beside the answer, and the share of the sentence ranker's softmax that makes one worth showing.
    private const int BesideCount = 2;
    private const double LeastShare = 0.01;

    // The sentence ranker's score counts once more: it saw every sentence, the span ranker only the spans of the best.
    private const double SentenceWeight = 0.3;

    // A span this close is shown beside the answer.
    private const double RunnerUpMargin = 1.5;

    // Values this close are rivals for the same fact: of these the newest page wins where the present is asked for.
    private const double RivalMargin = 2.5;

    /// <summary>The best answer; <see langword="null"/> where nothing was found.</summary>
    public static ChosenAnswer? Choose(FoundEvidence evidence, SpanRanker ranker) =>
        evidence.Sentences.Count == 0 ? null : Choose(evidence, ranker.Best(evidence.Question, evidence.Matcher, evidence.Sentences));

    /// <summary>The best answer among ranked spans.</summary>
    public static ChosenAnswer Choose(FoundEvidence evidence, IReadOnlyList<RankedSpan> ranked)
    {
        var question = evidence.Question;
        var costs = ranked.Select(span => span.Span.Sentence).Distinct().ToDictionary(sentence => sentence, sentence => Cost(evidence, sentence));
        var scored = ranked
            .Select(span => (span.Span, span.Share, Score: span.Score + (SentenceWeight * (span.Span.Sentence.Score - evidence.Sentences[0].Score)) - (CostScale * (costs[span.Span.Sentence] + Cost(evidence, span.Span)))))
            .OrderByDescending(span => span.Score)
            .ThenBy(span => span.Span.Sentence.Rank)
            .ThenBy(span => span.Span.First)
            .ThenBy(span => span.Span.End)
            .ToList();
        if (question.Kind == QuestionKind.YesNo || scored.Count == 0)
        {
            return OfSentence(evidence);
        }

        if (question.AsksForHead && new OfficeFinder(evidence).Find() is { } holder)
        {
            return new ChosenAnswer(holder, holder.Sentence, scored[0].Score, 1, 1, []) { IsOfficeTold = true };
        }

        if (question.AsksForHead && scored.Where(span => OfficeHolder.IsNamed(question, span.Span)).ToList() is { Count: > 0 } holders)
        {
            scored = holders;
        }

        var best = scored[0];
        if (question.Time.Relation == TimeRelation.Now)
        {
            best = scored.Where(span => span.Score >= best.Score - RivalMargin && Fits(question, span.Span))
                .DefaultIfEmpty(best)
                .OrderByDescending(span => span.Span.Sentence.Passage.Ranked.Document.Published?.Last ?? DateOnly.MinValue)
                .ThenByDescending(span => span.Score)
                .First();
        }

        if (question.Time.Years.Count == 0 && Change(evidence, best.Span) is { } change)
        {
            best = best with { Span = change };
        }

        var held = scored.Where(span => span.Score >= best.Score - RivalMargin && Fits(question, span.Span))
            .Select(span => (span.Span, span.Score, span.Share, ChangedBy: HeldThen(evidence, span.Span)))
            .FirstOrDefault(span => span.ChangedBy is not null);
        if (held.ChangedBy is { } changedBy)
        {
            return new ChosenAnswer(SpanCompletion.Complete(question, held.Span), held.Span.Sentence, held.Score, 1, held.Share, [changedBy]) { ChangedBy = changedBy };
        }

        if (ListItem(evidence) is { } item)
        {
            var inside = scored.Where(span => span.Span.Sentence == item).Select(span => span.Score).DefaultIfEmpty(best.Score).Max();
            return new ChosenAnswer(null, item, inside, 1, best.Share, []);
        }

        var text = best.Span.Text;
        var other = scored.Where(span => span.Span.Text != text && !(span.Span.Sentence == best.Span.Sentence && span.Span.First < best.Span.End && best.Span.First < span.Span.End)).Select(span => span.Score).DefaultIfEmpty(best.Score - 5).Max();
        var share = scored.Where(span => span.Span.Text == text).Sum(span => span.Share);
        var beside = Beside(evidence, best.Span.Sentence, scored.Where(span => span.Span.Text != text && span.Score >= best.Score - RunnerUpMargin).Select(span => span.Span.Sentence));
        return new ChosenAnswer(SpanCompletion.Complete(question, best.Span), best.Span.Sentence, best.Score, best.Score - other, share, beside);
    }

    // A price of 2019 that a page of 2024 calls the price until then was the price of 2021.
    private static EvidenceSentence? HeldThen(FoundEvidence evidence, SpanCandidate span)
    {
        if (evidence.Question is not { Expected: AnswerType.Money, Time: { Relation: TimeRelation.At, Years: [var year] } } || span.Sentence.Passage.Ranked.Document.Published is not { } since || since.Year >= year || Change(evidence, span) is not { } change)
        {
            return null;
        }

        return change.Sentence.Passage.Ranked.Document.Published is { } until && until.Year > year ? change.Sentence : null;
    }

    // A newer page that states another value and what was so before («84 копейки (было 60 копеек)») changes the value of an older page: the newer value.
    private static SpanCandidate? Change(FoundEvidence evidence, SpanCandidate span)
    {
        var old = span.Values.FirstOrDefault(value => !double.IsNaN(value.Value));
        if (old is null || span.Sentence.Passage.Ranked.Document.Published is not { } published)
        {
            return null;
        }

        var newer = evidence.Passages.SelectMany(passage => passage.Sentences)
            .Where(sentence => sentence.Coverage >= LeastReplacing * span.Sentence.Coverage && sentence.Passage.Ranked.Document.Published is { } date && date.First > published.Last)
            .OrderByDescending(sentence => sentence.Passage.Ranked.Document.Published!.Value.First);
        foreach (var sentence in newer)
        {
            var former = sentence.Values.FirstOrDefault(value => value.Type == old.Type && value.Value == old.Value && value.Unit == old.Unit && IsFormer(new SpanCandidate(sentence, value.First, value.End)));
            if (former is not null && sentence.Values.LastOrDefault(value => value.Type == old.Type && value.End <= former.First) is { } now)
            {
                return new SpanCandidate(sentence, now.First, now.End);
            }
        }

        return null;
    }

    // "Which subprogrammes": the first item of a list whose introduction names what is asked for.
    private static EvidenceSentence? ListItem(FoundEvidence evidence)
    {
        if (!evidence.Question.WantsList || evidence.Question.Head < 0)
        {
            return null;
        }

        var head = new RankingContext(evidence.Question, evidence.Matcher, evidence.Sentences).HeadConcept;
        return head < 0 ? null : evidence.Sentences.FirstOrDefault(sentence => sentence.Form == SentenceForm.ListItem && sentence.Intro[head] >= SameName);
    }

    // The likeliest other sentences of the page, and the sentence of the runner-up: where the choice was not plain, the reader sees what it was between.
    private static List<EvidenceSentence> Beside(FoundEvidence evidence, EvidenceSentence chosen, IEnumerable<EvidenceSentence> runnersUp)
    {
        var page = chosen.Passage.Ranked.Document.Id;
        return [.. evidence.Sentences.Where(sentence => sentence.Share >= LeastShare)
            .Concat(runnersUp)
            .Where(sentence => sentence != chosen && sentence.Form != SentenceForm.Heading && sentence.Passage.Ranked.Document.Id == page && sentence.Year != YearAgreement.Other)
            .Distinct()
            .Take(BesideCount)];
    }

    /// <summary>Share of the weight of the question's names that the sentence, its surroundings or what was read of its page holds; 1 where it has none.</summary>
    public static double NamesInView(FoundEvidence evidence, EvidenceSentence sentence)
    {
        var (found, all) = Names(evidence, sentence);
        return all == 0 ? 1 : found / all;
    }

    private static (double Found, double All) Names(FoundEvidence evidence, EvidenceSentence sentence)
    {
        double found = 0;
        double all = 0;
        var page = evidence.PageOf(sentence);
        for (var i = 0; i < evidence.Matcher.Concepts.Count; i++)
        {
            var concept = evidence.Matcher.Concepts[i];
            if (concept.IsName)
            {
                var best = FoundEvidence.OnPage(sentence, page, i);
                all += concept.Weight;

                // A translation or another spelling of a name is the name.
                found += best >= SameName ? concept.Weight : concept.Weight * best;
            }
        }

        return (found, all);
    }

    /// <summary>Share of the question's numbers (ranks, amounts, not years) that the sentence states; 1 where it has none.</summary>
    public static double NumbersInSentence(UnderstoodQuestion question, EvidenceSentence sentence)
    {
        if (question.Numbers.Count == 0)
        {
            return 1;
        }

        return (double)question.Numbers.Count(number => Holds(sentence, number)) / question.Numbers.Count;
    }

    // «С 1 апреля, руб.» beside «Сейчас, руб.»: another cell of the row, with a value of the same unit, stands under more of the question's words. Bare numbers may be of anything.
    private static bool IsUnderOtherHead(FoundEvidence evidence, SpanCandidate span)
    {
        var cells = span.Sentence.Cells;
        if (cells.FirstOrDefault(cell => cell.First <= span.First && span.End <= cell.End) is not { } own || span.Values.FirstOrDefault(value => value.Type is AnswerType.Money or AnswerType.Percent) is not { } stated)
        {
            return false;
        }

        return cells.Any(cell => cell != own && Held(cell) > Held(own) && span.Sentence.Values.Any(value => value.Type == stated.Type && value.First >= cell.First && value.End <= cell.End));

        double Held(TableCell cell) => cell.HeadMatches.Index().Sum(match => match.Item * evidence.Matcher.Concepts[match.Index].Weight);
    }

    // A cell whose column is headed by another year than the one asked for.
    private static bool IsOtherColumn(UnderstoodQuestion question, SpanCandidate span)
    {
        var head = span.Sentence.Cells.FirstOrDefault(cell => cell.First == span.First && cell.End == span.End)?.Head ?? "";
        var years = ReadingTokenizer.Read(head, question.Language).Where(token => token.IsYear).Select(token => (int)token.Value).ToList();
        return years.Count > 0 && question.Time.Years.Count > 0 && !years.Exists(question.Time.Years.Contains);
    }

    // "until when", «с какого дня»: the answer stands behind a preposition of the same kind.
    private static WordClass? Bound(UnderstoodQuestion question)
    {
        var word = question.Kind == QuestionKind.When && question.QuestionWord >= 0 ? question.Tokens[question.QuestionWord].Lower : "";
        return word is "until" or "till" or "до" or "да" or "к" ? WordClass.PrepositionTo : word is "since" or "с" or "з" or "со" or "from" ? WordClass.PrepositionFrom : null;
    }

    private static bool IsBehind(SpanCandidate span, WordClass bound)
    {
        var tokens = span.Sentence.Passage.Tokens;
        return tokens[span.First].Is(bound) || (span.First > span.Sentence.First && (tokens[span.First - 1].Is(bound) || (bound == WordClass.PrepositionFrom && tokens[span.First - 1].Lower == "since")));
    }

    private static bool Holds(EvidenceSentence sentence, double number)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (sentence.Passage.Tokens[i].Value == number)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Fits(UnderstoodQuestion question, SpanCandidate span) =>
        question.Expected is AnswerType.Any or AnswerType.Clause || span.Values.Any(value => SpanFeatures.Fits(question.Expected, value.Type));

    private static double Cost(FoundEvidence evidence, EvidenceSentence sentence)
    {
        var question = evidence.Question;
        var cost = sentence.Year switch
        {
            YearAgreement.Other => OtherYearCost,
            YearAgreement.Missing => MissingYearCost,
            YearAgreement.OnPage => IsLongAfter(question, sentence) ? OtherYearCost : MissingYearCost / 2,
            YearAgreement.InView => InViewCost,
            _ => 0,
        };
        var (found, all) = Names(evidence, sentence);
        cost += all == 0 ? 0 : MissingNameCost * (1 - (found / all)) * Math.Min(1, (all - found) / RareName);
        cost += question.Kind == QuestionKind.Why && !sentence.Has(WordClass.Cause) ? MissingCauseCost : 0;
        cost += sentence.Form == SentenceForm.TableRow && evidence.Sentences.Any(other => other.Form == SentenceForm.Prose && other.Coverage >= sentence.Coverage + FullerBy && other.Year <= sentence.Year) ? BareRowCost : 0;
        cost += question.Kind is QuestionKind.When && question.Numbers.Count > 0 ? (MissingNumberCost * (1 - NumbersInSentence(question, sentence))) - (StatedNumberGain * NumbersInSentence(question, sentence)) : 0;
        cost += question.IsNegated && question.Kind != QuestionKind.YesNo && !sentence.Has(WordClass.Negation) ? NegationCost : 0;
        cost += question.Kind is not QuestionKind.When && question.Numbers.Count > 0 ? OtherNumberCost * (1 - NumbersInSentence(question, sentence)) : 0;
        return cost;
    }

    // A report on a year comes out in the next one; what a later page states without a year is true of its own day, whatever years it lists elsewhere.
    private static bool IsLongAfter(UnderstoodQuestion question, EvidenceSentence sentence) =>
        sentence.Passage.Ranked.Document.Published is { } published && question.Time.Years.All(year => published.Year > year + 1);

    private static double Cost(FoundEvidence evidence, SpanCandidate span)
    {
        var question = evidence.Question;
        double cost = IsOtherColumn(question, span) ? OtherYearCost : 0;
        cost += IsUnderOtherHead(evidence, span) ? OtherHeadCost : 0;
        cost += Bound(question) is { } bound && !IsBehind(span, bound) ? MissingBoundCost : 0;
        cost += IsContradicted(question, span) ? ContradictedCost : 0;
        cost += IsFormer(span) ? FormerCost : 0;
        cost += IsConverted(question, span) ? ConvertedCost : 0;
        cost += IsTyped(question.Expected) && !Fits(question, span) ? WrongTypeCost : 0;
        cost += question.Kind is QuestionKind.Which or QuestionKind.What or QuestionKind.Who && !IsTyped(question.Expected) && !SpanFeatures.NeedsValue(question.Expected) && IsBareNumber(span) ? BareNumberCost : 0;
        cost += question.Expected == AnswerType.Ordinal && IsAmongSome(span) ? AmongSomeCost : 0;
        cost += LooseCost(question, span);
        cost += question.AsksForHolder || question.AsksForHead ? HolderCost(question, span) : 0;
        cost += question.AsksForOffice ? OfficeCost(question, span) : 0;
        return cost;
    }

    // Only a person holds an office, a deputy holds another one, and who held it in a year stands on a page of that year.
    private static double HolderCost(UnderstoodQuestion question, SpanCandidate span) =>
        (span.Values.Any(value => value.Type == AnswerType.Person) ? 0 : NoPersonCost)
        + (question.AsksForHead && !OfficeHolder.IsTold(span) ? UntoldOfficeCost : 0)
        + (OfficeHolder.IsOfDeputy(question, span) ? OtherOfficeCost : 0)
        + (span.Sentence.Year is YearAgreement.OnPage or YearAgreement.Missing ? OtherYearCost - MissingYearCost : 0);

    private static double OfficeCost(UnderstoodQuestion question, SpanCandidate span)
    {
        if (OfficeHolder.OfficeIn(span) < 0)
        {
            return NoOfficeCost;
        }

        return question.Names.Count > 0 && OfficeHolder.Behind(span) is { } holder && !Enumerable.Range(holder.First, holder.End - holder.First).Any(i => span.Sentence.Passage.Concepts[i] >= 0) ? OtherHolderCost : 0;
    }

    private static double LooseCost(UnderstoodQuestion question, SpanCandidate span)
    {
        var values = span.Values.Where(value => SpanFeatures.Fits(question.Expected, value.Type)).ToList();
        if (values.Count == 0)
        {
            return 0;
        }

        if (question.Kind == QuestionKind.HowMany && values.TrueForAll(value => value.Type == AnswerType.Number && value.Value != Math.Floor(value.Value)))
        {
            return FractionCost;
        }

        // "39 years" counts no teams.
        if (question is { Kind: QuestionKind.HowMany, Expected: AnswerType.Number, Head: >= 0 } && values.TrueForAll(value => value.Type == AnswerType.Duration && !SpanCompletion.IsAskedUnit(question, value.Unit)))
        {
            return LooseTypeCost;
        }

        // «40 место» is a rank without the ending of one.
        if (!IsMeasured(question.Expected) || values.Exists(value => value.Type == question.Expected || (question.Expected == AnswerType.Ordinal && Units.Of(value.Unit) == Units.Place)))
        {
            return 0;
        }

        // "320 thousand tourists" is no duration and no share: what is counted stands behind the number, and no time is told in thousands.
        return question.Expected is AnswerType.Duration or AnswerType.Money or AnswerType.Percent && values.TrueForAll(value => value.Type == AnswerType.Number && (value.Unit.Length > 0 || (question.Expected == AnswerType.Duration && value.Value >= Thousand))) ? CountedCost : LooseTypeCost;
    }

    private static bool IsMeasured(AnswerType type) => type is AnswerType.Ordinal or AnswerType.Duration or AnswerType.Quantity or AnswerType.Money or AnswerType.Percent;

    private static bool IsBareNumber(SpanCandidate span)
    {
        var tokens = span.Sentence.Passage.Tokens;
        for (var i = span.First; i < span.End; i++)
        {
            if (tokens[i].IsContent && tokens[i].Shape != TokenShape.Number && !tokens[i].Is(WordClass.Numeral | WordClass.Ordinal | WordClass.Magnitude | WordClass.Unit | WordClass.Percent | WordClass.Currency))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsContradicted(UnderstoodQuestion question, SpanCandidate span)
    {
        var values = span.Values.Where(value => !double.IsNaN(value.Value)).ToList();
        return question.Expected switch
        {
            AnswerType.Ordinal => values.Count > 0 && values.TrueForAll(value => value.Value != Math.Floor(value.Value) || IsOfOffice(span.Sentence, value)),
            AnswerType.Money => values.Count > 0 && values.TrueForAll(value => SpanCompletion.IsTimes(value.Unit)),
            AnswerType.Quantity => values.Count > 0 && values.TrueForAll(value => Measures.Contradict(question.HeadWord, value.Unit)),
            _ => false,
        };
    }

    // «третье среди стран СНГ», "first in Europe": a rank within a group that the question does not name. "32nd among 176 countries" counts all.
    private static bool IsAmongSome(SpanCandidate span)
    {
        const int Reach = 4;
        var passage = span.Sentence.Passage;
        var end = span.Values.Where(value => value.Type is AnswerType.Ordinal or AnswerType.Number or AnswerType.Quantity).Select(value => value.End).DefaultIfEmpty(span.End).Max();
        var noun = end < span.Sentence.End && passage.Tags[end] == PartOfSpeech.Noun ? end + 1 : end;
        var preposition = noun < span.Sentence.End ? passage.Tokens[noun].Lower : "";
        var isAmong = preposition is "among" or "amongst" or "среди" or "сярод";
        if (!isAmong && preposition is not ("in" or "within" or "в" or "у"))
        {
            return false;
        }

        var group = Enumerable.Range(noun + 1, Math.Max(0, Math.Min(Reach, span.Sentence.End - noun - 1))).TakeWhile(i => passage.Tokens[i].Shape != TokenShape.Sign).ToList();
        return !group.Exists(i => passage.Tokens[i].Shape == TokenShape.Number)
            && group.Exists(i => passage.Concepts[i] < 0 && (isAmong ? passage.Tokens[i].IsCapital : WordStarts.Match(passage.Tokens[i].Lower, Groups)));
    }

    private static readonly string[] Groups = ["=снг", "=снд", "=cis", "=еаэс", "=eaeu", "европ", "еўроп", "europ", "=азии", "=азіі", "=asia", "регион", "рэгіён", "region"];

    // «Первый заместитель», "First Deputy Minister".
    private static bool IsOfOffice(EvidenceSentence sentence, TypedValue value) =>
        value.Type == AnswerType.Ordinal && value.End < sentence.End && (sentence.Passage.Tokens[value.End].Is(WordClass.Role) || OfficeWords.IsDeputy(sentence.Passage.Tokens[value.End]));

    private static bool IsFormer(SpanCandidate span)
    {
        var tokens = span.Sentence.Passage.Tokens;
        return span.First - 2 >= span.Sentence.First && tokens[span.First - 2].IsSign('(') && tokens[span.First - 1].Lower is "было" or "была" or "были" or "ранее" or "раньше" or "былі" or "быў" or "раней" or "was" or "were" or "previously" or "formerly";
    }

    private static bool IsConverted(UnderstoodQuestion question, SpanCandidate span)
    {
        var bracket = span.First - 1;
        return bracket > span.Sentence.First && span.Sentence.Passage.Tokens[bracket].IsSign('(')
            && span.Sentence.Values.FirstOrDefault(value => value.First == span.First && value.Type is AnswerType.Quantity or AnswerType.Money) is { } value
            && span.Sentence.Values.Any(other => other.Type == value.Type && other.End == bracket)
            && !SpanCompletion.IsAskedUnit(question, value.Unit);
    }

    private static bool IsTyped(AnswerType type) =>
        type is AnswerType.Date or AnswerType.Year or AnswerType.Time or AnswerType.Number or AnswerType.Money or AnswerType.Percent or AnswerType.Ordinal or AnswerType.Quantity or AnswerType.Duration or AnswerType.Phone;

    private static ChosenAnswer OfSentence(FoundEvidence evidence)
    {
        var best = evidence.Sentences
            .Where(sentence => sentence.Form != SentenceForm.Heading)
            .DefaultIfEmpty(evidence.Sentences[0])
            .Select(sentence => (Sentence: sentence, Score: sentence.Score - (sentence.Year == YearAgreement.Other ? OtherYearCost : 0) - (MissingNameCost * (1 - NamesInView(evidence, sentence)))))
            .OrderByDescending(item => item.Score)
            .ThenBy(item => item.Sentence.Rank)
            .ToList();
        return new ChosenAnswer(null, best[0].Sentence, best[0].Score, best.Count > 1 ? best[0].Score - best[1].Score : 1, best[0].Sentence.CoverageInView, []);
    }
}
