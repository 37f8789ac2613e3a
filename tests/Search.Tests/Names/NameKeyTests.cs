using Search.Text.Names;

namespace Search.Tests.Names;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData("мінск минск minsk", "one spelling")]
    [InlineData("шульган шульган shulhan shulgan", "г as h and as g")]
    [InlineData("гродна гродно hrodna grodno", "unstressed о and а")]
    [InlineData("віцебск витебск vitebsk viciebsk vitsebsk", "ц for soft т; ie")]
    [InlineData("магілёў могилёв mogilev mahilioŭ mahilyow mahiliou", "ў as ŭ, w and u")]
    [InlineData("баранавічы барановичи baranovichi baranavičy baranavichy", "ч")]
    [InlineData("дзяржынск дзержинск dzerzhinsk dziaržynsk dzyarzhynsk", "дз")]
    [InlineData("шчучын щучин shchuchin ščučyn shchuchyn", "щ")]
    [InlineData("лукашэнка лукашенко lukashenko lukashenka łukašenka", "ł, š")]
    [InlineData("аляксей алексей alexey aliaksei", "vowels that meet")]
    [InlineData("хадкевіч ходкевич khodkevich chadkievič khadkevich", "ch as х")]
    [InlineData("белтэлекам белтелеком beltelecom beltelekam", "c as к")]
    [InlineData("савіцкі савицкий savitsky savicki savitski", "c as ц, -ий")]
    public void Spellings_of_one_name_share_a_key(string spellings, string why)
    {
        var keys = spellings.Split(' ').Select(NameKey.Of).ToList();
        foreach (var other in keys)
        {
            Assert.True(keys[0].Intersect(other).Any(), $"{why}: {string.Join(" | ", keys.Select(key => string.Join(',', key)))}");
        }
    }

    [Theory]
    [InlineData("минск", "пинск")]
    [InlineData("гомель", "могилев")]
    [InlineData("ivanov", "петров")]
    [InlineData("лида", "лодзь")]
    public void Other_names_do_not(string one, string other) => Assert.Empty(NameKey.Of(one).Intersect(NameKey.Of(other)));

    [Theory]
    [InlineData("luther", "лютер")]
    [InlineData("rosen", "розен")]
    [InlineData("jefferson", "джефферсон")]
    public void Names_written_after_the_ear_share_their_consonants(string latin, string cyrillic) =>
        Assert.NotEmpty(NameKey.Consonants(latin).Intersect(NameKey.Consonants(cyrillic)));

    [Theory]
    [InlineData("")]
    [InlineData("2020")]
    [InlineData("-'")]
    public void Without_letters_there_is_no_key(string text)
    {
        Assert.Empty(NameKey.Of(text));
        Assert.Empty(NameKey.Consonants(text));
    }

    [Fact]
    public void Two_consonants_are_too_few_for_a_key_of_consonants() => Assert.Empty(NameKey.Consonants("luka"));
}
