using System.Diagnostics;
using System.Globalization;
using System.Text;
using Search.Text;
using Search.Text.Analysis;

// Side by side on one text: this product's whole analysis and Apache Lucene's Russian analyzer, pass by pass in turns, in processor time.
//   dotnet run -c Release --project bench/Analysis.Bench -- TEXT [--rounds N] [--report FILE]      TEXT: UTF-8, a paragraph a line
if (args is ["worker", var workerText])
{
    return Worker(workerText);
}

if (args.Length == 0 || !File.Exists(args[0]))
{
    Console.Error.WriteLine("usage: bench TEXT [--rounds N] [--report FILE]");
    return 2;
}

var rounds = int.Parse(Option("--rounds") ?? "15", CultureInfo.InvariantCulture);
using var ours = Start(Environment.ProcessPath!, [.. SelfArguments(), "worker", args[0]]);
using var peer = StartJava(args[0]);
var ratios = new List<double>();
var speeds = new List<(double Ours, double Peer, double Bytes)>();
const int WarmUps = 5; // both machines compile what runs often; the passes before that are not counted
for (var round = 0; round < WarmUps + rounds; round++)
{
    var (first, second) = round % 2 == 0 ? (ours, peer) : (peer, ours);
    var (a, b) = (Pass(first), Pass(second));
    var (our, their) = round % 2 == 0 ? (a, b) : (b, a);
    if (round >= WarmUps)
    {
        speeds.Add((our.PerSecond, their.PerSecond, our.Extra / our.Tokens));
        ratios.Add(our.PerSecond / their.PerSecond);
    }
}

var report = new StringBuilder()
    .AppendLine("# Analysis, side by side with Apache Lucene's RussianAnalyzer")
    .AppendLine()
    .AppendLine(CultureInfo.InvariantCulture, $"Text: {new FileInfo(args[0]).Length:N0} bytes, {File.ReadLines(args[0]).Count():N0} paragraphs. One thread each, {rounds} passes in turns after {WarmUps} to warm up; processor time of a pass, medians.")
    .AppendLine("Ours: letters, tokens, numbers, hyphenated words whole and in parts, stems; a token counted once a position. Lucene: StandardTokenizer, lower case, no stop words, Snowball stems.")
    .AppendLine()
    .AppendLine("| | million tokens a second | ratio | bytes allocated a token |")
    .AppendLine("|---|---|---|---|")
    .AppendLine(CultureInfo.InvariantCulture, $"| ours | {Median(speeds.Select(speed => speed.Ours)) / 1e6:0.00} | {Median(ratios):0.0} | {Median(speeds.Select(speed => speed.Bytes)):0.0} |")
    .AppendLine(CultureInfo.InvariantCulture, $"| Lucene | {Median(speeds.Select(speed => speed.Peer)) / 1e6:0.00} | 1 | – |")
    .AppendLine()
    .AppendLine(CultureInfo.InvariantCulture, $"Ratio of single rounds: {ratios.Min():0.0} to {ratios.Max():0.0}.")
    .ToString();
Console.Write(report);
if (Option("--report") is { } path)
{
    File.WriteAllText(path, report);
}

return 0;

string? Option(string name) => Array.IndexOf(args, name) is var at and > 0 && at + 1 < args.Length ? args[at + 1] : null;

static IEnumerable<string> SelfArguments() =>
    Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];

static double Median(IEnumerable<double> values)
{
    var sorted = values.Order().ToArray();
    return sorted[sorted.Length / 2];
}

static (double Tokens, double PerSecond, double Extra) Pass(Process worker)
{
    worker.StandardInput.WriteLine("go");
    worker.StandardInput.Flush();
    var parts = worker.StandardOutput.ReadLine()!.Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
    return (parts[0], parts[0] / parts[1] * 1e9, parts[2]);
}

static Process Start(string program, IEnumerable<string> arguments) =>
    Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

static Process StartJava(string text)
{
    var jars = string.Join(':', Directory.GetFiles("/usr/share/java", "lucene-*-8.*.jar").Where(jar => jar.Contains("lucene-core-", StringComparison.Ordinal) || jar.Contains("lucene-analyzers-common-", StringComparison.Ordinal)));
    var source = Path.Combine(AppContext.BaseDirectory, "Java", "AnalysisBench.java");
    var classes = Path.Combine(AppContext.BaseDirectory, "Java");
    using var compiler = Process.Start("javac", ["-encoding", "UTF-8", "-cp", jars, "-d", classes, source]);
    compiler.WaitForExit();
    return Start("java", ["-Xmx1g", "-cp", $"{jars}:{classes}", "AnalysisBench", text]);
}

// Answers each line read with one pass over the text: positions, nanoseconds of processor time, bytes allocated.
static int Worker(string path)
{
    var lines = File.ReadAllLines(path);
    var analyzer = new TextAnalyzer();
    var tokens = new List<AnalyzedToken>();
    while (Console.In.ReadLine() is not null)
    {
        var start = Environment.CpuUsage.TotalTime;
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        long positions = 0;
        foreach (var line in lines)
        {
            tokens.Clear();
            analyzer.Analyze(line, Language.Russian, tokens);
            positions += tokens.Count == 0 ? 0 : tokens[^1].Position + 1;
        }

        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{positions} {(Environment.CpuUsage.TotalTime - start).TotalNanoseconds:0} {bytes}"));
    }

    return 0;
}
