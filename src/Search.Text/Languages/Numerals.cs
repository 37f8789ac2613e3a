using System.Collections.Frozen;

namespace Search.Text.Languages;

/// <summary>Numerals spelled as words, and what stands behind the digits of ordinals. One, and words that mean more than a number, are left out.</summary>
internal static class Numerals
{
    /// <summary>Ordinals decline as adjectives: value and the stem before the endings.</summary>
    private static readonly (int Value, string Russian, string Belarusian, string English)[] Ordinals =
    [
        (1, "перв", "перш", "first"), (2, "втор", "", ""), (3, "треть", "трэц", "third"), (4, "четверт", "чацвёрт", "fourth"),
        (5, "пят", "пят", "fifth"), (6, "шест", "шост", "sixth"), (7, "седьм", "сём", "seventh"), (8, "восьм", "восьм", "eighth"),
        (9, "девят", "дзявят", "ninth"), (10, "десят", "дзясят", "tenth"),
        (11, "одиннадцат", "адзінаццат", "eleventh"), (12, "двенадцат", "дванаццат", "twelfth"), (13, "тринадцат", "трынаццат", "thirteenth"),
        (14, "четырнадцат", "чатырнаццат", "fourteenth"), (15, "пятнадцат", "пятнаццат", "fifteenth"), (16, "шестнадцат", "шаснаццат", "sixteenth"),
        (17, "семнадцат", "семнаццат", "seventeenth"), (18, "восемнадцат", "васемнаццат", "eighteenth"), (19, "девятнадцат", "дзевятнаццат", "nineteenth"),
        (20, "двадцат", "дваццат", "twentieth"), (30, "тридцат", "трыццат", "thirtieth"), (40, "сороков", "саракав", "fortieth"),
        (50, "пятидесят", "пяцідзясят", "fiftieth"), (60, "шестидесят", "шасцідзясят", "sixtieth"), (70, "семидесят", "сямідзясят", "seventieth"),
        (80, "восьмидесят", "васьмідзясят", "eightieth"), (90, "девяност", "дзевяност", "ninetieth"), (100, "сот", "сот", "hundredth"),
    ];

    // Endings that the cardinal of the same stem has too (пят|и, десят|ью) are not among them.
    private const string RussianEndings = "ый ой ого ому ым ом ая ую ое ые ых ыми";
    private const string BelarusianEndings = "ы і ага яга ога аму яму ому ым ім ая яя ую юю ай яй ой ае яе ое ыя ія ых іх ымі імі";
    private const string RussianThirdEndings = "его ему им ем я ю ей е и их ими";

    /// <summary>Forms of cardinals. English second, Belarusian другі and the numeral one are ordinary words first.</summary>
    private static readonly (int Value, string Forms)[] Cardinals =
    [
        (2, "два две двух двум двумя дзве дзвюх дзвюм дзвюма двума two"), (3, "три трех трем тремя тры трох тром трыма three"),
        (4, "четыре четырех четырем четырьмя чатыры чатырох чатыром чатырма four"), (5, "пять пяти пятью пяць пяці пяццю five"),
        (6, "шесть шести шестью шэсць шасці шасцю six"), (7, "семь семью сем сямі сямю seven"),
        (8, "восемь восьми восемью восем васьмі васьмю eight"), (9, "девять девяти девятью дзевяць дзевяці дзевяццю nine"),
        (10, "десять десяти десятью дзесяць дзесяці дзесяццю ten"), (11, "одиннадцать одиннадцати адзінаццаць адзінаццаці eleven"),
        (12, "двенадцать двенадцати дванаццаць дванаццаці twelve"), (13, "тринадцать тринадцати трынаццаць трынаццаці thirteen"),
        (14, "четырнадцать четырнадцати чатырнаццаць чатырнаццаці fourteen"), (15, "пятнадцать пятнадцати пятнаццаць пятнаццаці fifteen"),
        (16, "шестнадцать шестнадцати шаснаццаць шаснаццаці sixteen"), (17, "семнадцать семнадцати семнаццаць семнаццаці seventeen"),
        (18, "восемнадцать восемнадцати васемнаццаць васемнаццаці eighteen"), (19, "девятнадцать девятнадцати дзевятнаццаць дзевятнаццаці nineteen"),
        (20, "двадцать двадцати двадцатью дваццаць дваццаці дваццаццю twenty"), (30, "тридцать тридцати тридцатью трыццаць трыццаці трыццаццю thirty"),
        (40, "сорок сорока сорак сарака forty"), (50, "пятьдесят пятидесяти пяцьдзясят пяцідзесяці fifty"),
        (60, "шестьдесят шестидесяти шэсцьдзесят шасцідзесяці sixty"), (70, "семьдесят семидесяти семдзесят сямідзесяці seventy"),
        (80, "восемьдесят восьмидесяти восемдзесят васьмідзесяці eighty"), (90, "девяносто девяноста дзевяноста ninety"),
        (100, "сто ста hundred"), (200, "двести двухсот дзвесце"), (300, "триста трехсот трыста"), (400, "четыреста чатырыста"), (500, "пятьсот пяцьсот"),
        (600, "шестьсот шэсцьсот"), (700, "семьсот семсот"), (800, "восемьсот восемсот"), (900, "девятьсот дзевяцьсот"), (1000, "тысяча тысяч тысячи тысячу тысячы thousand"),
    ];

