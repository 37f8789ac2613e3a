using System.Collections.Frozen;
using System.Text;

namespace Search.Text.Mending;

/// <summary>The keys of the three layouts in use: what one says where another was meant.</summary>
/// <remarks>The standard layouts of Windows: English (US), Russian, Belarusian, which differs from the Russian in three keys and ё.</remarks>
internal static class KeyboardLayouts
{
    //                               the rows of the keyboard, the key left of 1 first
    private const string English = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>";
    private const string Russian = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ";
    private const string Belarusian = "ёйцукенгшўзх'фывапролджэячсмітьбюЁЙЦУКЕНГШЎЗХ'ФЫВАПРОЛДЖЭЯЧСМІТЬБЮ";

    /// <summary>Each way a query can be typed wrongly: the layout that was on, the language that was meant.</summary>
    public static IReadOnlyList<KeyboardMistake> Mistakes { get; } =
    [
        new(Language.English, Language.Russian, Keys(English, Russian)),
        new(Language.English, Language.Belarusian, Keys(English, Belarusian)),
        new(Language.Russian, Language.English, Keys(Russian, English)),
        new(Language.Belarusian, Language.English, Keys(Belarusian, English)),
        new(Language.Russian, Language.Belarusian, Keys(Russian, Belarusian)),
        new(Language.Belarusian, Language.Russian, Keys(Belarusian, Russian)),
    ];

    private static readonly FrozenDictionary<char, (int Row, int Column)> Places = Enumerable.Range(0, 33)
        .SelectMany(key => new[] { English[key], Russian[key], Belarusian[key] }.Distinct().Select(letter => (letter, key)))
        .DistinctBy(place => place.letter)
        .ToFrozenDictionary(place => place.letter, place => PlaceOf(place.key));

    /// <summary>Whether two keys touch, so that a finger may strike one for the other.</summary>
    public static bool AreNeighbours(char first, char second) =>
        Places.TryGetValue(first, out var a) && Places.TryGetValue(second, out var b)
        && Math.Abs(a.Row - b.Row) <= 1 && Math.Abs(a.Column - b.Column) <= 1;

    private static (int Row, int Column) PlaceOf(int key) => key switch
    {
        0 => (0, 0),
        <= 12 => (1, key),
        <= 23 => (2, key - 12),
        _ => (3, key - 23),
    };

    private static FrozenDictionary<char, char> Keys(string from, string to) =>
        from.Zip(to).DistinctBy(pair => pair.First).ToFrozenDictionary(pair => pair.First, pair => pair.Second);
}

/// <summary>One way to type with the wrong layout on.</summary>
/// <param name="Typed">The language whose layout was on.</param>
/// <param name="Meant">The language that was meant.</param>
/// <param name="Keys">What each key should have given.</param>
internal sealed record KeyboardMistake(Language Typed, Language Meant, FrozenDictionary<char, char> Keys)
{
    /// <summary>The text that the same keys give with the layout that was meant.</summary>
    public string Retype(string text)
    {
        var retyped = new StringBuilder(text.Length);
        foreach (var key in text)
        {
            retyped.Append(Keys.GetValueOrDefault(key, key));
        }

        return retyped.ToString();
    }
}
