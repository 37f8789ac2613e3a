using Search.Retrieval.Suggesting;
using Search.Text;
using Search.Text.Analysis;

namespace Search.Tests.Retrieval.Suggesting;

/// <summary>What a small archive of three languages suggests.</summary>
public sealed class SuggestionTests
{
    private static readonly (Language Language, string Title, string Text)[] Pages =
    [
        (Language.Russian, "Об электронном правительстве", "Развитие электронного правительства обсудил министр связи Константин Шульган. Проект «Умный город» готов."),
        (Language.Russian, "Форум в Минске", "На форуме говорили об электронном правительстве. Константина Шульгана слушали. О проекте «Умный город» говорили тоже."),
        (Language.Russian, "Итоги года", "Сегодня электронное правительство работает. Вопросы Константину Шульгану задавали долго. Самолёт прилетел."),
        (Language.Russian, "Самолёт", "Сегодня цифровая подпись работает. Цифровая подпись нужна."),
        (Language.Russian, "Вторая подпись", "Вчера говорили о цифровой подписи."),
        (Language.Belarusian, "Пра разумны горад", "Пра разумны горад гаварылі на форуме. Аб'ект здадзены."),
        (Language.Belarusian, "Навіны", "У разумным горадзе жыць лягчэй. Здалі аб’ект."),
        (Language.English, "Digital coalition", "The digital coalition was launched by the ITU."),
        (Language.English, "Meeting", "Belarus joined the digital coalition. The ITU was glad."),
    ];

    private static readonly SuggestionIndex Index = Build();

    [Theory]
    [InlineData("электр", "электронное правительство", "phrase", "the nominative stands for all forms")]
    [InlineData("электронного прав", "электронное правительство", "phrase", "any form leads to it")]
    [InlineData("правительств", "электронное правительство", "phrase", "and any word of it")]
    [InlineData("ЭЛЕКТРОННОМУ ", "электронное правительство", "phrase", "a finished word")]
    [InlineData("электронными", "электронное правительство", "phrase", "a form that the archive lacks")]
    [InlineData("эл прав", "электронное правительство", "phrase", "words typed in haste")]
    [InlineData("шульгану", "Константин Шульган", "name", "a name in another case")]
    [InlineData("кон", "Константин Шульган", "name", "a name by its beginning")]
    [InlineData("умн", "Умный город", "name", "a project in quotation marks")]
    [InlineData("'ktrnhjyy", "электронное правительство", "phrase", "typed on the English layout")]
    [InlineData("цшпшефд", null, null, "nobody knows it on any layout")]
    [InlineData("вшпшефд", "digital coalition", "phrase", "typed on the Russian layout")]
    [InlineData("elektronnoe prav", "электронное правительство", "phrase", "in Latin letters")]
    [InlineData("umnyj gor", "Умный город", "name", "in Latin letters")]
    [InlineData("shulg", "Константин Шульган", "name", "a name in Latin letters")]
    [InlineData("разумнага гор", "разумны горад", "phrase", "Belarusian")]
    [InlineData("digital", "digital coalition", "phrase", "English")]
    [InlineData("самолет", "Самолёт", "title", "without the dots of ё")]
    [InlineData("itu", "ITU", "name", "an abbreviation")]
    public void The_first_suggestion_is_what_is_being_typed(string typed, string? expected, string? kind, string why)
    {
        var first = Index.Suggest(typed, 8).FirstOrDefault();

        Assert.True((expected, kind) == (first?.Text, first?.Kind), $"{first?.Kind} {first?.Text}: {why}");
    }

    [Fact]
    public void Forms_of_one_phrase_are_one_suggestion() =>
        Assert.Equal(["электронное правительство", "Об электронном правительстве"], Index.Suggest("электрон", 8).Select(suggestion => suggestion.Text));

    [Fact]
    public void More_frequent_comes_first_and_a_title_keeps_a_place()
    {
        var suggestions = Index.Suggest("п", 3);

        Assert.Contains(suggestions, suggestion => suggestion.Kind == "title");
        Assert.Equal("электронное правительство", suggestions.First(suggestion => suggestion.Kind == "phrase").Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!\"[]{}")]
    [InlineData("\ud800")]
    [InlineData("щщщыыы")]
    public void What_leads_nowhere_suggests_nothing(string typed) => Assert.Empty(Index.Suggest(typed, 8));

    [Fact]
    public void Titles_tell_their_page_and_others_do_not()
    {
        Assert.Equal("page-3", Index.Suggest("самолет", 1)[0].DocumentId);
        Assert.Null(Index.Suggest("itu", 1)[0].DocumentId);
    }

    [Fact]
    public void The_same_pages_give_the_same_bytes_and_bytes_give_the_same_suggestions()
    {
        var first = SuggestionBuilder.Build(Documents(), new TextAnalyzer());
        var bytes = first.ToBytes();

        Assert.Equal(bytes, SuggestionBuilder.Build(Documents(), new TextAnalyzer()).ToBytes());
        Assert.Equal(Index.Suggest("п", 20), new SuggestionIndex(SuggestionData.FromBytes(bytes)).Suggest("п", 20));
    }

    private static SuggestionIndex Build() => new(SuggestionBuilder.Build(Documents(), new TextAnalyzer()));

    private static List<ArchiveDocument> Documents() =>
        [.. Pages.Select((page, number) => new ArchiveDocument($"page-{number}", $"file:{number}", $"{number}", page.Title, page.Text, page.Language, null, $"{number}.txt", ""))];
}
