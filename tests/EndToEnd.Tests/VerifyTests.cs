using System.Text.Json;
using EndToEnd.Tests.Service;

namespace EndToEnd.Tests;

[Collection(Seeds.Name)]
public sealed class VerifyTests(SeedsService service)
{
    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task Each_sentence_of_a_text_comes_back_in_its_place_with_its_status_and_sources()
    {
        const string Text = "В 2020 году Беларусь заняла 40-е место в рейтинге электронного правительства. In 2020 Belarus ranked 12th in the e-government index. <b>Paris</b> is the capital of France.";

        var reply = await _client.Post("/v1/verify", new { text = Text });

        Assert.Equal((1, 1, 1), (reply.GetProperty("supported").GetInt32(), reply.GetProperty("contradicted").GetInt32(), reply.GetProperty("notFound").GetInt32()));
        var sentences = reply.GetProperty("sentences").EnumerateArray().ToList();
        Assert.Equal(["supported", "contradicted", "not_found"], sentences.Select(sentence => sentence.Text("status")));
        Assert.All(sentences, sentence => Assert.Equal(sentence.Text("text"), Text.Substring(sentence.GetProperty("start").GetInt32(), sentence.GetProperty("length").GetInt32())));
        Assert.Empty(sentences[2].GetProperty("sources").EnumerateArray());
        foreach (var source in sentences.SelectMany(sentence => sentence.GetProperty("sources").EnumerateArray()))
        {
            await IsVerbatim(source);
        }
    }

    [Fact]
    public async Task A_figure_is_followed_with_the_sentence_of_each_value()
    {
        var reply = await _client.GetJson("/v1/timeline?q=" + Uri.EscapeDataString("Belarus rank in the e-government index"));

        Assert.Equal("rank", reply.Text("kind"));
        var point = Assert.Single(reply.GetProperty("points").EnumerateArray());
        Assert.Equal(("2020", "sentence", 40.0), (point.Text("date"), point.Text("dateFrom"), point.GetProperty("number").GetDouble()));
        await IsVerbatim(point.GetProperty("source"));
    }

    private async Task IsVerbatim(JsonElement source)
    {
        var document = await _client.GetJson($"/v1/documents/{source.Text("id")}");
        Assert.Equal(source.Text("quote"), document.Text("text")!.Substring(source.GetProperty("start").GetInt32(), source.GetProperty("length").GetInt32()));
        Assert.StartsWith("https://mpt.gov.by/", source.Text("url"), StringComparison.Ordinal);
        Assert.Contains("#:~:text=", source.Text("link"), StringComparison.Ordinal);
    }
}
