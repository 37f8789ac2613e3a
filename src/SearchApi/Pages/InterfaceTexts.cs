using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Search.Text;

namespace SearchApi.Pages;

/// <summary>What the pages say in one of three languages; the words stand in <c>Pages/Texts/CODE.json</c>.</summary>
internal sealed class InterfaceTexts
{
    private static readonly FrozenDictionary<Language, InterfaceTexts> ByLanguage =
        LanguageCodes.All.ToFrozenDictionary(language => language, language => new InterfaceTexts(language));

    private readonly FrozenDictionary<string, string> _texts;

    private InterfaceTexts(Language language)
    {
        Language = language;
        using var stream = typeof(InterfaceTexts).Assembly.GetManifestResourceStream($"texts/{language.Code()}.json")
            ?? throw new InvalidOperationException($"The texts of {language} are not in the assembly.");
        _texts = (JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? []).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Language of these texts.</summary>
    public Language Language { get; }

    /// <summary>Names of all texts.</summary>
    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>A text.</summary>
    /// <exception cref="KeyNotFoundException">There is no text of this name.</exception>
    public string this[string key] => _texts[key];

    /// <summary>The texts in <paramref name="language"/>; Russian for an unknown one.</summary>
    public static InterfaceTexts In(Language language) => ByLanguage.GetValueOrDefault(language) ?? ByLanguage[Language.Russian];

    /// <summary>The texts that a visitor wants: by <c>?ui=</c>, else by <c>Accept-Language</c>, else Russian, the language of most pages.</summary>
    public static InterfaceTexts For(HttpRequest request)
    {
        if (LanguageCodes.Parse(request.Query["ui"].FirstOrDefault()) is { } chosen)
        {
            return In(chosen);
        }

        var wanted = request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality is null or > 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => LanguageCodes.Parse(language.Value.ToString().Split('-')[0]))
            .FirstOrDefault(language => language is not null);
        return In(wanted ?? Language.Russian);
    }

    /// <summary>A text with <paramref name="value"/> in place of <c>{0}</c>.</summary>
    public string With(string key, string value) => _texts[key].Replace("{0}", value, StringComparison.Ordinal);

    /// <summary>A counted noun in the right number: <c>KEY.one</c>, <c>KEY.few</c> or <c>KEY.many</c>.</summary>
    public string Count(string key, int count) => With($"{key}.{NumberForm(count)}", count.ToString(CultureInfo.InvariantCulture));

    /// <summary>A date in words, as exactly as it is known.</summary>
    public string Date(PartialDate date)
    {
        var year = date.Year.ToString(CultureInfo.InvariantCulture);
        return (date.Month, date.Day) switch
        {
            (int month, int day) => string.Create(CultureInfo.InvariantCulture, $"{day}\u00A0{Month("date.months", month)} {year}"),
            (int month, null) => $"{Month("date.monthsAlone", month)} {year}",
            _ => year,
        };
    }

    /// <summary>A language's name in this language.</summary>
    public string NameOf(Language language) => _texts[$"language.{language.Code()}"];

    private string Month(string key, int month) => _texts[key].Split(' ')[month - 1];

    // CLDR plural rules: Belarusian and Russian by the last two digits, English by one.
    private string NumberForm(int count) => Language == Language.English
        ? count == 1 ? "one" : "many"
        : (count % 10, count % 100) switch
        {
            (_, >= 11 and <= 14) => "many",
            (1, _) => "one",
            (>= 2 and <= 4, _) => "few",
            _ => "many",
        };
}
