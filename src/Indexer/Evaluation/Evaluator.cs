using System.Diagnostics;
using Search.Answering;
using Search.Answering.Training;
using Search.Retrieval;
using Search.Text;

namespace Indexer.Evaluation;

/// <summary>Measures search and answers over files of judged queries and questions.</summary>
/// <param name="retriever">Search.</param>
/// <param name="answerer">Answers.</param>
/// <param name="failures">Told every row that went wrong.</param>
internal sealed class Evaluator(PassageRetriever retriever, QuestionAnswerer answerer, Action<string> failures)
{
    /// <summary>Judged queries (<c>relevant</c>): nDCG@10 with gain 2^grade − 1, recall@20 of the pages of grade 2 and more, MRR of the best grade.</summary>
    public Scorecard Queries(IEnumerable<EvaluationRow> rows)
    {
        var card = new Scorecard();
        foreach (var row in rows)
        {
            var gold = row.Relevant.ToDictionary(pair => Matching.Url(pair.Key), pair => pair.Value, StringComparer.Ordinal);
            var (urls, elapsed) = Search(row, 20);
            var gains = urls.Take(10).Select((url, i) => Gain(gold.GetValueOrDefault(url)) / Math.Log2(i + 2)).Sum();
            var ideal = gold.Values.OrderDescending().Take(10).Select((grade, i) => Gain(grade) / Math.Log2(i + 2)).Sum();
            var best = gold.Values.Max();
            var strong = gold.Where(pair => pair.Value >= Math.Min(2, best)).Select(pair => pair.Key).ToList();
            var rank = urls.Take(10).ToList().FindIndex(url => gold.GetValueOrDefault(url) == best) + 1;
            card.Add(
                new Dictionary<string, double>
                {
                    ["ndcg@10"] = gains / ideal,
                    ["recall@20"] = (double)strong.Count(urls.Contains) / strong.Count,
                    ["mrr"] = rank == 0 ? 0 : 1.0 / rank,
                },
                [$"lang {row.Lang}", $"kind {row.Kind}"],
                elapsed);
            if (gains / ideal < 0.9)
            {
                failures($"{row.Id} {row.Kind} '{row.Query}' ndcg {gains / ideal:F2}; got {string.Join(" ", urls.Take(4).Select(url => $"{url}({gold.GetValueOrDefault(url)})"))}; missed {string.Join(" ", gold.Where(pair => pair.Value >= 2 && !urls.Take(10).Contains(pair.Key)).Select(pair => $"{pair.Key}({pair.Value})"))}");
            }
        }

        return card;
    }

    /// <summary>Known-item queries: is the one right page first, among five, among ten.</summary>
    public Scorecard Known(IEnumerable<EvaluationRow> rows)
    {
        var card = new Scorecard();
        foreach (var row in rows)
        {
            var (urls, elapsed) = Search(row, 10);
            var gold = row.GoldUrls.Select(Matching.Url).ToHashSet(StringComparer.Ordinal);
            var rank = urls.Take(10).ToList().FindIndex(gold.Contains) + 1;
            card.Add(
                new Dictionary<string, double>
                {
                    ["recall@1"] = rank == 1 ? 1 : 0,
                    ["recall@5"] = rank is >= 1 and <= 5 ? 1 : 0,
                    ["recall@10"] = rank >= 1 ? 1 : 0,
                    ["mrr@10"] = rank == 0 ? 0 : 1.0 / rank,
                },
                [],
                elapsed);
            if (rank != 1)
            {
                failures($"{row.Id} '{row.Query}' rank {rank} wanted {row.GoldUrls[0]} got {urls.FirstOrDefault()}");
            }
        }

        return card;
    }

