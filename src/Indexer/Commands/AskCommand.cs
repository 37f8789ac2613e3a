using System.CommandLine;
using System.Text;
using Indexer.Batch;
using Search.Answering;
using Search.Retrieval;

namespace Indexer.Commands;

/// <summary><c>ask "QUESTION"</c> or <c>ask --batch FILE.csv [--out FILE.csv]</c>: answers without a server.</summary>
internal static class AskCommand
{
    public static Command Create()
    {
        var question = new Argument<string?>("QUESTION") { Description = "A question in Belarusian, Russian or English.", Arity = ArgumentArity.ZeroOrOne };
        var batch = new Option<string?>("--batch") { Description = "Answer every row of a CSV table with the column question and, where wanted, language." };
        var output = new Option<string?>("--out") { Description = "Where the answered table goes. Default: standard output." };
        var index = SharedOptions.Index();
        question.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { Length: 0 or > QuestionRequest.MaxLength })
            {
                result.AddError($"QUESTION has 1 to {QuestionRequest.MaxLength} characters.");
            }
        });
        var command = new Command("ask", "Answer a question from an index, with its source, or say why not.") { question, batch, output, index };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(question) is null) == (result.GetValue(batch) is null) || (result.GetValue(output) is not null && result.GetValue(batch) is null))
            {
                result.AddError("Give a QUESTION, or --batch FILE.csv with or without --out FILE.csv.");
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var questions = parsed.GetValue(batch) is { } table ? QuestionBatch.Read(table) : null;
            using var archive = new ArchiveIndex(parsed.GetRequiredValue(index));
            var answerer = new QuestionAnswerer(new PassageRetriever(archive));
            if (questions is not null)
            {
                return await AnswerAll(questions, answerer, parsed.GetValue(output), cancellation);
            }

            Show(await answerer.AskAsync(new QuestionRequest(parsed.GetRequiredValue(question)!), cancellation));
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<int> AnswerAll(QuestionBatch questions, QuestionAnswerer answerer, string? path, CancellationToken cancellation)
    {
        await using var table = path is null ? Console.Out : new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var invalid = await questions.Answer(answerer, table, cancellation);
        if (invalid == 0)
        {
            return ExitCodes.Done;
        }

        Console.Error.WriteLine($"{invalid} rows hold no question that can be answered: see the column reason.");
        return ExitCodes.SomeUnreadable;
    }

    private static void Show(Answer answer)
    {
        foreach (var notice in answer.Notices)
        {
            Console.WriteLine(notice);
        }

        var citations = answer switch
        {
            Answer.Grounded grounded => grounded.Citations,
            Answer.Declined declined => declined.Citations,
            _ => [],
        };
        Console.WriteLine(answer switch
        {
            Answer.Grounded grounded => $"{grounded.ShortAnswer}\n\n{grounded.Text}",
            Answer.Declined declined => declined.Explanation,
            _ => "",
        });
        foreach (var citation in citations)
        {
            Console.WriteLine($"\n[{citation.Number}] «{citation.Quote}»\n    {citation.Document.Url}");
        }

        if (answer is Answer.Declined)
        {
            foreach (var passage in answer.Related)
            {
                Console.WriteLine($"  - {passage.Document.Title} {passage.Document.Url}");
            }
        }
    }
}
