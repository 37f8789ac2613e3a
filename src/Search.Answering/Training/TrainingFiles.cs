using System.Text.Json;
using Search.Text;

namespace Search.Answering.Training;

/// <summary>Reads training material: the project's own questions, and SQuAD and XQuAD as JSON lines.</summary>
internal static class TrainingFiles
{
    /// <summary>The project's own format: <c># LANG | DATE | TITLE</c>, text, then <c>? LANG KIND | question | spans | short answer</c> and <c>! LANG WHY | question</c>.</summary>
    /// <remarks>Pages of one title are one article: the models that measure its questions saw none of them.</remarks>
    /// <param name="folder">Folder of <c>*.txt</c> files; those of its subfolders are left alone.</param>
    /// <param name="name">Name in reports.</param>
    public static TrainingCollection Own(string folder, string name)
    {
        var documents = new List<ArchiveDocument>();
        var questions = new List<TrainingQuestion>();
        foreach (var file in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var text = new List<string>();
            string[]? head = null;
            foreach (var line in File.ReadLines(file).Append("# "))
            {
                if (line.StartsWith("# ", StringComparison.Ordinal))
                {
                    if (head is not null)
                    {
                        documents.Add(Document(DocumentId(documents.Count), head[2], string.Join('\n', text), LanguageCodes.Parse(head[0]) ?? Language.Russian, PartialDate.Parse(head[1])));
                    }

                    head = line.Length > 2 ? [.. line[2..].Split('|').Select(part => part.Trim())] : null;
                    text.Clear();
                }
                else if (line.StartsWith("? ", StringComparison.Ordinal) || line.StartsWith("! ", StringComparison.Ordinal))
                {
                    var parts = line[2..].Split('|').Select(part => part.Trim()).ToArray();
                    var golds = parts.Length > 2 ? parts[2].Split(";;").Select(span => span.Trim()).ToArray() : [];
                    var id = DocumentId(documents.Count);
                    questions.Add(new TrainingQuestion($"{id}-{questions.Count}", parts[1], LanguageCodes.Parse(parts[0].Split(' ')[0]) ?? Language.Russian, id, golds, head![2])
                    {
                        IsYes = parts.Length > 3 ? IsYes(parts[3].Split([' ', ','])[0].ToLowerInvariant()) : null,
                    });
                }
                else if (line.Trim().Length > 0)
                {
                    text.Add(line.Trim());
                }
            }
        }

        return new TrainingCollection(name, documents, questions);
    }

    private static bool? IsYes(string word) => word switch
    {
        "да" or "так" or "yes" => true,
        "нет" or "не" or "no" => false,
        _ => null,
    };

    /// <summary>SQuAD: <c>paragraphs.jsonl</c>, <c>questions_v1.jsonl</c> and the unanswerable ones of <c>questions_v2.jsonl</c>.</summary>
    public static TrainingCollection Squad(string folder)
    {
        var articles = new Dictionary<string, string>(StringComparer.Ordinal);
        var documents = new List<ArchiveDocument>();
        foreach (var row in Rows(folder, "paragraphs.jsonl"))
        {
            var id = Text(row, "id");
            articles[id] = Text(row, "title");
            documents.Add(Document(id, "", Text(row, "context"), Language.English, null));
        }

        var questions = new List<TrainingQuestion>();
        foreach (var row in Rows(folder, "questions_v1.jsonl").Concat(Rows(folder, "questions_v2.jsonl").Where(row => !row.GetProperty("answerable").GetBoolean())))
        {
            var id = Text(row, "pid");
            questions.Add(new TrainingQuestion(Text(row, "qid"), Text(row, "question"), Language.English, id, Answers(row, "answers"), articles[id]));
        }

        return new TrainingCollection("squad", documents, questions);
    }

    /// <summary>XQuAD paragraphs in one language with the questions in another or the same; in another, an answer is right in either language.</summary>
    public static TrainingCollection Xquad(string folder, Language text, Language asked)
    {
        var code = text.Code();
        var articles = new Dictionary<string, string>(StringComparer.Ordinal);
        var documents = new List<ArchiveDocument>();
        foreach (var row in Rows(folder, code + ".jsonl"))
        {
            articles[Text(row, "id")] = Text(row, "title");
            documents.Add(Document(Text(row, "id"), "", Text(row, "context"), text, null));
        }

        var questions = Rows(folder, "questions.jsonl")
            .Where(row => articles.ContainsKey(Text(row, "pid")))
            .Select(row => new TrainingQuestion(Text(row, "qid"), Text(row, "question_" + asked.Code()), asked, Text(row, "pid"), [.. Answers(row, "answers_" + code).Union(Answers(row, "answers_" + asked.Code()))], articles[Text(row, "pid")]))
            .ToList();
        return new TrainingCollection($"xquad {asked.Code()}→{code}", documents, questions);
    }

    /// <summary>English questions on XQuAD's paragraphs that were written to look answerable.</summary>
    public static IReadOnlyList<TrainingQuestion> LookAlikes(string folder, IReadOnlyList<TrainingQuestion> answerable)
    {
        var articles = answerable.DistinctBy(question => question.DocumentId).ToDictionary(question => question.DocumentId, question => question.Article, StringComparer.Ordinal);
        return [.. Rows(folder, "unanswerable_en.jsonl")
            .Where(row => articles.ContainsKey(Text(row, "pid")))
            .Select(row => new TrainingQuestion(Text(row, "qid"), Text(row, "question_en"), Language.English, Text(row, "pid"), [], articles[Text(row, "pid")]))];
    }

    /// <summary>Russian questions that no page answers: JSON lines with <c>question</c>.</summary>
    public static IReadOnlyList<TrainingQuestion> Strangers(string file) =>
        [.. Rows("", file).Select((row, i) => new TrainingQuestion($"stranger-{i}", Text(row, "question"), Language.Russian, "", [], $"stranger {i}"))];

    /// <summary>Words with their parts of speech from tab-separated files of Universal Dependencies: form last but two of the columns, or first.</summary>
    public static IReadOnlyList<(Language Language, IReadOnlyList<(string Form, string Tag)> Words)> Tagged(string file, Language language, int formColumn, int tagColumn)
    {
        var sentences = new List<(Language, IReadOnlyList<(string, string)>)>();
        var words = new List<(string, string)>();
        foreach (var line in File.ReadLines(file))
        {
            var columns = line.Split('\t');
            if (columns.Length > tagColumn)
            {
                words.Add((columns[formColumn], columns[tagColumn]));
            }

            // The files without sentence marks are cut by length: the tagger sees neighbours all the same.
            if (words.Count >= 25 || columns.Length <= tagColumn)
            {
                sentences.Add((language, [.. words]));
                words.Clear();
            }
        }

        return sentences;
    }

    private static ArchiveDocument Document(string id, string title, string text, Language language, PartialDate? date) =>
        new(id, "file:" + id, id, title, text, language, date, id, "");

    private static string DocumentId(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"t{number:D4}");

    private static IEnumerable<JsonElement> Rows(string folder, string name)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, name)))
        {
            if (line.Length > 0)
            {
                yield return JsonDocument.Parse(line).RootElement;
            }
        }
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString() ?? "";

    private static string[] Answers(JsonElement row, string name) =>
        row.TryGetProperty(name, out var answers) ? [.. answers.EnumerateArray().Select(answer => Text(answer, "text")).Distinct()] : [];
}
