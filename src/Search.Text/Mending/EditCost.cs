namespace Search.Text.Mending;

/// <summary>
/// How far one spelling is from another: insertions, deletions, substitutions and swaps of neighbours (Damerau's distance), where what
/// ears and fingers confuse costs less.
/// </summary>
internal static class EditCost
{
    // A wrong letter that sounds alike is the commonest error of all; a neighbouring key the next.
    private const double Alike = 0.5;
    private const double Near = 0.7;
    private const double Other = 1;

    // Doubled letters and signs without a sound are left out and put in without being heard.
    private const double Silent = 0.5;

    // People know how a word begins.
    private const double FirstLetter = 0.4;

    /// <summary>Sounds that are confused where they are unstressed or before other consonants, by language and spelling.</summary>
    private static readonly string[] AlikeLetters = ["оа", "еи", "ея", "иі", "іе", "еэ", "её", "ыи", "ыі", "ия", "ая", "бп", "вф", "вў", "уў", "гк", "гх", "дт", "жш", "зс", "щш", "цс", "чщ", "йи", "йі", "ae", "ie", "ei", "ao", "ou", "ck", "sc", "sz", "yi", "kq", "vw", "ьъ"];

    private const int Letters = 26 + 48;

    private static readonly double[] Substitutions = Table();

    /// <summary>The cost of turning one word into the other, or <see cref="double.PositiveInfinity"/> above a limit.</summary>
    /// <param name="limit">The most that is of interest.</param>
    public static double Between(ReadOnlySpan<char> written, ReadOnlySpan<char> meant, double limit)
    {
        if (Math.Abs(written.Length - meant.Length) * Silent > limit)
        {
            return double.PositiveInfinity;
        }

        Span<double> beforeLast = stackalloc double[meant.Length + 1];
        Span<double> last = stackalloc double[meant.Length + 1];
        Span<double> row = stackalloc double[meant.Length + 1];
        last[0] = 0;
        for (var k = 1; k <= meant.Length; k++)
        {
            last[k] = last[k - 1] + Presence(meant, k - 1);
        }

        for (var i = 1; i <= written.Length; i++)
        {
            row[0] = last[0] + Presence(written, i - 1);
            var least = row[0];
            for (var k = 1; k <= meant.Length; k++)
            {
                var cost = last[k - 1] + (written[i - 1] == meant[k - 1] ? 0 : Substitution(written[i - 1], meant[k - 1]) + (i == 1 || k == 1 ? FirstLetter : 0));
                cost = Math.Min(cost, last[k] + Presence(written, i - 1));
                cost = Math.Min(cost, row[k - 1] + Presence(meant, k - 1));
                if (i > 1 && k > 1 && written[i - 1] == meant[k - 2] && written[i - 2] == meant[k - 1] && written[i - 1] != written[i - 2])
                {
                    cost = Math.Min(cost, beforeLast[k - 2] + Near);
                }

                row[k] = cost;
                least = Math.Min(least, cost);
            }

            if (least > limit)
            {
                return double.PositiveInfinity;
            }

            var spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }

        return last[meant.Length] > limit ? double.PositiveInfinity : last[meant.Length];
    }

    private static double Presence(ReadOnlySpan<char> word, int at) =>
        (word[at] is 'ь' or 'ъ' or '\'' || (at > 0 && word[at] == word[at - 1]) ? Silent : Other) + (at == 0 ? FirstLetter : 0);

    private static double Substitution(char written, char meant)
    {
        var (first, second) = (Index(written), Index(meant));
        return first < 0 || second < 0 ? Other : Substitutions[(first * Letters) + second];
    }

    // a-z and the Cyrillic letters from а to ў.
    private static int Index(char letter) => letter switch
    {
        >= 'a' and <= 'z' => letter - 'a',
        >= 'а' and <= 'џ' => letter - 'а' + 26,
        _ => -1,
    };

    private static double[] Table()
    {
        var letters = Enumerable.Range('a', 26).Concat(Enumerable.Range('а', Letters - 26)).Select(code => (char)code).ToArray();
        return [.. letters.SelectMany(written => letters.Select(meant =>
            AlikeLetters.Any(pair => (pair[0] == written && pair[1] == meant) || (pair[1] == written && pair[0] == meant)) ? Alike
            : KeyboardLayouts.AreNeighbours(written, meant) ? Near
            : Other))];
    }
}
