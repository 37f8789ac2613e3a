using Search.Text.Translation;

namespace Search.Tests.Translation;

public sealed class SkeletonTests
{
    [Theory]
    [InlineData("арганізацыя", "организация", "organization")]
    [InlineData("камунікацыя", "коммуникация", "communication")]
    [InlineData("дзень", "день", null)]
    [InlineData("працэс", "процесс", "process")]
    [InlineData("лічба", "личба", null)]
    [InlineData("воўк", "вовк", null)]
    public void Cognates_share_a_skeleton(string belarusian, string russian, string? english)
    {
        Assert.Equal(Skeleton.Of(russian), Skeleton.Of(belarusian));
        Assert.Equal(Skeleton.Of(russian), english is null ? Skeleton.Of(russian) : Skeleton.Of(english));
    }

    [Theory]
    [InlineData("дзяржава", "государство")]
    [InlineData("паслуга", "услуга")]
    [InlineData("процент", "проект")]
    public void Strangers_do_not(string one, string other) => Assert.NotEqual(Skeleton.Of(one), Skeleton.Of(other));

    [Theory]
    [InlineData("5g", "digits")]
    [InlineData("ад", "two letters")]
    [InlineData("", "nothing")]
    public void Where_little_is_left_there_is_none(string word, string why) => Assert.True(Skeleton.Of(word).Length == 0, why);

    [Fact]
    public void A_skeleton_has_at_most_five_letters() => Assert.Equal("ahran", Skeleton.Of("агранамічны"));
}