    /// <summary>Endings behind the digits of an ordinal or declined cardinal: <c>40-е</c>, <c>5-ти</c>, <c>40th</c>.</summary>
    private static readonly FrozenSet<string> DigitSuffixes =
        ("й я е го му м х ю ми ый ая ое ые ого ому ом ой ых ым ую ыми ий ья ье ьи его ему ем ей их ти мя и " +
         "ы і га му мі ці ага аму ай ыя ае ую ых ым ма " +
         "st nd rd th").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> OrdinalForms = BuildOrdinals();
    private static readonly FrozenDictionary<string, int> CardinalForms = BuildCardinals();
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> OrdinalBySpan = OrdinalForms.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> CardinalBySpan = CardinalForms.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SuffixBySpan = DigitSuffixes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Value of a spelled ordinal, <see langword="null"/> for other words.</summary>
    /// <param name="form">A normalised word, ё as in its language.</param>
    public static int? OrdinalValue(ReadOnlySpan<char> form) => OrdinalBySpan.TryGetValue(form, out var value) ? value : RomanValue(form);

    /// <summary>Value of a spelled cardinal of two or more, <see langword="null"/> for other words.</summary>
    public static int? CardinalValue(ReadOnlySpan<char> form) => CardinalBySpan.TryGetValue(form, out var value) ? value : null;

    /// <summary>Whether digits with this behind them are an ordinal.</summary>
    public static bool IsOrdinalSuffix(ReadOnlySpan<char> suffix) => SuffixBySpan.Contains(suffix);

    /// <summary>Congresses, centuries and forums are numbered II to XXXIX; above, and below, letters are more often a word.</summary>
    private static int? RomanValue(ReadOnlySpan<char> form)
    {
        if (form.Length is < 2 or > 7 || form.ContainsAnyExcept('i', 'v', 'x'))
        {
            return null;
        }

        var tens = form.IndexOfAnyExcept('x');
        tens = tens < 0 ? form.Length : tens;
        var units = form[tens..] switch
        {
            "" => 0,
            "i" => 1,
            "ii" => 2,
            "iii" => 3,
            "iv" => 4,
            "v" => 5,
            "vi" => 6,
            "vii" => 7,
            "viii" => 8,
            "ix" => 9,
            _ => -1,
        };
        return tens <= 3 && units >= 0 ? (10 * tens) + units : null;
    }

    private static FrozenDictionary<string, int> BuildOrdinals()
    {
        // Irregular in Russian: третий has no ь in its first form.
        var forms = new Dictionary<string, int>(StringComparer.Ordinal) { ["третий"] = 3 };
        foreach (var (value, russian, belarusian, english) in Ordinals)
        {
            AddForms(forms, value, russian, value == 3 ? RussianThirdEndings : RussianEndings);
            AddForms(forms, value, belarusian, BelarusianEndings);
            if (english.Length > 0)
            {
                forms[english] = value;
            }
        }

        return forms.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void AddForms(Dictionary<string, int> forms, int value, string stem, string endings)
    {
        foreach (var ending in endings.Split(' '))
        {
            if (stem.Length > 0)
            {
                forms.TryAdd(stem + ending, value);
            }
        }
    }

    private static FrozenDictionary<string, int> BuildCardinals()
    {
        var values = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (value, forms) in Cardinals)
        {
            foreach (var form in forms.Split(' '))
            {
                values[form] = value;
            }
        }

        return values.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
