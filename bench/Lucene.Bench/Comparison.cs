using System.Globalization;
using System.Runtime.InteropServices;

namespace Lucene.Bench;

/// <summary>What one size of index gave; times in seconds, ours first.</summary>
internal sealed record Comparison(
    int Documents,
    double[] IndexSeconds,
    double[] OpenSeconds,
    double[] PrivateMebibytes,
    IReadOnlyDictionary<string, Latencies[]> Queries,
    int Disagreements)
{
    private const int OpenRepeats = 5;

    public static Comparison Run(BenchOptions options, int documents)
    {
        Directory.CreateDirectory(options.Work);
        var lines = Path.Combine(options.Work, $"lines-{documents}.txt");
        var queries = Path.Combine(options.Work, $"queries-{documents}.txt");
        if (!File.Exists(queries))
        {
            QuerySet.Write(Corpus.Write(options.Lines, documents, lines), queries);
        }

        var folders = new[] { Path.Combine(options.Work, $"ours-{documents}"), Path.Combine(options.Work, $"java-{documents}") };
        var quick = options.Kinds.Count > 0 && Directory.Exists(folders[0]);
        var indexing = quick ? [1, 1] : Measure(options, "index", options.Repeats, (engine, side) => engine.Seconds("index", lines, Fresh(folders[side]), options.Clock));
        var opening = quick ? [1, 1] : Measure(options, "open", OpenRepeats, (engine, _) =>
        {
            Evict(folders[0]);
            return engine.Seconds("open", folders[0], options.Clock);
        });

        using var ours = Engine.Ours();
        using var java = Engine.Java(options.Work);
        Engine[] engines = [ours, java];
        foreach (var engine in engines)
        {
            engine.Ask("open", folders[0], options.Clock);
            engine.Ask("queries", queries);
        }

        var latencies = new Dictionary<string, Latencies[]>(StringComparer.Ordinal);
        var disagreements = 0;
        foreach (var (kind, _, _) in QuerySet.Kinds.Where(one => options.Kinds.Count == 0 || options.Kinds.Contains(one.Kind)))
        {
            disagreements += Disagree(ours.Ask("answers", kind), java.Ask("answers", kind));
            latencies.Add(kind, Alternate(engines, kind, options));
        }

        return new Comparison(
            documents, indexing, opening, [.. engines.Select(engine => engine.PrivateMebibytes())], latencies, disagreements);
    }

    /// <summary>The best of a few fresh processes of each engine, taken in turns.</summary>
    private static double[] Measure(BenchOptions options, string what, int repeats, Func<Engine, int, double> measure)
    {
        var best = new[] { double.MaxValue, double.MaxValue };
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            for (var side = 0; side < best.Length; side++)
            {
                using var engine = side == 0 ? Engine.Ours() : Engine.Java(options.Work);
                var seconds = measure(engine, side);
                Console.Error.WriteLine($"{what} {(side == 0 ? "ours" : "java")} {seconds:F4} s");
                best[side] = Math.Min(best[side], seconds);
            }
        }

        return best;
    }

    private static Latencies[] Alternate(Engine[] engines, string kind, BenchOptions options)
    {
        var warm = options.WarmSeconds.ToString(CultureInfo.InvariantCulture);
        foreach (var engine in engines)
        {
            engine.Ask("warm", kind, warm, options.Clock);
        }

        var samples = engines.Select(_ => new List<long[]>()).ToArray();
        for (var repeat = 0; repeat < options.Repeats; repeat++)
        {
            for (var i = 0; i < engines.Length; i++)
            {
                engines[i].Ask("warm", kind, "0.2", options.Clock);
                samples[i].AddRange(engines[i].Ask("run", kind, $"{options.Rounds}", options.Clock).Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(text => long.Parse(text, CultureInfo.InvariantCulture))
                    .Chunk(QuerySet.QueriesPerKind));
            }
        }

        var result = samples.Select(Latencies.Of).ToArray();
        Console.Error.WriteLine(
            $"{kind}: ours {result[0]} java {result[1]} ratio {result[0].Median / result[1].Median:F2} {result[0].Tail / result[1].Tail:F2}");
        return result;
    }

    /// <summary>Queries whose best scores differ by more than 1e-5 of their size.</summary>
    private static int Disagree(string ours, string java)
    {
        var (a, b) = (ours.Split('\t'), java.Split('\t'));
        return a.Zip(b).Count(pair => !Scores(pair.First).Zip(Scores(pair.Second)).All(scores =>
            Math.Abs(scores.First - scores.Second) <= 1e-5 * Math.Abs(scores.Second)) || Scores(pair.First).Count() != Scores(pair.Second).Count());

        static IEnumerable<double> Scores(string hits) => hits.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(hit => double.Parse(hit.Split(':')[1], CultureInfo.InvariantCulture));
    }

    private static string Fresh(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return Directory.CreateDirectory(folder).FullName;
    }

    /// <summary>Asks the kernel to forget the files, so that opening reads them from the disk.</summary>
    private static void Evict(string folder)
    {
        const int dontNeed = 4;
        foreach (var path in Directory.GetFiles(folder))
        {
            using var file = File.OpenHandle(path);
            _ = posix_fadvise((int)file.DangerousGetHandle(), 0, 0, dontNeed);
        }
    }

    [DllImport("libc")]
    private static extern int posix_fadvise(int descriptor, nint offset, nint length, int advice);
}

/// <summary>
/// Latencies of one kind of query, in microseconds, over the queries. Of a query counts the median of its rounds: what other
/// programs of the machine take from a round then counts for neither engine.
/// </summary>
internal readonly record struct Latencies(double Median, double Tail)
{
    /// <param name="rounds">Nanoseconds by query, a list a round.</param>
    public static Latencies Of(List<long[]> rounds)
    {
        var byQuery = Enumerable.Range(0, rounds[0].Length)
            .Select(query => rounds.Select(round => round[query]).Order().ElementAt(rounds.Count / 2))
            .Order()
            .ToArray();
        return new Latencies(byQuery[byQuery.Length / 2] / 1e3, byQuery[byQuery.Length * 95 / 100] / 1e3);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Median:F1}/{Tail:F1} µs");
}
