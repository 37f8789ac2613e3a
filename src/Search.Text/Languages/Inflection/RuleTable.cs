namespace Search.Text.Languages.Inflection;

/// <summary>
/// Reads a rule table: one rule a line, columns between tabs, the last column always the reason; an empty line or one that begins
/// with <c>#</c> says nothing to the program. In the patterns <c>C</c> is any consonant, <c>V</c> any vowel, <c>[абв]</c> one of the
/// letters, <c>(аб|в)</c> one of the strings, <c>^</c> the beginning of the word. A line <c>$name ⇥ text ⇥ why</c> names a text that
/// the later lines write as <c>{name}</c>.
/// </summary>
internal static class RuleTable
{
    private const string Consonants = "бвгджзйклмнпрстўфхцчшщ";
    private const string Vowels = "аеёиоуыэюяі";

    /// <summary>The rows of a table.</summary>
    /// <param name="name">Name of the table, for the message of an error.</param>
    /// <param name="columns">How many columns every row has.</param>
    /// <exception cref="FormatException">A row has another number of columns, or no reason.</exception>
    public static IEnumerable<string[]> Rows(string text, string name, int columns)
    {
        var lineNumber = 0;
        var names = new List<(string Name, string Text)>();
        foreach (var line in text.Split('\n'))
        {
            lineNumber++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var cells = names.Aggregate(line, (row, named) => row.Replace(named.Name, named.Text, StringComparison.Ordinal)).Split('\t');
            if (line[0] == '$' && cells.Length == 3)
            {
                names.Add(($"{{{cells[0][1..]}}}", cells[1]));
                continue;
            }

            if (cells.Length != columns || cells[^1].Length == 0)
            {
                throw new FormatException($"{name}, line {lineNumber}: {columns} columns and a reason are needed: {line}");
            }

            yield return cells;
        }
    }

    public static string[] Words(string cell) => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Every string that a pattern stands for.</summary>
    public static IEnumerable<string> Expand(string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            var end = pattern[i] switch { '[' => pattern.IndexOf(']', i), '(' => Closing(pattern, i), _ => i };
            IEnumerable<string>? choice = pattern[i] switch
            {
                'C' => Consonants.Select(letter => letter.ToString()),
                'V' => Vowels.Select(letter => letter.ToString()),
                '[' => pattern[(i + 1)..end].Select(letter => letter.ToString()),
                '(' => Choices(pattern[(i + 1)..end]),
                _ => null,
            };
            if (choice is not null)
            {
                var before = pattern[..i];
                return choice.SelectMany(letters => Expand(before + letters + pattern[(end + 1)..]));
            }
        }

        return [pattern];
    }

    private static int Closing(string pattern, int open)
    {
        var depth = 0;
        for (var i = open; i < pattern.Length; i++)
        {
            depth += pattern[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        throw new FormatException($"A parenthesis is not closed: {pattern}");
    }

    private static IEnumerable<string> Choices(string choices)
    {
        var start = 0;
        for (var i = 0; i < choices.Length; i++)
        {
            if (choices[i] == '(')
            {
                i = Closing(choices, i);
            }
            else if (choices[i] == '|')
            {
                yield return choices[start..i];
                start = i + 1;
            }
        }

        yield return choices[start..];
    }
}
