using Search.Text;

namespace Search.Answering.Extraction;

/// <summary>Spans of time that rates are counted by: "per hour", «в месяц».</summary>
internal static class Rates
{
    // Words behind «в», «у» or "per", then the name in English, Russian and Belarusian.
    private static readonly (string[] Words, string English, string Russian, string Belarusian)[] All =
    [
        (["секунду", "second"], "per second", "в секунду", "у секунду"),
        (["минуту", "хвіліну", "minute"], "per minute", "в минуту", "у хвіліну"),
        (["час", "гадзіну", "hour"], "per hour", "в час", "у гадзіну"),
        (["сутки", "суткі", "день", "дзень", "day"], "per day", "в день", "у дзень"),
        (["неделю", "тыдзень", "week"], "per week", "в неделю", "у тыдзень"),
        (["месяц", "month"], "per month", "в месяц", "у месяц"),
        (["квартал", "quarter"], "per quarter", "в квартал", "у квартал"),
        (["год", "year"], "per year", "в год", "у год"),
    ];

    /// <summary>What a rate is called that is counted by a word; <see langword="null"/> where none is.</summary>
    /// <param name="word">The word behind the preposition, lower case.</param>
    /// <param name="language">Language of the name.</param>
    public static string? Name(string word, Language language) =>
        Array.Find(All, rate => Array.IndexOf(rate.Words, word) >= 0) is { Words: not null } rate
            ? language switch { Language.English => rate.English, Language.Belarusian => rate.Belarusian, _ => rate.Russian }
            : null;
}
