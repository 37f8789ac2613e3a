using System.Collections.Frozen;

namespace Search.Text.Languages;

/// <summary>Month names of the three languages in every case, with the usual short forms; lower case.</summary>
internal static class MonthNames
{
    /// <summary>A row a month and language: the forms that stand in texts.</summary>
    private static readonly (int Month, string Forms)[] Rows =
    [
        // Russian: nominative, genitive, dative, instrumental, prepositional; the short form of tables.
        (1, "январь января январю январем январём январе янв"),
        (2, "февраль февраля февралю февралем февралём феврале фев февр"),
        (3, "март марта марту мартом марте мар"),
        (4, "апрель апреля апрелю апрелем апреле апр"),
        (5, "май мая маю маем мае"),
        (6, "июнь июня июню июнем июне"),
        (7, "июль июля июлю июлем июле"),
        (8, "август августа августу августом августе авг"),
        (9, "сентябрь сентября сентябрю сентябрем сентябрём сентябре сен сент"),
        (10, "октябрь октября октябрю октябрем октябрём октябре окт"),
        (11, "ноябрь ноября ноябрю ноябрем ноябрём ноябре ноя нояб"),
        (12, "декабрь декабря декабрю декабрем декабрём декабре дек"),

        // Belarusian, official orthography; травень is the classical name of May.
        (1, "студзень студзеня студзеню студзенем студзені студз"),
        (2, "люты лютага лютаму лютым лют"),
        (3, "сакавік сакавіка сакавіку сакавіком сак"),
        (4, "красавік красавіка красавіку красавіком крас"),
        (5, "май мая маю маем маі травень траўня траўню траўнем траўні"),
        (6, "чэрвень чэрвеня чэрвеню чэрвенем чэрвені чэрвня чэрвні чэрв"),
        (7, "ліпень ліпеня ліпеню ліпенем ліпені ліпня ліпні ліп"),
        (8, "жнівень жніўня жніўню жніўнем жніўні жнів"),
        (9, "верасень верасня верасню вераснем верасні верасьня верасьні вер"),
        (10, "кастрычнік кастрычніка кастрычніку кастрычнікам кастр"),
        (11, "лістапад лістапада лістападу лістападам лістападзе ліст"),
        (12, "снежань снежня снежню снежнем снежні сьнежань сьнежня сьнежні снеж"),

        (1, "january jan"), (2, "february feb"), (3, "march mar"), (4, "april apr"), (5, "may"), (6, "june jun"),
        (7, "july jul"), (8, "august aug"), (9, "september sept sep"), (10, "october oct"), (11, "november nov"), (12, "december dec"),
    ];

    /// <summary>Forms that are also other words, so that they mean a month only beside a day or a year.</summary>
    private static readonly FrozenSet<string> AlsoOtherWords = new[]
    {
        "may", "march", "mar", "august", "jan", "jun", "sep", "dec", // may I, to march, an august body, names
        "мая", "маю", "маем", "маі", // Belarusian: my, I have, we have, my (plural)
        "мае", // Belarusian: has
        "люты", "лютага", "лютаму", "лютым", "лют", // Belarusian: fierce
        "мар", "дек", "сен", "окт", "ноя", "авг", "апр", "фев", "янв", "сент", "нояб", "февр",
        "студз", "сак", "крас", "чэрв", "ліп", "жнів", "вер", "кастр", "ліст", "снеж", // ліст is a letter, крас is beauties
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Months = Rows
        .SelectMany(row => row.Forms.Split(' '), (row, form) => (form, row.Month))
        .Distinct()
        .ToFrozenDictionary(pair => pair.form, pair => pair.Month, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup = Months.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OtherWords = AlsoOtherWords.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int LongestForm = Months.Keys.Max(form => form.Length);

    /// <summary>Month that a word names, 1 to 12; 0 where it names none.</summary>
    /// <param name="word">A run of letters in any case; a Latin i among Cyrillic letters is read as і.</param>
    /// <param name="needsNumber">Whether the word is a month only beside a day or a year.</param>
    public static int Find(ReadOnlySpan<char> word, out bool needsNumber)
    {
        needsNumber = false;
        if (word.Length < 3 || word.Length > LongestForm)
        {
            return 0;
        }

        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        if (lower.ContainsAnyInRange('а', 'я'))
        {
            lower.Replace('i', 'і');
        }

        if (!Lookup.TryGetValue(lower, out var month))
        {
            return 0;
        }

        needsNumber = OtherWords.Contains(lower);
        return month;
    }
}
