namespace EndToEnd.Tests.Service;

/// <summary>The service over an archive whose news come in several languages.</summary>
public sealed class VersionsService : ArchiveService
{
    private static readonly (string Name, string Title, string Text)[] Pages =
    [
        ("15-05-2022-1-ru", "Выставка почтовых марок", "15 мая 2022 г. в Гомеле открылась выставка почтовых марок «Птицы Полесья». На 37 стендах показаны 1 240 марок, их собрал Антон Березовик. Вход стоит 3,5 рубля."),
        ("15-05-2022-1-en", "Exhibition of postage stamps", "On May 15, 2022 the exhibition of postage stamps \"Birds of Polesie\" opened in Gomel. Anton Berazavik has collected 1,240 stamps, which are shown at 37 stands. A ticket costs 3.5 rubles."),
        ("20-05-2022-2-ru", "Кабель проложен", "20 мая 2022 г. в Пинске проложен кабель длиной 86,4 км. Работы вела бригада Семена Жураковского, они обошлись в 912 тыс. рублей."),
        ("18-05-2022-3-ru", "Прямые линии", "18 мая 2022 г. прошли прямые линии. На вопросы граждан отвечал заместитель министра, поступило 64 звонка о связи."),
    ];

    /// <summary>Writes the archive and starts.</summary>
    public VersionsService()
        : base(WriteArchive())
    {
    }

    private static string WriteArchive()
    {
        var folder = Directory.CreateTempSubdirectory("archive-versions-").FullName;
        foreach (var (name, title, text) in Pages)
        {
            File.WriteAllText(Path.Combine(folder, name + ".txt"), $"# {title}\n\n{text}\n\nSource URL: <https://archive.example/{name}>\n");
        }

        return folder;
    }
}
