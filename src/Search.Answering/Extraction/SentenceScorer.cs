using System.Globalization;
using Search.Answering.Questions;
using Search.Answering.Reading;
using Search.Text;

namespace Search.Answering.Extraction;

/// <summary>Scores sentences by how much of the question stands in them or in view of them, and puts them in order.</summary>
internal static class SentenceScorer
{
    // What stands elsewhere in view counts less the further it is: found by reading wrong first sentences of the training questions.
    private const float IntroShare = 0.9f;
    private const float TopicShare = 0.75f;
    private const float NeighbourShare = 0.55f;
    private const float PassageShare = 0.35f;

    /// <summary>Sentences of all passages, best first by coverage in view, agreement of years, then rank of passage and place.</summary>
    /// <param name="question">The question.</param>
    /// <param name="matcher">Its concepts.</param>
    /// <param name="passages">Passages in order of rank.</param>
    public static List<EvidenceSentence> Order(UnderstoodQuestion question, QuestionMatcher matcher, IReadOnlyList<EvidencePassage> passages)
    {
        var all = new List<(EvidenceSentence Sentence, double Score)>();
        foreach (var passage in passages)
        {
            foreach (var sentence in passage.Sentences)
            {
                Score(question, matcher, sentence);
                all.Add((sentence, OrderScore(sentence) + (question.Kind == QuestionKind.Why && sentence.Has(WordClass.Cause) ? CauseBonus : 0)));
            }
        }

        all.Sort((a, b) =>
        {
            var byScore = b.Score.CompareTo(a.Score);
            var byRank = byScore != 0 ? byScore : a.Sentence.Passage.Ranked.Rank.CompareTo(b.Sentence.Passage.Ranked.Rank);
            return byRank != 0 ? byRank : a.Sentence.Number.CompareTo(b.Sentence.Number);
        });
        for (var i = 0; i < all.Count; i++)
        {
            all[i].Sentence.CoverageRank = i;
            all[i].Sentence.Rank = i;
        }

        return [.. all.Select(item => item.Sentence)];
    }

    // A reason often stands in a sentence of its own that repeats little of the question.
    private const double CauseBonus = 0.25;

    /// <summary>Years that a sentence names, by itself or relative to its page's date.</summary>
    public static HashSet<int> YearsIn(EvidenceSentence sentence)
    {
        var years = sentence.Values.Where(value => value.Date is { Year: > ValueFinder.UnknownYear }).Select(value => value.Date!.Value.Year).ToHashSet();
        foreach (var range in sentence.Values.Where(value => value.Type == AnswerType.Year && value.Core > value.First + 1))
        {
            years.Add((int)sentence.Passage.Tokens[range.Core - 1].Value);
        }

        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (sentence.Passage.Tokens[i].YearInside is { } inside)
            {
                years.Add(inside);
            }
        }

        if (sentence.Passage.Ranked.Document.Published is { } published && TimeReader.RelativeYear(sentence.Passage.Tokens, sentence.First, sentence.End) is { } offset)
        {
            years.Add(published.Year + offset);
        }

        return years;
    }

    private static double OrderScore(EvidenceSentence sentence)
    {
        var year = sentence.Year switch { YearAgreement.InSentence => 0.25, YearAgreement.InView => 0.15, YearAgreement.Published => 0.1, YearAgreement.Other => -0.2, _ => 0.0 };
        var heading = sentence.Form == SentenceForm.Heading ? -0.15 : 0;
        return sentence.CoverageInView + (0.5 * sentence.Coverage) + year + heading - (0.02 * sentence.Passage.Ranked.Rank);
    }

    private static void Score(UnderstoodQuestion question, QuestionMatcher matcher, EvidenceSentence sentence)
    {
        var passage = sentence.Passage;
        var before = sentence.Number > 0 ? passage.Sentences[sentence.Number - 1].Own : null;
        var after = sentence.Number + 1 < passage.Sentences.Count ? passage.Sentences[sentence.Number + 1].Own : null;
        double own = 0;
        double view = 0;
        for (var i = 0; i < matcher.Concepts.Count; i++)
        {
            var weight = matcher.Concepts[i].Weight;
            var neighbour = Math.Max(before?[i] ?? 0, after?[i] ?? 0);
            var inView = Math.Max(
                Math.Max(sentence.Own[i], IntroShare * sentence.Intro[i]),
                Math.Max(Math.Max(TopicShare * passage.Topic[i], NeighbourShare * neighbour), PassageShare * passage.Anywhere[i]));
            own += weight * sentence.Own[i];
            view += weight * inView;
        }

        sentence.Coverage = (float)(own / matcher.TotalWeight);
        sentence.CoverageInView = (float)(view / matcher.TotalWeight);
        sentence.Year = YearOf(question, sentence);
    }

    private static YearAgreement YearOf(UnderstoodQuestion question, EvidenceSentence sentence)
    {
        if (question.Time.Years.Count == 0 || question.Time.Relation is TimeRelation.Before or TimeRelation.After)
        {
            return YearAgreement.NotAsked;
        }

        var years = YearsIn(sentence);
        if (question.Time.Years.Any(years.Contains))
        {
            return IsOnlyBeginOfPlan(question, sentence) ? YearAgreement.Other : YearAgreement.InSentence;
        }

        var document = sentence.Passage.Ranked.Document;
        var siblings = sentence.Passage.Sentences;
        var inView = question.Time.Years.Any(year => Names(document.Title, year) || sentence.Cells.Any(cell => Names(cell.Head, year)) || sentence.Passage.Ranked.Passage.Headings.Any(heading => Names(heading, year)));
        if (inView || (years.Count == 0 && question.Time.Years.Any(year => Neighbours(siblings, sentence.Number).Any(neighbour => YearsIn(neighbour).Contains(year)))))
        {
            return years.Count == 0 || sentence.Form is SentenceForm.TableRow or SentenceForm.ListItem ? YearAgreement.InView : YearAgreement.Other;
        }

        if (years.Count > 0)
        {
            return YearAgreement.Other;
        }

        if (document.Published is { } published && question.Time.Years.Contains(published.Year))
        {
            return YearAgreement.Published;
        }

        return question.Time.Years.Any(year => Names(document.Text, year)) ? YearAgreement.OnPage : YearAgreement.Missing;
    }

    // "On 25 January 2021 the Minister presented the results of the programme for 2016–2020" tells of 2021 and of 2020, not of 2016.
    private static bool IsOnlyBeginOfPlan(UnderstoodQuestion question, EvidenceSentence sentence)
    {
        var asked = question.Time.Years;
        var begins = sentence.Values.Where(value => value.Type == AnswerType.Year && value.Core > value.First + 1 && asked.Contains((int)value.Value)).ToList();
        return begins.Count > 0
            && sentence.Values.Any(value => value.Type == AnswerType.Date && value.Date is { Year: > ValueFinder.UnknownYear } date && !asked.Contains(date.Year))
            && !sentence.Values.Except(begins).Any(value => value.Date is { } date && asked.Contains(date.Year))
            && !begins.Exists(value => asked.Contains((int)sentence.Passage.Tokens[value.Core - 1].Value));
    }

    private static IEnumerable<EvidenceSentence> Neighbours(List<EvidenceSentence> sentences, int number) =>
        sentences.Where(sentence => Math.Abs(sentence.Number - number) == 1);

    private static bool Names(string text, int year) => text.Contains(year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
