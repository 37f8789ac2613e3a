using System.CommandLine;
using Search.Answering;
using Search.Retrieval;

namespace Indexer.Commands;

/// <summary><c>ask "QUESTION"</c>: answers without a server.</summary>
internal static class AskCommand
{
    public static Command Create()
    {
        var question = new Argument<string>("QUESTION") { Description = "A question in Belarusian, Russian or English." };
        var index = SharedOptions.Index();
        question.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { Length: > 0 and <= QuestionRequest.MaxLength })
            {
                result.AddError($"QUESTION has 1 to {QuestionRequest.MaxLength} characters.");
            }
        });
        var command = new Command("ask", "Answer a question from an index, with its source, or say why not.") { question, index };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var archive = new ArchiveIndex(parsed.GetRequiredValue(index));
            var answerer = new QuestionAnswerer(new PassageRetriever(archive));
            Show(await answerer.AskAsync(new QuestionRequest(parsed.GetRequiredValue(question)), cancellation));
            return ExitCodes.Done;
        });
        return command;
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
