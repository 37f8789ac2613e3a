using System.Globalization;
using Search.Answering;
using Search.Retrieval;
using Search.Text;
using Search.Text.Parsing;

namespace Indexer.Batch;

/// <summary>A table of questions answered row by row: every column stays, and the answer's columns follow.</summary>
internal sealed class QuestionBatch
{
    private const string QuestionColumn = "question";
    private const string LanguageColumn = "language";

    private static readonly string[] AnswerColumns = ["status", "reason", "shortAnswer", "answer", "quote", "url", "published", "confidence"];

    private readonly char _separator;
    private readonly IReadOnlyList<string> _columns;
    private readonly IReadOnlyList<IReadOnlyList<string>> _rows;
    private readonly int _question;
    private readonly int _language;

    private QuestionBatch(char separator, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        (_separator, _columns, _rows) = (separator, columns, rows);
        _question = Column(QuestionColumn);
        _language = Column(LanguageColumn);
    }

    /// <summary>Reads a table.</summary>
    /// <param name="path">A file of UTF-8, UTF-16 or windows-1251 text whose first record names the columns; one of them is <c>question</c>.</param>
    /// <exception cref="InvalidDataException">It is no such table; the message says why.</exception>
    public static QuestionBatch Read(string path)
    {
        var text = FileDecoder.Decode(File.ReadAllBytes(path), out var reason) ?? throw new InvalidDataException($"'{path}': {reason}.");
        var separator = CsvTable.SeparatorOf(text);
        var records = CsvTable.Read(text, separator);
        var batch = new QuestionBatch(separator, records.Count > 0 ? records[0] : [], [.. records.Skip(1)]);
        return batch._question >= 0 ? batch : throw new InvalidDataException($"'{path}': the first line must name the columns, and one of them must be {QuestionColumn}.");
    }

    /// <summary>Answers every row in its order.</summary>
    /// <param name="answerer">Answers.</param>
    /// <param name="output">Receives the table with a byte order mark, without which spreadsheets read Cyrillic as Latin.</param>
    /// <param name="cancellation">Ends the work after a row.</param>
    /// <returns>Rows that hold no question, or an unknown language; they stand in the table with the status <c>invalid</c> and the reason.</returns>
    public async Task<int> Answer(QuestionAnswerer answerer, TextWriter output, CancellationToken cancellation)
    {
        var invalid = 0;
        await output.WriteAsync('\uFEFF' + CsvTable.Write([.. _columns, .. AnswerColumns], _separator));
        foreach (var row in _rows)
        {
            cancellation.ThrowIfCancellationRequested();
            var (question, language) = (Field(row, _question).Trim(), Field(row, _language).Trim());
            var problem = Problem(question, language);
            invalid += problem is null ? 0 : 1;
            var answer = problem is null
                ? Cells(await answerer.AskAsync(new QuestionRequest(question) { Language = LanguageCodes.Parse(language) }, cancellation))
                : ["invalid", problem, "", "", "", "", "", ""];
            await output.WriteAsync(CsvTable.Write([.. _columns.Select((_, column) => Field(row, column)), .. answer], _separator));
        }

        return invalid;
    }

    private static string? Problem(string question, string language) => question.Length switch
    {
        0 => "no question",
        > QuestionRequest.MaxLength => $"longer than {QuestionRequest.MaxLength} characters",
        _ => language.Length > 0 && LanguageCodes.Parse(language) is null ? "language is not be, ru or en" : null,
    };

    private static string[] Cells(Answer answer) => answer switch
    {
        Answer.Grounded grounded =>
            [grounded.IsPartial ? "partial" : "answered", "", grounded.ShortAnswer, grounded.Text, .. Source(grounded.Citations), grounded.Confidence.ToString("0.00", CultureInfo.InvariantCulture)],
        Answer.Declined declined => ["no_answer", declined.Reason.Code(), "", declined.Explanation, .. Source(declined.Citations), ""],
        _ => throw new InvalidOperationException("An answer is grounded or declined."),
    };

    private static string[] Source(IReadOnlyList<Citation> citations) =>
        citations is [var first, ..] ? [first.Quote, first.Document.Url, first.Document.Published?.ToString() ?? ""] : ["", "", ""];

    private static string Field(IReadOnlyList<string> row, int column) => column >= 0 && column < row.Count ? row[column] : "";

    private int Column(string name) => _columns.Select(column => column.Trim()).ToList().FindIndex(column => column.Equals(name, StringComparison.OrdinalIgnoreCase));
}
