using System.Text;
using Search.Text;
using Search.Text.Parsing;

namespace Search.Tests.Parsing;

public sealed class ArchiveReadingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("archive").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Folders_are_read_with_all_below_them_in_ordinal_order()
    {
        Write("b.txt", "B\n\nText.");
        Write("a/2.md", "A2\n\nText.");
        Write("a/1.html", "<h1>A1</h1><p>Text.");
        Write("a/B.htm", "<h1>AB</h1><p>Text.");
        Write("a/picture.png", "no page");
        Write("a/LICENSE", "no page");
        Write("a/.hidden.txt", "hidden");

        var entries = ArchiveSources.Enumerate([folder]).ToList();

        Assert.Equal(
            ["a/1.html", "a/2.md", "a/B.htm", "a/LICENSE (not a page: no extension)", "a/picture.png (not a page: .png)", "b.txt"],
            entries.Select(entry => Relative(entry.Path) + (entry is ArchiveEntry.Skipped skipped ? $" ({skipped.Reason})" : "")));
    }

    [Fact]
    public void Sources_keep_their_order_and_a_named_file_is_read_whatever_it_is_called()
    {
        Write("z.log", "Z\n\nText.");
        Write("a/1.txt", "A\n\nText.");

        var read = PassageReader.ReadAll([Path.Combine(folder, "z.log"), Path.Combine(folder, "a")]);

        Assert.Equal(["1.txt", "z.log"], read.Documents.Select(document => document.FileName));
        Assert.Equal(["file:1.txt", "file:z.log"], read.Documents.Select(document => document.Identity));
    }

    [Fact]
    public void Pages_without_address_are_told_apart_by_their_folders()
    {
        Write("1.txt", "A\n\nText.");
        Write("2019/1.txt", "B\n\nText.");
        Write("2020/1.txt", "C\n\nText.");

        var documents = PassageReader.ReadAll([folder]).Documents;

        Assert.Equal(["file:1.txt", "file:2019/1.txt", "file:2020/1.txt"], documents.Select(document => document.Url));
        Assert.Equal(["A", "B", "C"], documents.Select(document => document.Title));
    }

    [Fact]
    public void Missing_sources_are_all_named_before_anything_is_read()
    {
        var failure = Assert.Throws<FileNotFoundException>(() => PassageReader.ReadAll([folder, "/no/such/a", "/no/such/b"]));

        Assert.Equal("There is no file or folder '/no/such/a', '/no/such/b'.", failure.Message);
    }

    [Fact]
    public void What_cannot_be_read_is_reported_and_loses_nothing_else()
    {
        Write("1.txt", "");
        Write("2.txt", " \r\n\t\n");
        File.WriteAllBytes(Path.Combine(folder, "3.txt"), [(byte)'P', (byte)'K', 3, 4, 0, 0]);
        File.WriteAllBytes(Path.Combine(folder, "4.txt"), Encoding.Latin1.GetBytes("déjà vu élève où à"));
        Write("5.txt", "Title\n\nText of the page in English.");
        Write("6.txt", "Source URL: <https://mpt.example/1>");

        var report = PassageReader.ReadAll([folder]).Report;

        Assert.Equal(
            [
                ("1.txt", "empty: no title and no text"), ("2.txt", "empty: no title and no text"),
                ("3.txt", "binary content (a zip archive or an office document)"), ("4.txt", "neither UTF-8 nor windows-1251 text"),
                ("6.txt", "empty: no title and no text"),
            ],
            report.Unreadable.Select(file => (Relative(file.Path), file.Reason)));
        Assert.Equal([(Language.English, 1)], report.Documents);
    }

    [Fact]
    public void A_file_that_may_not_be_opened_is_reported()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            return; // permissions do not bind here
        }

        Write("1.txt", "Title\n\nText.");
        File.SetUnixFileMode(Path.Combine(folder, "1.txt"), UnixFileMode.None);

        var (_, reason) = Assert.Single(PassageReader.ReadAll([folder]).Report.Unreadable);

        Assert.StartsWith("cannot be opened: ", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_of_links_ends()
    {
        Write("a/1.txt", "Title\n\nText.");
        Directory.CreateSymbolicLink(Path.Combine(folder, "a", "loop"), folder);
        File.CreateSymbolicLink(Path.Combine(folder, "broken.txt"), Path.Combine(folder, "nowhere"));

        var report = PassageReader.ReadAll([folder]).Report;

        Assert.Equal(1, report.DocumentCount);
        Assert.Equal("broken.txt", Relative(Assert.Single(report.Unreadable).Path));
    }

    [Fact]
    public void Of_two_files_with_one_identity_the_later_stands_unless_it_broke_off()
    {
        const string Body = "Соглашение вступит в силу после выполнения процедур. Стороны выпустят марку.";
        Write("1.txt", $"Old\n\n{Body}\n\nSource URL: <https://www.mpt.example/a>");
        Write("2.txt", $"New\n\n{Body} Обновлено.\n\nSource URL: <http://mpt.example/a/>");
        Write("3.txt", $"Broken\n\n{Body[..20]}\n\nSource URL: <https://mpt.example/a>");

        var read = PassageReader.ReadAll([folder]);

        Assert.Equal("New", Assert.Single(read.Documents).Title);
        Assert.Equal(
            [("1.txt", "2.txt", "mpt.example/a"), ("3.txt", "2.txt", "mpt.example/a")],
            read.Report.Replaced.Select(pair => (Relative(pair.Path), Relative(pair.By), pair.Identity)));
    }

    [Fact]
    public void Of_two_files_with_one_identity_the_one_published_later_stands()
    {
        Write("1.txt", "New\n\n5 мая 2021 года прошла встреча.\n\nSource URL: <https://mpt.example/a>");
        Write("2.txt", "Old\n\n4 мая 2020 года прошла долгая и очень подробная встреча.\n\nSource URL: <https://mpt.example/a>");

        Assert.Equal("New", Assert.Single(PassageReader.ReadAll([folder]).Documents).Title);
    }

    [Fact]
    public void A_page_of_20_MB_is_read_and_one_beyond_the_limit_is_not()
    {
        Write("1.txt", "Title\n\n" + string.Concat(Enumerable.Repeat("A sentence of the page. ", 20 * 1024 * 1024 / 24)));
        using (var large = File.Create(Path.Combine(folder, "2.txt")))
        {
            large.SetLength(33L * 1024 * 1024);
        }

        var read = PassageReader.ReadAll([folder]);

        Assert.InRange(Assert.Single(read.Documents).Text.Length, 20_000_000, 21_000_000);
        Assert.Equal("larger than 32 MB", Assert.Single(read.Report.Unreadable).Reason);
    }

    [Fact]
    public void Progress_counts_files_and_a_cancelled_run_stops()
    {
        Write("1.txt", "A\n\nText.");
        Write("2.txt", "B\n\nText.");
        using var cancellation = new CancellationTokenSource();
        var seen = new List<int>();

        Assert.Throws<OperationCanceledException>(() => PassageReader.ReadAll([folder], new Counter(count =>
        {
            seen.Add(count);
            cancellation.Cancel();
        }), cancellation.Token));
        Assert.Equal([1], seen);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private string Relative(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    private sealed class Counter(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
