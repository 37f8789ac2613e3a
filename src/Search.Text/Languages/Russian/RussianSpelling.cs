namespace Search.Text.Languages.Russian;

/// <summary>What is done to the letters of a Russian word before its ending is looked for.</summary>
internal static class RussianSpelling
{
    // Their сь is the noun's own: запись, смесь, ось.
    private static readonly string[] NounsInSoftS = ["пись", "месь", "весь", "высь", "рысь", "карась", "авось", "спесь"];

    /// <summary>The word without the reflexive -ся (after a consonant, and in participles) or -сь (after a vowel).</summary>
    public static ReadOnlySpan<char> WithoutReflexive(ReadOnlySpan<char> word, out bool reflexive)
    {
        reflexive = word.Length > 4 && word[^2] == 'с' && (word[^1] == 'я' ? IsVerbal(word[..^2]) : word[^1] == 'ь' && "аеиоуюя".Contains(word[^3]) && !IsNoun(word));
        return reflexive ? word[..^2] : word;
    }

    // карася, Вася: before -ся of a verb stands the end of one of its forms.
    private static bool IsVerbal(ReadOnlySpan<char> form) =>
        "тьлмйшвхзс".Contains(form[^1])
        || form.EndsWith("ая") || form.EndsWith("яя") || form.EndsWith("ее") || form.EndsWith("ие") || form.EndsWith("ую")
        || form.EndsWith("юю") || form.EndsWith("его") || form.EndsWith("ему") || form.EndsWith("ими") || form.EndsWith("ого") || form.EndsWith("гну");

    private static bool IsNoun(ReadOnlySpan<char> word)
    {
        foreach (var end in NounsInSoftS)
        {
            if (word.EndsWith(end))
            {
                return true;
            }
        }

        return false;
    }
}
