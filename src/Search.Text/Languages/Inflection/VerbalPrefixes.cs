namespace Search.Text.Languages.Inflection;

/// <summary>The prefixes of verbs, with the spelling that an unstressed or joining vowel gives them: <c>по-йдзе</c> as <c>па-йсці</c>.</summary>
internal sealed class VerbalPrefixes
{
    // More are rare (па-раз-ісціся), and words that only look like two prefixes and a short root are not: рас-пра-віць.
    private const int MostInARow = 1;

    private readonly (string Spelled, string Usual)[] prefixes;

    private VerbalPrefixes((string, string)[] prefixes) => this.prefixes = prefixes;

    /// <summary>Reads <c>usual spelling ⇥ other spellings ⇥ why</c>.</summary>
    public static VerbalPrefixes Read(string text) => new(
        [.. RuleTable.Rows(text, "prefixes", 3).SelectMany(cells => RuleTable.Words(cells[1]).Prepend(cells[0]).Select(spelled => (spelled, cells[0])))]);

    /// <summary>Whether letters before a pattern are what it asks for.</summary>
    public bool Allow(Prefix asked, ReadOnlySpan<char> letters) =>
        asked == Prefix.None || ((asked == Prefix.Optional || letters.Length > 0) && Spell(letters, [], MostInARow, out _));

    /// <summary>Writes prefixes in their usual spelling.</summary>
    /// <param name="usual">Room for as many letters; nothing is written where it is empty.</param>
    /// <returns>False where the letters are not prefixes in a row.</returns>
    public bool Spell(ReadOnlySpan<char> letters, Span<char> usual, out int length) => Spell(letters, usual, MostInARow, out length);

    private bool Spell(ReadOnlySpan<char> letters, Span<char> usual, int more, out int length)
    {
        length = 0;
        if (letters.Length == 0)
        {
            return true;
        }

        if (more == 0)
        {
            return false;
        }

        foreach (var (spelled, wanted) in prefixes)
        {
            // An apostrophe parts the prefix from я ю е ё: аб'ехаць.
            var taken = spelled.Length < letters.Length && letters[spelled.Length] == '\'' ? spelled.Length + 1 : spelled.Length;
            if (letters.StartsWith(spelled)
                && (spelled.Length > 1 || taken == letters.Length) // з and у stand next to the root: су- is no row of them
                && Spell(letters[taken..], usual.Length == 0 ? usual : usual[wanted.Length..], more - 1, out var rest))
            {
                if (usual.Length > 0)
                {
                    wanted.CopyTo(usual);
                }

                length = wanted.Length + rest;
                return true;
            }
        }

        return false;
    }
}
