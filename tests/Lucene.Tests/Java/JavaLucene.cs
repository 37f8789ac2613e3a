using System.Diagnostics;

namespace Lucene.Tests.Java;

/// <summary>Apache Lucene 8 in a Java process: one process for all tests of a collection, asked line by line.</summary>
public sealed class JavaLucene : IDisposable
{
    private readonly string _classes = Directory.CreateTempSubdirectory("java-lucene-").FullName;
    private Process? _process;

    /// <summary>What is missing for it to run, and how to get it; null if nothing is.</summary>
    public static string? Missing { get; } = FindMissing();

    /// <summary>Sends a line and gives back the answer's parts.</summary>
    public string[] Ask(params string[] parts)
    {
        Send(string.Join('\t', parts));
        return Answer();
    }

    /// <summary>Sends a line without waiting for an answer.</summary>
    public void Send(string line) => Running().StandardInput.Write(line + "\n");

    /// <summary>Reads one answer.</summary>
    public string[] Answer()
    {
        var process = Running();
        process.StandardInput.Flush();
        var answer = process.StandardOutput.ReadLine()?.Split('\t')
            ?? throw new InvalidOperationException("The Java process has ended.");
        return answer[0] == "error" ? throw new InvalidOperationException(string.Join(' ', answer)) : answer;
    }

    /// <summary>Asserts that Lucene's CheckIndex finds nothing wrong with an index.</summary>
    public void AssertClean(string path)
    {
        var answer = Ask("check", path);
        Assert.True(answer[0] == "clean", string.Join(' ', answer).Replace('|', '\n'));
    }

    public void Dispose()
    {
        if (_process is not null)
        {
            _process.StandardInput.Close();
            if (!_process.WaitForExit(5000))
            {
                _process.Kill();
            }

            _process.Dispose();
        }

        Directory.Delete(_classes, recursive: true);
    }

    private Process Running() => _process ??= Start();

    private Process Start()
    {
        Assert.True(Missing is null, Missing);
        var sources = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Java"), "*.java");
        using (var compiler = Run("javac", ["-nowarn", "-encoding", "UTF-8", "-d", _classes, "-cp", Jars(), .. sources]))
        {
            var errors = compiler.StandardError.ReadToEnd();
            compiler.WaitForExit();
            Assert.True(compiler.ExitCode == 0, errors);
        }

        // Short runs: the quick compiler alone warms up sooner than both.
        return Run("java", ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-cp", _classes + Path.PathSeparator + Jars(), "Oracle"]);
    }

    private static Process Run(string program, string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = program == "javac",
        StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        StandardOutputEncoding = System.Text.Encoding.UTF8,
    }) ?? throw new InvalidOperationException($"{program} did not start.");

    private static string Jars() => string.Join(Path.PathSeparator, JarFiles());

    private static string[] JarFiles() => Directory.Exists("/usr/share/java")
        ? [.. Directory.GetFiles("/usr/share/java", "lucene-*-8.*.jar")
            .Where(jar => Path.GetFileName(jar) is var name && (name.StartsWith("lucene-core-", StringComparison.Ordinal)
                || name.StartsWith("lucene-analyzers-common-", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)]
        : [];

    private static string? FindMissing()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!path.Any(folder => File.Exists(Path.Combine(folder, "java"))) || !path.Any(folder => File.Exists(Path.Combine(folder, "javac"))))
        {
            return "No java and javac on the path; on Debian: apt-get install openjdk-17-jdk-headless";
        }

        return JarFiles().Length < 2 ? "No Lucene 8 in /usr/share/java; on Debian: apt-get install liblucene8-java" : null;
    }
}

/// <summary>The tests that ask Apache Lucene share one process and so run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class JavaLuceneCollection : ICollectionFixture<JavaLucene>
{
    public const string Name = "Apache Lucene";
}
