namespace Search.Text.Languages.Belarusian;

/// <summary>What is done to the letters of a Belarusian word before its ending is looked for.</summary>
internal static class BelarusianSpelling
{
    /// <summary>
    /// The orthography before 1933 (taraskievica) writes the softness that a consonant takes over from the next one:
    /// <c>сьнег</c>, <c>дзейнасьць</c>, <c>пытаньне</c>. The official one leaves it to the reader.
    /// </summary>
    /// <param name="letters">Receives the word; as long as it.</param>
    /// <returns>Letters written.</returns>
    /// <remarks>и and ъ, which a Russian keyboard gives for і and the apostrophe, are no letters of Belarusian and are put right.</remarks>
    public static int WithoutAssimilatedSoftness(ReadOnlySpan<char> word, Span<char> letters)
    {
        word.Replace(letters, 'и', 'і');
        letters[..word.Length].Replace('ъ', '\'');
        if (!word.Contains('ь'))
        {
            return word.Length;
        }

        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] != 'ь' || !TakenOver(word, i))
            {
                letters[length++] = letters[i];
            }
        }

        return length;
    }

    /// <summary>Takes -ся, -цца and the older -сь off a reflexive verb; <c>-цца</c> leaves the <c>-ць</c> of the plain verb.</summary>
    /// <returns>Letters that remain.</returns>
    public static int WithoutReflexive(Span<char> word, out bool reflexive)
    {
        var length = word.Length;
        reflexive = length > 5;
        if (!reflexive)
        {
            return length;
        }

        if (word.EndsWith("цца"))
        {
            word[length - 2] = 'ь';
            return length - 1;
        }

        if (word.EndsWith("ся"))
        {
            // Before -ся stands а only in the past: вучылася, but карася, парася; and a name ends so: Настасся.
            reflexive = (word[length - 3] != 'а' || word[length - 4] == 'л') && !word.EndsWith("асся");
            return reflexive ? length - 2 : length;
        }

        reflexive = word.EndsWith("сь") && IsPast(word[..^2]);
        return reflexive ? length - 2 : length;
    }

    // After these -сь is the reflexive; after others it is the noun's own: Беларусь, восьсю.
    private static bool IsPast(ReadOnlySpan<char> verb) =>
        (verb.Length > 2 && verb[^1] == 'ў' && "аыіеяуэ".Contains(verb[^2]))
        || (verb.Length > 3 && verb[^2] == 'л' && "аоі".Contains(verb[^1]) && "аыіеяуэ".Contains(verb[^3]))
        || verb.EndsWith("чы") || verb.EndsWith("шы") || verb.EndsWith("йце");

    private static bool TakenOver(ReadOnlySpan<char> word, int softSign)
    {
        if (softSign == 0 || softSign + 2 >= word.Length)
        {
            return false;
        }

        var before = word[softSign - 1];
        var after = word[(softSign + 1)..];
        if (before == 'л')
        {
            return after[0] == 'л' && "еёіюя".Contains(after[1]);
        }

        // -ць-це and -нь-це are the imperative, -сь-мі and -нь-мі the instrumental plural: their softness is the stem's own.
        if (!"зсцн".Contains(before) || after is "це" or "мі" or "цеся")
        {
            return false;
        }

        return after.StartsWith("дз")
            ? after.Length > 2 && "еёіюяь".Contains(after[2])
            : "бпвмфлнцсз".Contains(after[0]) && "еёіюяь".Contains(after[1]);
    }
}
