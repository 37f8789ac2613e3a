using System.Globalization;
using System.Text.RegularExpressions;
using Search.Answering;
using Search.Answering.Reading;
using Search.Tests.Parsing;
using Search.Tests.Retrieval;
using Search.Text;

namespace Search.Tests.Answering;

/// <summary>What holds for every answer, whatever was asked: over the sample archive and pages of the tests' own.</summary>
public sealed partial class EveryAnswerTests
{
    private static readonly Lazy<QuestionAnswerer> Archive = new(() => new QuestionAnswerer(SampleArchive.Retriever([.. SeedPages(), .. OwnPages()])));

    private static readonly string[] Questions =
    [
        "Какое место заняла Беларусь в рейтинге электронного правительства в 2020 году?", "when did Belarus rank 40th in e-government?", "калі Беларусь заняла 40-е месца па электронным урадзе?",
        "Какое место заняла Беларусь в рейтинге электронного правительства в 2012 году?", "When did Belarus rank 12th in e-government?", "На сколько процентов вырос индекс Беларуси по сравнению с 2018 годом?",
        "Когда министр Сербии был в Беларуси?", "Who is the minister of information of Serbia?", "З кім сустрэўся міністр сувязі 16 жніўня 2024 года?", "Who represents UNDP in Belarus?",
        "На какие годы принята программа «Цифровое развитие Беларуси»?", "Which platforms are being created in the state programme?", "Што абмяркоўвалася 27 жніўня 2020 года?", "Where did the Partner2Connect meeting take place?",
        "When did the minister take part in the Partner2Connect meeting?", "Что отмечается в ноябре 2024 года?", "Сколько лет дипломатическим отношениям Беларуси и Сербии?", "Кто принял участие в онлайн-конференции по электронному правительству?",
        "Сколько стоит простое письмо?", "How much does a letter cost now?", "Колькі каштуе просты ліст?", "Сколько стоило простое письмо в 2019 году?", "Почему подняли тарифы на письма?",
        "Сколько деревьев посадили в Лошицком парке?", "how many trees were planted", "Колькі тон смецця сабралі?", "Хто высадзіў дрэвы?", "Сколько базовых станций 5G работает в Минске?", "Сколько базовых станций 5G работает в Бресте?",
        "Какие подпрограммы входят в программу?", "Which subprogrammes are there?", "Якія падпраграмы ўваходзяць у праграму?", "Сколько почтовых отделений было в 2022 году?", "How many post offices were there in 2021?",
        "Закрыто ли отделение почты в Заречье?", "Is the post office in Zarechye closed?", "Почему закрыто отделение почты в деревне Заречье?", "Сколько стоит билет в метро?", "Как приготовить драники?", "Спасибо!",
    ];

