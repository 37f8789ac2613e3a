using Search.Answering.Training;
using Search.Retrieval;

namespace Search.Tests.Answering;

public sealed class ReaderTrainingTests
{
    [Theory]
    [InlineData("Questions")]
    [InlineData("Questions/World")]
    public void The_projects_own_questions_quote_their_pages(string folder)
    {
        var own = TrainingFiles.Own(Path.Combine(ArchivePaths.Root, "src", "Search.Answering", "Training", folder), "own");
        var texts = own.Documents.ToDictionary(document => document.Id, document => document.Text);

        Assert.Empty(own.Questions.Where(question => question.Golds.Any(gold => !texts[question.DocumentId].Contains(gold, StringComparison.Ordinal))).Select(question => question.Text));
        Assert.Contains(own.Questions, question => question.Golds.Count == 0);
    }

    [Fact]
    public void Pages_of_one_title_are_one_article()
    {
        var folder = Directory.CreateTempSubdirectory("questions");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "sample.txt"), """
                # ru | | Мост
                Мост построен в 1901 году.
                ? ru when | Когда построен мост? | 1901 году | 1901
                # ru | | Мост
                Длина моста 40 метров.
                ? ru howmuch | Какова длина моста? | 40 метров | 40 метров
                # ru | | Завод
                На заводе 12 цехов.
                ? ru howmany | Сколько на заводе цехов? | 12 цехов | 12
                """);

            Assert.Equal(["Мост", "Мост", "Завод"], TrainingFiles.Own(folder.FullName, "own").Questions.Select(question => question.Article));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_same_questions_give_the_same_models()
    {
        var questions = Directory.CreateTempSubdirectory("questions");
        var models = Directory.CreateTempSubdirectory("models");
        try
        {
            File.WriteAllText(Path.Combine(questions.FullName, "sample.txt"), string.Join('\n', Enumerable.Range(1, 6).Select(i => $"""
                # ru | 2019-05-1{i} | Отделение № {i} в деревне
                С 1 июня 201{i} года отделение закрыли. Его обслуживали {10 + i} человек. Деревню навещают {2 + i} машины.
                ? ru when | Когда закрыли отделение № {i}? | С 1 июня 201{i} года | 1 июня 201{i} года
                ? ru howmany | Сколько человек обслуживали отделение № {i}? | {10 + i} человек | {10 + i}
                ! ru missing | Сколько стоила машина отделения № {i}?
                """)));
            var report = new StringWriter();
            var made = new List<(string Name, string Bytes)>[2];
            for (var run = 0; run < 2; run++)
            {
                ReaderTraining.Run(new TrainingSources(questions.FullName), models.FullName, report);
                made[run] = [.. models.GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => (file.Name, Convert.ToHexString(File.ReadAllBytes(file.FullName))))];
            }

            Assert.Equal(["ranker.bin", "sentences.bin", "support.bin", "support.tsv"], made[0].Select(file => file.Name));
            Assert.Equal(made[0], made[1]);
            Assert.Contains("news", report.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            questions.Delete(recursive: true);
            models.Delete(recursive: true);
        }
    }
}
