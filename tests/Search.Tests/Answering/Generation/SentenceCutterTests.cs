using Search.Answering.Generation;
using Search.Text;

namespace Search.Tests.Answering.Generation;

public sealed class SentenceCutterTests
{
    private const string Reply = "В 2020 г. Беларусь заняла 40 место [1]. Индекс вырос на 5,8 % [1][2]! Так сказал первый замминистра. [3] Кто ещё? [1]\n- Пункт списка [2].\nКонец [4]";

    private static readonly string[] Sentences =
    [
        "В 2020 г. Беларусь заняла 40 место [1].", "Индекс вырос на 5,8 % [1][2]!", "Так сказал первый замминистра. [3]", "Кто ещё? [1]", "- Пункт списка [2].", "Конец [4]",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(40)]
    [InlineData(1000)]
    public void Sentences_keep_their_markers_wherever_the_pieces_end(int length) =>
        Assert.Equal(Sentences, Cut(Reply.Chunk(length).Select(piece => new string(piece))));

    [Fact]
    public void Random_pieces_give_the_same_sentences()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var pieces = new List<string>();
            for (var at = 0; at < Reply.Length;)
            {
                var length = Math.Min(random.Next(0, 12), Reply.Length - at);
                pieces.Add(Reply.Substring(at, length));
                at += length;
            }

            Assert.Equal(Sentences, Cut(pieces));
        }
    }

    [Fact]
    public void A_sentence_is_given_out_before_the_reply_is_whole()
    {
        var cutter = new SentenceCutter(Language.English);

        Assert.Empty(cutter.Add("Belarus ranked 40th [1]."));
        Assert.Equal(["Belarus ranked 40th [1]."], cutter.Add(" It rose in "));
        Assert.Equal(["It rose in 2022"], cutter.Add("2022").Concat(cutter.End()));
    }

    private static List<string> Cut(IEnumerable<string> pieces)
    {
        var cutter = new SentenceCutter(Language.Russian);
        return [.. pieces.SelectMany(cutter.Add), .. cutter.End()];
    }
}
