using EndToEnd.Tests.Service;
using Search.Retrieval;

namespace EndToEnd.Tests;

/// <summary><c>Indexer snapshot</c> and <c>restore</c>, beside a service that has the index open.</summary>
public sealed class SnapshotTests : IAsyncLifetime
{
    private readonly SeedsService _service = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("archive-snapshot-").FullName;
    private readonly TimeSpan _longest = TimeSpan.FromSeconds(60);

    private string Snapshot => Path.Combine(_folder, "snapshot");

    /// <inheritdoc />
    public async Task InitializeAsync() => Assert.Equal(2, await Found("Partner2Connect"));

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_snapshot_put_back_brings_the_old_state_while_the_service_runs()
    {
        Assert.Equal((0, true), await Run("snapshot"));
        File.WriteAllText(Path.Combine(_folder, "new.txt"), "# Zebrafish\n\nThe zebrafish came on May 12, 2021.\n\nSource URL: <https://archive.example/zebrafish>\n");
        IndexBuilder.Build([Path.Combine(_folder, "new.txt")], _service.IndexFolder);
        await Until("zebrafish", 1);

        Assert.Equal((0, true), await Run("restore"));

        await Until("zebrafish", 0);
        Assert.Equal(2, await Found("Partner2Connect"));
        var later = IndexBuilder.Build([Path.Combine(_folder, "new.txt")], _service.IndexFolder);
        Assert.Equal(1, later.Added);
        await Until("zebrafish", 1);
    }

    [Fact]
    public async Task A_damaged_snapshot_changes_nothing()
    {
        await Run("snapshot");
        var file = new DirectoryInfo(Snapshot).GetFiles().OrderByDescending(file => file.Length).First().FullName;
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        var before = Directory.GetFiles(_service.IndexFolder).Order(StringComparer.Ordinal).ToList();

        var (exitCode, isSound) = await Run("restore");

        Assert.Equal((1, false), (exitCode, isSound));
        Assert.Equal(before, Directory.GetFiles(_service.IndexFolder).Order(StringComparer.Ordinal));
        Assert.Equal(2, await Found("Partner2Connect"));
    }

    [Fact]
    public async Task A_snapshot_never_overwrites_a_folder_with_files()
    {
        Directory.CreateDirectory(Snapshot);
        await File.WriteAllTextAsync(Path.Combine(Snapshot, "precious.txt"), "precious");

        Assert.Equal((1, false), await Run("snapshot"));
        Assert.Equal(["precious.txt"], new DirectoryInfo(Snapshot).GetFiles().Select(file => file.Name));
    }

    private async Task<(int ExitCode, bool IsSound)> Run(string command)
    {
        var (exitCode, output, _) = await CommandLine.Run("dotnet", Path.Combine(AppContext.BaseDirectory, "Indexer.dll"), command, Snapshot, "--index", _service.IndexFolder);
        return (exitCode, output.TrimEnd().EndsWith(": sound", StringComparison.Ordinal));
    }

    private async Task<int> Found(string word) => (await _service.CreateClient().GetJson($"/v1/search?verbatim=true&q={word}")).GetProperty("total").GetInt32();

    // The service looks for a new state every second.
    private async Task Until(string word, int count)
    {
        for (var waited = TimeSpan.Zero; await Found(word) != count; waited += TimeSpan.FromMilliseconds(100))
        {
            Assert.True(waited < _longest, $"{word} is found {await Found(word)} times instead of {count}.");
            await Task.Delay(100);
        }
    }
}
