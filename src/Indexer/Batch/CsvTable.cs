using System.Text;

namespace Indexer.Batch;

/// <summary>Tables of comma-separated values: RFC 4180, and what spreadsheets make of it.</summary>
internal static class CsvTable
{
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>The character between the fields of a table: the commonest of comma, semicolon and tab in its first record; a comma where there is none.</summary>
    public static char SeparatorOf(string text)
    {
        var counts = new int[Separators.Length];
        var isQuoted = false;
        foreach (var letter in text)
        {
            isQuoted ^= letter == '"';
            if (letter == '\n' && !isQuoted)
            {
                break;
            }

            if (!isQuoted && Array.IndexOf(Separators, letter) is >= 0 and var separator)
            {
                counts[separator]++;
            }
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }

    /// <summary>The records of a table, empty lines left out.</summary>
    /// <param name="text">The table without byte order mark; line ends as <c>\n</c>.</param>
    /// <param name="separator">What stands between fields.</param>
    /// <exception cref="InvalidDataException">A quotation mark is not closed, or stands where none may.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text, char separator)
    {
        var records = new List<IReadOnlyList<string>>();
        var record = new List<string>();
        var line = 1;
        for (var at = 0; at < text.Length;)
        {
            record.Add(text[at] == '"' ? Quoted(text, ref at, ref line) : Plain(text, ref at, separator));
            if (at < text.Length && text[at] == separator)
            {
                at++;
                if (at == text.Length || text[at] == '\n')
                {
                    record.Add("");
                }
            }
            else if (at < text.Length && text[at] != '\n')
            {
                throw new InvalidDataException($"Line {line}: after the closing quotation mark stands something else than a separator.");
            }

            if (at == text.Length || text[at] == '\n')
            {
                if (record.Any(field => field.Length > 0))
                {
                    records.Add(record);
                }

                record = [];
                at++;
                line++;
            }
        }

        return records;
    }

    /// <summary>Writes a record, ended by CR LF.</summary>
    /// <param name="fields">Its fields. One that begins like a formula, which a spreadsheet would run, gets an apostrophe before it.</param>
    /// <param name="separator">What stands between fields.</param>
    public static string Write(IEnumerable<string> fields, char separator) => string.Join(separator, fields.Select(field => Cell(field, separator))) + "\r\n";

    private static string Cell(string text, char separator)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\"\r\n") >= 0 || safe.Contains(separator, StringComparison.Ordinal) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static string Plain(string text, ref int at, char separator)
    {
        var end = text.AsSpan(at).IndexOfAny(separator, '\n');
        var field = end < 0 ? text[at..] : text[at..(at + end)];
        at += field.Length;
        return field;
    }

    private static string Quoted(string text, ref int at, ref int line)
    {
        var begun = line;
        var field = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"' && (at + 1 == text.Length || text[at + 1] != '"'))
            {
                at++;
                return field.ToString();
            }

            at += text[at] == '"' ? 1 : 0;
            line += text[at] == '\n' ? 1 : 0;
            field.Append(text[at]);
        }

        throw new InvalidDataException($"Line {begun}: a quotation mark is not closed.");
    }
}
