using System.Diagnostics;
using System.Globalization;

namespace Lucene.Bench;

/// <summary>An engine in a process of its own.</summary>
internal sealed class Engine : IDisposable
{
    private readonly Process _process;

    private Engine(string program, params string[] arguments)
    {
        _process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
    }

    /// <summary>This engine.</summary>
    public static Engine Ours() => new(Environment.ProcessPath ?? "dotnet", "worker");

    /// <summary>Apache Lucene; compiled on first use.</summary>
    public static Engine Java(string work)
    {
        var classes = Path.Combine(work, "classes");
        var jars = string.Join(':', Directory.GetFiles("/usr/share/java", "lucene-*-8.*.jar")
            .Where(jar => jar.Contains("lucene-core-") || jar.Contains("lucene-analyzers-common-")));
        if (!Directory.Exists(classes))
        {
            var source = Path.Combine(AppContext.BaseDirectory, "Java", "Bench.java");
            using var compiler = Process.Start("javac", ["-encoding", "UTF-8", "-d", classes, "-cp", jars, source]);
            compiler.WaitForExit();
        }

        return new Engine("java", "-cp", $"{classes}:{jars}", "Bench");
    }

    /// <summary>Sends a request and waits for its answer.</summary>
    public string Ask(params string[] parts)
    {
        _process.StandardInput.WriteLine(string.Join('\t', parts));
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("An engine has ended; its error is above.");
    }

    /// <summary>A number that the engine measured, in seconds.</summary>
    public double Seconds(params string[] parts) => long.Parse(Ask(parts), CultureInfo.InvariantCulture) / 1e9;

    /// <summary>Memory of the process that is no file's, in MiB: heap, code, stacks, but not the mapped index.</summary>
    public double PrivateMebibytes()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(status => status.StartsWith("RssAnon:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
