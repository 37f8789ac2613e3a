using System.Collections.Frozen;

namespace Search.Text.Languages;

/// <summary>What stands around an abbreviation, which tells whether its full stop may end the sentence too.</summary>
internal enum AbbreviationPlace : byte
{
    /// <summary>Before what it names: <c>ул. Ленина</c>, <c>Mr. Smith</c>; hardly ever last.</summary>
    BeforeName,

    /// <summary>Before a number: <c>рис. 1</c>, <c>No. 5</c>; elsewhere it is an ordinary word, which may be last.</summary>
    BeforeNumber,

    /// <summary>Behind a number, where it may be last: <c>2020 г.</c>, <c>XX в.</c>; elsewhere before a name: <c>г. Минск</c>.</summary>
    BehindNumberOrBeforeName,

    /// <summary>Behind a quantity or at the end of a list: <c>5 млн.</c>, <c>и т.д.</c>; may be last.</summary>
    MayBeLast,
}

/// <summary>Abbreviations that are written with a full stop, in the three languages.</summary>
internal static class Abbreviations
{
    /// <summary>A row: place, words in lower case without the last stop, what they are.</summary>
    private static readonly (AbbreviationPlace Place, string Words, string What)[] Rows =
    [
        // Russian
        (AbbreviationPlace.BeforeName, "ул просп пер пл наб бул мкр дер пос гор респ обл", "streets, places"),
        (AbbreviationPlace.BeforeName, "им св тов гр проф акад доц канд докт зам зав нач пом вр худ реж авт ген полк подп лейт", "persons, offices, what is named after them"),
        (AbbreviationPlace.BeforeName, "см ср напр англ нем франц лат греч укр польск тел факс эл", "references, languages, contacts"),
        (AbbreviationPlace.BeforeNumber, "рис табл гл разд прил прим вып изд абз ст ст-т подп стр пп кв оф каб эт корп", "numbered parts of texts and houses"),
        (AbbreviationPlace.MayBeLast, "руб коп долл тыс млн млрд трлн чел экз шт куб сек мин час сут мес нед гг вв гос", "quantities, spans of time"),
        (AbbreviationPlace.MayBeLast, "т.д т.п др пр проч н.э", "open ends"),
        (AbbreviationPlace.BeforeName, "т.е т.к т.н и.о в.и.о", "inside a sentence"),
        (AbbreviationPlace.BehindNumberOrBeforeName, "г в с п ч т д л м ш", "год and город, век, страница and село, пункт, часть and час, том and тонна, дом and деревня"),

        // Belarusian, where it differs
        (AbbreviationPlace.BeforeName, "вул прасп зав нам праф вобл рэсп імя ім св сп спн акад напр параўн гл пл зав", "streets, persons, references"),
        (AbbreviationPlace.BeforeNumber, "мал табл арт дад разд заўв выд", "numbered parts"),
        (AbbreviationPlace.MayBeLast, "кап чал адз гадз хв стст інш г.д г.зн", "quantities, open ends"),

        // English
        (AbbreviationPlace.BeforeName, "mr mrs ms messrs dr prof st mt rev hon gen col lt capt sgt maj gov sen rep pres amb vs cf e.g i.e viz approx", "persons, inside a sentence"),
        (AbbreviationPlace.BeforeNumber, "no nos fig figs vol vols art sec ch p pp para jan feb mar apr jun jul aug sep sept oct nov dec", "numbered parts, months"),
        (AbbreviationPlace.MayBeLast, "etc inc ltd co corp jr sr al a.m p.m bn mn hrs min ave rd sq", "companies, quantities, open ends"),
    ];

    /// <summary>What a few stand for, so that either spelling finds the other: abbreviation, Russian word, Belarusian word.</summary>
    private static readonly (string Abbreviation, string Russian, string Belarusian)[] Meanings =
    [
        ("млн", "миллион", "мільён"), ("млрд", "миллиард", "мільярд"), ("трлн", "триллион", "трыльён"), ("тыс", "тысяча", "тысяча"),
        ("руб", "рубль", "рубель"), ("ул", "улица", ""), ("вул", "", "вуліца"), ("обл", "область", ""), ("вобл", "", "вобласць"),
        ("гг", "год", "год"), ("зам", "заместитель", ""), ("нам", "", "намеснік"),
    ];

    private static readonly FrozenDictionary<string, AbbreviationPlace> Places = Build();
    private static readonly FrozenDictionary<string, AbbreviationPlace>.AlternateLookup<ReadOnlySpan<char>> PlacesBySpan =
        Places.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Where an abbreviation stands; <see langword="null"/> for a word that is none.</summary>
    /// <param name="word">Lower case, without the full stop at its end.</param>
    public static AbbreviationPlace? PlaceOf(ReadOnlySpan<char> word) => PlacesBySpan.TryGetValue(word, out var place) ? place : null;

    /// <summary>The full word in its first form, empty where the language does not abbreviate so.</summary>
    public static string MeaningOf(ReadOnlySpan<char> word, Language language)
    {
        foreach (var (abbreviation, russian, belarusian) in Meanings)
        {
            if (word.SequenceEqual(abbreviation))
            {
                return language == Language.Belarusian ? belarusian : language == Language.Russian ? russian : "";
            }
        }

        return "";
    }

    private static FrozenDictionary<string, AbbreviationPlace> Build()
    {
        var places = new Dictionary<string, AbbreviationPlace>(StringComparer.Ordinal);
        foreach (var (place, words, _) in Rows)
        {
            foreach (var word in words.Split(' '))
            {
                places[word] = place;
            }
        }

        return places.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
