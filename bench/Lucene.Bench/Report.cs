using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Lucene.Bench;

/// <summary>The report: the machine, the command, and every figure as a ratio to the peer in the same run.</summary>
internal static class Report
{
    public static string Write(BenchOptions options, IReadOnlyList<Comparison> results)
    {
        var text = new StringBuilder();
        text.Append("# Search.Lucene beside Apache Lucene 8\n\n");
        text.Append("Written by the program that measures (`--report`); not edited by hand.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- Machine: {Cpu()}, {Environment.ProcessorCount} cores, {Memory()}; {RuntimeInformation.OSDescription}\n");
        text.Append(CultureInfo.InvariantCulture, $"- Runtimes: .NET {Environment.Version}; {JavaVersion()}; Debian's liblucene8-java (8.8)\n");
        text.Append(CultureInfo.InvariantCulture, $"- Command: `{options.Command}`\n");
        text.Append("""
            - Both engines are processes on this machine, asked in turns; one thread each. Queries run on the same files (written
              by this engine), warm, top 10, no stored fields, Java's default count of 1,000 hits; 100 queries a kind, drawn from
              the documents; of each query the median of its rounds counts. Ratios are ours over Java's: for times below 1 is faster, for the indexing rate above 1 is.
            - Indexing reads one file of words, stores id and text, keeps positions, merges on the same thread and commits;
              the best of some fresh processes (--repeats). Opening: the best of five, the files evicted from the
              page cache before. Memory: private memory (no mapped files) of the process after all queries.


            """);
        if (options.Clock == "processor")
        {
            text.Append("- Times are the processor time of the working thread: the machine was busy with other things. Collections of\n");
            text.Append("  garbage count where they run on that thread, which they do in this engine and not in Java's.\n\n");
        }

        foreach (var result in results)
        {
            Append(text, result);
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Append(StringBuilder text, Comparison result)
    {
        text.Append(CultureInfo.InvariantCulture, $"## {result.Documents:N0} documents\n\n");
        text.Append("| | ours p50 µs | ours p95 µs | Java p50 µs | Java p95 µs | ratio p50 | ratio p95 | target | reached |\n");
        text.Append("|---|---|---|---|---|---|---|---|---|\n");
        foreach (var (kind, title, target) in QuerySet.Kinds.Where(one => result.Queries.ContainsKey(one.Kind)))
        {
            var (ours, java) = (result.Queries[kind][0], result.Queries[kind][1]);
            var (median, tail) = (ours.Median / java.Median, ours.Tail / java.Tail);
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {title} | {ours.Median:F1} | {ours.Tail:F1} | {java.Median:F1} | {java.Tail:F1} | {median:F2} | {tail:F2} | ≤ {target} | {Reached(median <= target, tail <= target)} |\n");
        }

        text.Append("\n| | ours | Java | ratio | target | reached |\n|---|---|---|---|---|---|\n");
        var rate = result.IndexSeconds.Select(seconds => result.Documents / seconds).ToArray();
        Row("indexing, documents a second", rate[0], rate[1], "N0", "≥ 1.5", rate[0] / rate[1] >= 1.5);
        Row("opening, cold, ms", result.OpenSeconds[0] * 1e3, result.OpenSeconds[1] * 1e3, "F1", "≤ 30 ms", result.OpenSeconds[0] <= 0.03);
        Row("private memory, MiB", result.PrivateMebibytes[0], result.PrivateMebibytes[1], "F0", "≤ 0.5",
            result.PrivateMebibytes[0] <= result.PrivateMebibytes[1] / 2);
        text.Append(CultureInfo.InvariantCulture, $"\nQueries whose ten best scores differ by more than 1e-5: {result.Disagreements} of {QuerySet.Kinds.Count * QuerySet.QueriesPerKind}.\n\n");

        void Row(string title, double ours, double java, string format, string target, bool reached) => text.Append(
            CultureInfo.InvariantCulture,
            $"| {title} | {ours.ToString(format, CultureInfo.InvariantCulture)} | {java.ToString(format, CultureInfo.InvariantCulture)} | {ours / java:F2} | {target} | {(reached ? "yes" : "no")} |\n");
    }

    private static string Reached(bool median, bool tail) => median && tail ? "yes" : median ? "p50 only" : tail ? "p95 only" : "no";

    private static string Cpu() => File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim();

    private static string Memory()
    {
        var kibibytes = File.ReadLines("/proc/meminfo").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return string.Create(CultureInfo.InvariantCulture, $"{long.Parse(kibibytes, CultureInfo.InvariantCulture) / 1048576.0:F0} GiB");
    }

    private static string JavaVersion()
    {
        using var java = Process.Start(new ProcessStartInfo("java", "-version") { RedirectStandardError = true })
            ?? throw new InvalidOperationException("java did not start.");
        return java.StandardError.ReadLine() ?? "";
    }
}
