using System.Diagnostics;
using System.Text.RegularExpressions;
using EndToEnd.Tests.Service;
using Search.Retrieval;

namespace EndToEnd.Tests;

/// <summary>The samples of the documentation and of <c>samples/</c>, run as they stand but for the address.</summary>
[Collection(ListeningSeeds.Name)]
public sealed partial class DoorDocumentTests(ListeningService service)
{
    private const string WrittenAddress = "http://127.0.0.1:5080";

    [ShellTheory]
    [InlineData("README.md")]
    [InlineData("search.md")]
    [InlineData("ask.md")]
    [InlineData("facts.md")]
    [InlineData("chat.md")]
    [InlineData("mcp.md")]
    [InlineData("widget.md")]
    [InlineData("pages.md")]
    public async Task Every_sample_of_a_door_does_what_its_page_says(string page)
    {
        var blocks = ShellBlock().Matches(await File.ReadAllTextAsync(Path.Combine(ArchivePaths.Root, "docs", "doors", page)));
        Assert.NotEmpty(blocks);
        foreach (var script in blocks.Select(block => block.Groups[1].Value))
        {
            var expected = script.Split('\n').Where(line => line.StartsWith("# → ", StringComparison.Ordinal)).Select(line => line[4..]).ToList();
            var (exitCode, output) = await Run("bash", "-c", "set -euo pipefail\n" + script.Replace(WrittenAddress, Address, StringComparison.Ordinal));
            Assert.True(exitCode == 0, $"{exitCode}: {script}");
            Assert.NotEmpty(expected);
            Assert.All(expected, part => Assert.Contains(part, output, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_sample_chatbot_answers_the_cards_question_with_its_source()
    {
        var (exitCode, output) = await Run("dotnet", Path.Combine(AppContext.BaseDirectory, "Chatbot.dll"), Address, "Какое место заняла Беларусь в рейтинге электронного правительства в 2020 году?");

        Assert.Equal(0, exitCode);
        Assert.Contains("40", output, StringComparison.Ordinal);
        Assert.Contains("Source: https://mpt.gov.by/", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_requests_name_doors_that_are_there()
    {
        using var client = new HttpClient { BaseAddress = service.Address };
        var requests = Request().Matches(await File.ReadAllTextAsync(Path.Combine(ArchivePaths.Root, "src", "SearchApi", "SearchApi.http")));

        Assert.True(requests.Count > 5);
        foreach (var request in requests.Where(request => request.Groups[1].Value == "GET"))
        {
            Assert.True((await client.GetAsync(request.Groups[2].Value)).IsSuccessStatusCode, request.Value);
        }
    }

    private string Address => service.Address.GetLeftPart(UriPartial.Authority);

    private static async Task<(int ExitCode, string Output)> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true }) ?? throw new InvalidOperationException(program);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShellBlock();

    [GeneratedRegex(@"^(GET|POST) \{\{host\}\}(\S.*)$", RegexOptions.Multiline)]
    private static partial Regex Request();
}

/// <summary>A test that needs bash and curl: skipped where they are missing; where <c>CI=true</c>, it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShellTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips the test where a tool is missing.</summary>
    public ShellTheoryAttribute()
    {
        var isThere = File.Exists("/usr/bin/curl") && (File.Exists("/bin/bash") || File.Exists("/usr/bin/bash"));
        Skip = isThere || Environment.GetEnvironmentVariable("CI") == "true" ? null : "Needs bash and curl.";
    }
}