    /// <summary>Questions with accepted answers and pages, answerable or not.</summary>
    public async Task<Scorecard> QuestionsAsync(IEnumerable<EvaluationRow> rows, CancellationToken cancellation)
    {
        var card = new Scorecard();
        foreach (var row in rows)
        {
            var (reply, elapsed) = await AskAsync(row, cancellation);
            var gold = row.GoldUrls.Select(Matching.Url).ToHashSet(StringComparer.Ordinal);
            var grounded = reply as Answer.Grounded;
            var cited = grounded?.Citations.Select(citation => Matching.Url(citation.Document.Url)).ToList() ?? [];
            var right = grounded is not null && Matching.IsRight(row, $"{grounded.ShortAnswer} {grounded.Text}");
            var isGoldCited = cited.Any(gold.Contains);
            var figures = row.Answerable
                ? new Dictionary<string, double>
                {
                    ["answered"] = grounded is null ? 0 : 1,
                    ["right"] = right ? 1 : 0,
                    ["right short"] = grounded is not null && Matching.IsRight(row, grounded.ShortAnswer) ? 1 : 0,
                    ["cited"] = isGoldCited ? 1 : 0,
                    ["cited first"] = cited.Count > 0 && gold.Contains(cited[0]) ? 1 : 0,
                    ["right and cited"] = right && isGoldCited ? 1 : 0,
                }
                : new Dictionary<string, double> { ["declined"] = grounded is null ? 1 : 0 };
            var kind = row.Answerable ? row.CrossLanguage ? "cross-language" : "same-language" : "unanswerable";
            card.Add(figures, [kind, $"lang {row.Lang}", $"type {row.Type}", $"hardness {row.Hardness}"], elapsed);
            if (row.Answerable ? !(right && isGoldCited) : grounded is not null)
            {
                failures($"{row.Id} {row.Lang} {row.Hardness} '{row.Question}' wanted {string.Join(" / ", row.Answers.Take(2))} got '{grounded?.ShortAnswer ?? "no answer"}' cites {cited.FirstOrDefault()}");
            }
        }

        return card;
    }

    /// <summary>Short answers against accepted ones: exact match and F1 over words.</summary>
    public async Task<Scorecard> ReadingAsync(IEnumerable<EvaluationRow> rows, CancellationToken cancellation)
    {
        var card = new Scorecard();
        foreach (var row in rows)
        {
            var (reply, elapsed) = await AskAsync(row, cancellation);
            var grounded = reply as Answer.Grounded;
            var gold = row.GoldUrls.Select(Matching.Url).ToHashSet(StringComparer.Ordinal);
            var words = AnswerOverlap.Words(grounded?.ShortAnswer ?? "");
            var f1 = AnswerOverlap.F1(grounded?.ShortAnswer ?? "", row.Answers);
            card.Add(
                new Dictionary<string, double>
                {
                    ["f1"] = f1,
                    ["exact"] = row.Answers.Any(answer => AnswerOverlap.Words(answer).SequenceEqual(words)) ? 1 : 0,
                    ["answered"] = grounded is null ? 0 : 1,
                    ["cited"] = grounded is not null && grounded.Citations.Any(citation => gold.Contains(Matching.Url(citation.Document.Url))) ? 1 : 0,
                },
                [],
                elapsed);
            if (f1 < 0.3)
            {
                failures($"{row.Id} '{row.Question}' wanted {row.Answers.FirstOrDefault()} got '{grounded?.ShortAnswer ?? "no answer"}'");
            }
        }

        return card;
    }

    /// <summary>Questions that must all be declined.</summary>
    public async Task<Scorecard> RefusalsAsync(IEnumerable<EvaluationRow> rows, CancellationToken cancellation)
    {
        var card = new Scorecard();
        foreach (var row in rows)
        {
            var (reply, elapsed) = await AskAsync(row, cancellation);
            card.Add(new Dictionary<string, double> { ["declined"] = reply is Answer.Declined ? 1 : 0 }, [], elapsed);
            if (reply is Answer.Grounded grounded)
            {
                failures($"{row.Id} '{row.Question}' got '{grounded.ShortAnswer}'");
            }
        }

        return card;
    }

    private static double Gain(int grade) => Math.Pow(2, grade) - 1;

    private (List<string> Urls, TimeSpan Elapsed) Search(EvaluationRow row, int size)
    {
        var filters = row.Filters;
        var request = new SearchRequest(row.Query ?? row.Question ?? "")
        {
            Size = size,
            Languages = LanguageCodes.Parse(filters?.Lang) is { } language ? [language] : [],
            From = (filters?.YearFrom ?? filters?.Year) is { } from ? new PartialDate(from) : null,
            To = (filters?.YearTo ?? filters?.Year) is { } to ? new PartialDate(to) : null,
        };
        var started = Stopwatch.GetTimestamp();
        var response = retriever.Search(request);
        var elapsed = Stopwatch.GetElapsedTime(started);

        // A result's versions stand right behind it.
        var urls = response.Results.SelectMany(result => result.Versions.Select(version => version.Url).Prepend(result.Url)).Select(Matching.Url).Distinct().ToList();
        return (urls, elapsed);
    }

    private async Task<(Answer Reply, TimeSpan Elapsed)> AskAsync(EvaluationRow row, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var reply = await answerer.AskAsync(new QuestionRequest(row.Question ?? ""), cancellation);
        return (reply, Stopwatch.GetElapsedTime(started));
    }
}
