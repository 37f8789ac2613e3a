using System.Globalization;

namespace Lucene.Bench;

/// <summary>What the command line says.</summary>
/// <param name="Lines">Text, a paragraph a line; a line that is a JSON object gives its "text".</param>
/// <param name="Documents">Sizes of the indexes.</param>
/// <param name="Work">Folder for corpora and indexes, kept between runs.</param>
/// <param name="Report">File to write the report to; null for none.</param>
/// <param name="Rounds">Times that every query is measured.</param>
/// <param name="WarmSeconds">Seconds that every kind of query runs before it is measured.</param>
/// <param name="Repeats">Fresh processes of each engine for indexing and opening, and turns at each kind of query.</param>
/// <param name="Clock">"wall", or "processor": the time of the searching thread alone, for a machine that is busy with other things.</param>
/// <param name="Kinds">Kinds of query to measure; empty for all.</param>
/// <param name="Command">The command line itself, for the report.</param>
internal sealed record BenchOptions(
    string Lines, IReadOnlyList<int> Documents, string Work, string? Report, int Rounds, double WarmSeconds, int Repeats, string Clock,
    IReadOnlyList<string> Kinds, string Command)
{
    public const string Usage =
        "bench --lines FILE [--documents 200000 [--documents 1000000]] [--work FOLDER] [--report FILE] [--rounds 20] [--warm 5] [--repeats 3] [--clock wall|processor] [--kind term]...";

    public static BenchOptions? Parse(string[] args)
    {
        string? lines = null;
        string? report = null;
        var documents = new List<int>();
        var work = Path.Combine(Path.GetTempPath(), "lucene-bench");
        var rounds = 20;
        var warm = 5.0;
        var repeats = 3;
        var clock = "wall";
        var kinds = new List<string>();
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            switch (args[i])
            {
                case "--lines":
                    lines = args[i + 1];
                    break;
                case "--documents":
                    documents.Add(int.Parse(args[i + 1], CultureInfo.InvariantCulture));
                    break;
                case "--work":
                    work = args[i + 1];
                    break;
                case "--report":
                    report = args[i + 1];
                    break;
                case "--rounds":
                    rounds = int.Parse(args[i + 1], CultureInfo.InvariantCulture);
                    break;
                case "--warm":
                    warm = double.Parse(args[i + 1], CultureInfo.InvariantCulture);
                    break;
                case "--repeats":
                    repeats = int.Parse(args[i + 1], CultureInfo.InvariantCulture);
                    break;
                case "--clock":
                    clock = args[i + 1];
                    break;
                case "--kind":
                    kinds.Add(args[i + 1]);
                    break;
                default:
                    return null;
            }
        }

        if (documents.Count == 0)
        {
            documents.Add(200_000);
        }

        var sizes = string.Concat(documents.Select(count => $" --documents {count}"));
        return lines is null ? null : new BenchOptions(
            lines, documents, work, report, rounds, warm, repeats, clock, kinds,
            $"dotnet publish bench/Lucene.Bench -c Release -p:CompiledAhead=true -o OUT && OUT/Lucene.Bench --lines FILE{sizes} --rounds {rounds} --warm {warm.ToString(CultureInfo.InvariantCulture)} --repeats {repeats} --clock {clock}");
    }
}
