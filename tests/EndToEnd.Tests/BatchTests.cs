using System.Text;
using EndToEnd.Tests.Service;

namespace EndToEnd.Tests;

/// <summary><c>Indexer ask --batch</c>: a table of questions in, the same table with answers out.</summary>
[Collection(Seeds.Name)]
public sealed class BatchTests(SeedsService service) : IDisposable
{
    private const string Answers = "status,reason,shortAnswer,answer,quote,url,published,confidence";

    private readonly string _folder = Directory.CreateTempSubdirectory("archive-batch-").FullName;

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_row_is_answered_in_its_order_and_keeps_its_columns()
    {
        var (exitCode, table, _) = await Answer("""
            id,Question,language
            a,Какое место заняла Беларусь в рейтинге электронного правительства в 2020 году?,en
            b,"Сколько стоит билет
            в ""метро""?",
            """);

        Assert.Equal(0, exitCode);
        Assert.StartsWith($"\uFEFFid,Question,language,{Answers}\r\na,Какое место", table, StringComparison.Ordinal);
        var rows = Records(table, 11);
        Assert.Equal(["a", "answered", "", "40", "2020-10-23"], new[] { 0, 3, 4, 5, 9 }.Select(column => rows[1][column][..Math.Min(rows[1][column].Length, 10)]));
        Assert.Contains("The page", rows[1][6], StringComparison.Ordinal);
        Assert.Contains("40", rows[1][7], StringComparison.Ordinal);
        Assert.StartsWith("https://mpt.gov.by/", rows[1][8], StringComparison.Ordinal);
        Assert.Matches(@"^(0\.[0-9]{2}|1\.00)$", rows[1][10]);
        Assert.Equal(["b", "Сколько стоит билет\nв \"метро\"?", "", "no_answer"], rows[2].Take(4));
        Assert.NotEmpty(rows[2][4]);
    }

    [Fact]
    public async Task Rows_without_a_question_are_told_and_the_others_answered()
    {
        var (exitCode, table, errors) = await Answer($"question,language\n,ru\nЧто?,de\n{new string('а', 1001)},\n");

        Assert.Equal(3, exitCode);
        Assert.Equal(
            [("invalid", "no question"), ("invalid", "language is not be, ru or en"), ("invalid", "longer than 1000 characters")],
            Records(table, 10).Skip(1).Select(row => (row[2], row[3])));
        Assert.StartsWith("3 rows", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_of_a_spreadsheet_in_its_own_encoding_keeps_its_separator_and_runs_no_formula()
    {
        var file = Path.Combine(_folder, "in.csv");
        await File.WriteAllBytesAsync(file, CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("question;note\r\nСколько стоит билет в метро?;=HYPERLINK(\"http://evil.example\")\r\n"));

        var (_, table, _) = await Run("ask", "--batch", file, "--index", Index());

        Assert.StartsWith($"question;note;{Answers.Replace(',', ';')}\r\nСколько стоит билет в метро?;\"'=HYPERLINK(\"\"http://evil.example\"\")\";no_answer;", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,text\n1,Что?\n", "one of them must be question")]
    [InlineData("question\n\"Что?\n", "Line 2: a quotation mark is not closed.")]
    [InlineData("question\n\"Что\" такое связь?\n", "Line 2: after the closing quotation mark stands something else than a separator.")]
    [InlineData("", "one of them must be question")]
    public async Task What_is_no_table_of_questions_is_told_why(string content, string reason)
    {
        var (exitCode, table, errors) = await Answer(content);

        Assert.Equal(1, exitCode);
        Assert.Empty(table);
        Assert.Contains(reason, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_and_a_table_at_once_are_a_wrong_usage() =>
        Assert.Equal(2, (await Run("ask", "Что?", "--batch", "a.csv")).ExitCode);

    private async Task<(int ExitCode, string Table, string Errors)> Answer(string content)
    {
        var (input, output) = (Path.Combine(_folder, "in.csv"), Path.Combine(_folder, "out.csv"));
        await File.WriteAllTextAsync(input, content.ReplaceLineEndings("\n"));
        var (exitCode, _, errors) = await Run("ask", "--batch", input, "--out", output, "--index", Index());
        return (exitCode, File.Exists(output) ? Encoding.UTF8.GetString(await File.ReadAllBytesAsync(output)) : "", errors);
    }

    private string Index()
    {
        _ = service.Server; // Starts it, which builds the index.
        return service.IndexFolder;
    }

    private static async Task<(int ExitCode, string Output, string Errors)> Run(params string[] arguments) =>
        await CommandLine.Run("dotnet", [Path.Combine(AppContext.BaseDirectory, "Indexer.dll"), .. arguments]);

    // A reader of its own, so that the writer is not proved by its twin.
    private static List<string[]> Records(string table, int columns)
    {
        var fields = System.Text.RegularExpressions.Regex.Matches(table.TrimStart('\uFEFF'), "(\"(?:[^\"]|\"\")*\"|[^,\r\n]*)(,|\r\n)")
            .Select(field => field.Groups[1].Value.StartsWith('"') ? field.Groups[1].Value[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : field.Groups[1].Value);
        var records = fields.Chunk(columns).ToList();
        Assert.All(records, record => Assert.Equal(columns, record.Length));
        return records;
    }
}
