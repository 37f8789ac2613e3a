using Search.Answering.Verification;
using Search.Tests.Retrieval;
using Search.Text;

namespace Search.Tests.Answering;

public sealed class EvidenceFeaturesTests
{
    // Places of numbers in a description.
    private const int Above = 2;
    private const int Missing = 19;
    private const int Elsewhere = 24;

    [Fact]
    public void A_page_that_holds_the_whole_question_stands_out_from_one_that_shares_a_word()
    {
        var whole = Describe("Сколько автомобилей закупила почта для сельских маршрутов?");
        var shared = Describe("Сколько автомобилей украли у банка?");

        Assert.True(whole[Above] > shared[Above], $"{whole[Above]} above the next page, {shared[Above]} where one word is shared");
        Assert.Equal(0, whole[Missing]);
        Assert.True(shared[Missing] > 0, "the theft stands nowhere");
    }

    [Fact]
    public void A_word_that_the_page_lacks_is_told_from_one_that_stands_nowhere()
    {
        Assert.True(Describe("Сколько автомобилей с точками доступа закупила почта?")[Elsewhere] > 0, "another page tells of access points");
        Assert.Equal(0, Describe("Сколько автомобилей украла почта?")[Elsewhere]);
    }

    private static float[] Describe(string question)
    {
        var evidence = SampleEvidence.Read(
            "ru",
            question,
            SampleArchive.Document("post", Language.Russian, "Почта", "Для сельских маршрутов почта закупила 45 автомобилей."),
            SampleArchive.Document("wifi", Language.Russian, "Интернет", "В пуще открыто 11 точек доступа, туда ходит автобус."));
        var numbers = new float[EvidenceFeatures.Count];
        EvidenceFeatures.Describe(evidence, evidence.Sentences.First(sentence => sentence.Passage.Ranked.Document.Id == "post"), numbers);
        return numbers;
    }
}
