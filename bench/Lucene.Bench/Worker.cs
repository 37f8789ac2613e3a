using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Search.Lucene;
using Search.Lucene.Search;
using Search.Lucene.Store;

namespace Lucene.Bench;

/// <summary>This engine, asked line by line; the requests are those of Bench.java.</summary>
internal static class Worker
{
    private static readonly Dictionary<string, List<Query>> Queries = new(StringComparer.Ordinal);
    private static long _sink;

    public static void Serve(TextReader input, TextWriter output)
    {
        IndexSearcher? searcher = null;
        while (input.ReadLine()?.Split('\t') is { } parts)
        {
            switch (parts[0])
            {
                case "index":
                    output.WriteLine(Index(parts[1], parts[2], parts[3] == "processor"));
                    break;
                case "open":
                    var start = Now(parts[2] == "processor");
                    searcher = new IndexSearcher(DirectoryReader.Open(parts[1]));
                    output.WriteLine(Now(parts[2] == "processor") - start);
                    break;
                case "queries":
                    Read(parts[1]);
                    output.WriteLine("ok");
                    break;
                case "warm" when searcher is not null:
                    Warm(searcher, Queries[parts[1]], double.Parse(parts[2], CultureInfo.InvariantCulture), parts[3] == "processor");
                    output.WriteLine("ok");
                    break;
                case "run" when searcher is not null:
                    output.WriteLine(Run(searcher, Queries[parts[1]], int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3] == "processor"));
                    break;
                case "answers" when searcher is not null:
                    output.WriteLine(Answers(searcher, Queries[parts[1]]));
                    break;
                case "pid":
                    output.WriteLine(Environment.ProcessId);
                    break;
                default:
                    throw new ArgumentException(parts[0]);
            }

            output.Flush();
        }
    }

    private static long Index(string lines, string folder, bool processor)
    {
        var start = Now(processor);
        using (var writer = new IndexWriter(new FSDirectory(folder), new IndexWriterOptions { MergeScheduling = MergeScheduling.Caller }))
        {
            var document = new Document();
            var tokens = new TokenSequence();
            var id = 0;
            foreach (var line in File.ReadLines(lines))
            {
                document.Clear();
                tokens.Clear();
                foreach (var word in line.AsSpan().Split(' '))
                {
                    tokens.Add(line.AsSpan(word));
                }

                var key = id++.ToString(CultureInfo.InvariantCulture);
                document.AddKeyword("id", key).AddStored("id", key).AddText("body", tokens).AddStored("text", line);
                writer.AddDocument(document);
            }

            writer.Commit();
        }

        return Now(processor) - start;
    }

    private static void Read(string path)
    {
        foreach (var parts in File.ReadLines(path).Select(line => line.Split('\t')))
        {
            if (!Queries.TryGetValue(parts[0], out var kind))
            {
                Queries.Add(parts[0], kind = []);
            }

            var terms = parts[1..].Select(term => new TermQuery("body", term));
            kind.Add(parts[0] switch
            {
                "term" => new TermQuery("body", parts[1]),
                "and2" => BooleanQuery.Of(Occur.Must, terms),
                "phrase" => new PhraseQuery("body", 0, parts[1], parts[2]),
                "prefix" => new PrefixQuery("body", parts[1]),
                "synonyms" => BooleanQuery.Of(Occur.Should, parts[1..].Chunk(3).Select(group =>
                    new SynonymQuery("body", [new(group[0], 1f), new(group[1], 0.8f), new(group[2], 0.5f)]))),
                "fuzzy1" => new FuzzyQuery(new Term("body", parts[1]), 1),
                _ => BooleanQuery.Of(Occur.Should, terms),
            });
        }
    }

    private static void Warm(IndexSearcher searcher, List<Query> kind, double seconds, bool processor)
    {
        for (var end = Now(processor) + (long)(seconds * 1e9); Now(processor) < end;)
        {
            foreach (var query in kind)
            {
                _sink += searcher.Search(query, 10).ScoreDocs.Count;
            }
        }
    }

    private static string Run(IndexSearcher searcher, List<Query> kind, int rounds, bool processor)
    {
        var answer = new StringBuilder();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var query in kind)
            {
                var start = Now(processor);
                _sink += searcher.Search(query, 10).ScoreDocs.Count;
                answer.Append(Now(processor) - start).Append(' ');
            }
        }

        return answer.ToString();
    }

    private static string Answers(IndexSearcher searcher, List<Query> kind)
    {
        var answer = new StringBuilder();
        foreach (var query in kind)
        {
            foreach (var hit in searcher.Search(query, 10).ScoreDocs)
            {
                answer.Append(CultureInfo.InvariantCulture, $"{hit.DocId}:{hit.Score} ");
            }

            answer.Append('\t');
        }

        return answer.ToString();
    }

    /// <summary>Nanoseconds by the wall's clock or by the processor time of this thread.</summary>
    private static long Now(bool processor)
    {
        if (!processor)
        {
            return (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));
        }

        const int threadClock = 3;
        Span<long> time = stackalloc long[2];
        _ = clock_gettime(threadClock, ref time[0]);
        return (time[0] * 1_000_000_000) + time[1];
    }

    [DllImport("libc")]
    private static extern int clock_gettime(int clock, ref long time);
}
