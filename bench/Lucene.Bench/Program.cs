using Lucene.Bench;

// One run compares both engines: bench [--lines FILE] [--documents N]... [--work FOLDER] [--report FILE]
// The workers are processes of their own, so that memory and a cold start can be told apart: bench worker
if (args is ["worker"])
{
    Worker.Serve(Console.In, Console.Out);
    return 0;
}

var options = BenchOptions.Parse(args);
if (options is null)
{
    Console.Error.WriteLine(BenchOptions.Usage);
    return 2;
}

var results = options.Documents.Select(count => Comparison.Run(options, count)).ToArray();
var report = Report.Write(options, results);
Console.WriteLine(report);
if (options.Report is { } path)
{
    File.WriteAllText(path, report);
}

return 0;