    [Fact]
    public async Task Quotes_markers_and_figures_of_every_answer_hold()
    {
        var grounded = 0;
        foreach (var question in Questions)
        {
            var answer = await Archive.Value.AskAsync(new QuestionRequest(question));
            var citations = answer switch { Answer.Grounded some => some.Citations, Answer.Declined none => none.Citations, _ => [] };
            var sentences = answer switch { Answer.Grounded some => some.Sentences, Answer.Declined none => [new AnswerSentence(none.Explanation, [.. none.Citations.Select(citation => citation.Number)])], _ => [] };
            grounded += answer is Answer.Grounded ? 1 : 0;
            Assert.All(citations, citation => Assert.True(citation.Quote == citation.Span.Of(citation.Document.Text), question));
            Assert.Equal(Enumerable.Range(1, citations.Count), citations.Select(citation => citation.Number));
            foreach (var sentence in sentences)
            {
                Assert.True(Marker().Matches(sentence.Text).Select(marker => int.Parse(marker.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Distinct().Order().SequenceEqual(sentence.Citations.Distinct().Order()), $"{question}: {sentence.Text}");
                Assert.All(sentence.Citations, number => Assert.Contains(citations, citation => citation.Number == number));
                if (sentence.Citations.Count > 0)
                {
                    var strange = FiguresNotIn(sentence.Text, answer.Question.Language, [.. sentence.Citations.Select(number => citations[number - 1])], question);
                    Assert.True(strange.Count == 0, $"{question}: {string.Join(" ", strange)} in “{sentence.Text}”");
                }
            }
        }

        Assert.InRange(grounded, Questions.Length / 2, Questions.Length);
    }

    [Fact]
    public async Task Every_answer_is_the_same_on_every_run()
    {
        foreach (var question in Questions)
        {
            var (first, second) = (await Archive.Value.AskAsync(new QuestionRequest(question)), await Archive.Value.AskAsync(new QuestionRequest(question)));

            Assert.Equal((first as Answer.Grounded)?.Text ?? ((Answer.Declined)first).Explanation, (second as Answer.Grounded)?.Text ?? ((Answer.Declined)second).Explanation);
        }
    }

    // Digits of the sentence that stand neither in a cited page's passage, title or date nor in the question.
    private static List<string> FiguresNotIn(string text, Language language, IReadOnlyList<Citation> citations, string question)
    {
        var known = new HashSet<double>();
        foreach (var citation in citations)
        {
            var passage = PassageReader.Passages(citation.Document).Single(passage => passage.Id == citation.Passage);
            var published = citation.Document.Published;
            foreach (var (source, of) in new[] { (passage.Text, passage.Language), (citation.Document.Title, citation.Document.Language), (string.Join('\n', passage.Headings), passage.Language), (published?.ToString().Replace('-', ' ') ?? "", Language.Russian), (question, language) })
            {
                // A quote keeps the decimal mark of its page.
                foreach (var token in ReadingTokenizer.Read(source, of).Concat(ReadingTokenizer.Read(source, language)))
                {
                    known.UnionWith(Parts(token));
                }
            }
        }

        return [.. ReadingTokenizer.Read(Marker().Replace(text, ""), language)
            .Where(token => token.Shape is TokenShape.Number or TokenShape.Mixed && !double.IsNaN(token.Value) && !known.Contains(token.Value))
            .Select(token => token.Lower)];
    }

    private static IEnumerable<double> Parts(ReadingToken token)
    {
        if (!double.IsNaN(token.Value))
        {
            yield return token.Value;
        }

        foreach (Match digits in Digits().Matches(token.Lower))
        {
            yield return double.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);
        }
    }

    private static IEnumerable<ArchiveDocument> SeedPages() => SeedArchive.ByFileNumber.OrderBy(page => page.Key, StringComparer.Ordinal).Select(page => page.Value);

    private static IEnumerable<ArchiveDocument> OwnPages() =>
    [
        SampleArchive.Document("letters-2019", Language.Russian, "Тарифы на письма", "С 1 февраля 2019 года простое письмо по стране стоит 60 копеек.", new PartialDate(2019, 1, 25)),
        SampleArchive.Document("letters-2024", Language.Russian, "Новые тарифы на письма", "С 1 апреля 2024 года простое письмо по стране стоит 84 копейки. Тарифы подняли из-за роста затрат на топливо.", new PartialDate(2024, 3, 20)),
        SampleArchive.Document("trees", Language.Belarusian, "Суботнік у Лошыцкім парку", "21 красавіка 2018 г. работнікі Мінсувязі высадзілі 300 дрэў у Лошыцкім парку Мінска. Сабрана 12 тон смецця.", new PartialDate(2018, 4, 21)),
        SampleArchive.Document("stations", Language.Russian, "Сеть 5G в Минске", "В Минске заработала сеть 5G. Шесть базовых станций 5G работают в диапазоне 3,5 ГГц. Позднее сеть появится в Бресте.", new PartialDate(2020, 5, 22)),
        SampleArchive.Document("office", Language.Russian, "Отделение почты в Заречье", "12 мая 2021 года в деревне Заречье открыто новое отделение почты, потому что жителей стало больше.", new PartialDate(2021, 5, 13)),
        SampleArchive.Document("programme", Language.Russian, "Государственная программа", "В программу входят подпрограммы:\n\n- «Инфраструктура»;\n- «Цифровые услуги»;\n- «Кадры».\n\nЧисло почтовых отделений:\n\n| Год | Отделений |\n|---|---|\n| 2021 | 2 950 |\n| 2022 | 2 790 |", new PartialDate(2023, 2, 10)),
    ];

    [GeneratedRegex(@"\[([0-9]{1,3})\]")]
    private static partial Regex Marker();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
