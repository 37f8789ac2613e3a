namespace EndToEnd.Tests.Service;

/// <summary>The service over an archive whose titles, texts and addresses are <see cref="Payloads"/>.</summary>
public sealed class HostileService : ArchiveService
{
    /// <summary>Payloads a page.</summary>
    private const int PerPage = 10;

    /// <summary>Writes the archive and starts.</summary>
    public HostileService()
        : base(WriteArchive())
    {
    }

    private static string WriteArchive()
    {
        var folder = Directory.CreateTempSubdirectory("archive-hostile-").FullName;
        foreach (var (payloads, number) in Payloads.All.Chunk(PerPage).Select((payloads, number) => (payloads, number)))
        {
            // One line each, for a page's line ends part title, paragraphs and address.
            var lines = payloads.Select(payload => payload.ReplaceLineEndings(" ")).ToList();
            File.WriteAllText(
                Path.Combine(folder, $"page-{number:D3}.txt"),
                $"## **Ярмарка {number} {lines[0]}**\n\n12 мая 2021 г. прошла ярмарка {number}. {string.Join("\n\n", lines.Select(line => $"Гости ярмарки увидели {line} и остались довольны."))}\n\nhttps://mpt.gov.by/news/12-05-2021-{9000 + number}{(number % 3 == 0 ? "\"onclick=alert(1)//" : "")}\n");
        }

        return folder;
    }
}
