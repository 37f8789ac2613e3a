// A chatbot over the archive, with OpenAI's official SDK.
//   dotnet run --project samples/Chatbot -- http://127.0.0.1:5080 "Какое место заняла Беларусь в рейтинге электронного правительства в 2020 году?"
// Without a question it talks until an empty line.
using System.ClientModel;
using OpenAI;
using OpenAI.Chat;

var address = new Uri(args.ElementAtOrDefault(0) ?? "http://127.0.0.1:5080");
var archive = new ChatClient("ministry-archive", new ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = new Uri(address, "v1") });
var conversation = new List<ChatMessage>();

if (args.Length > 1)
{
    await Answer(args[1]);
    return;
}

while (Ask() is { Length: > 0 } question)
{
    await Answer(question);
}

static string? Ask()
{
    Console.Write("> ");
    return Console.ReadLine();
}

async Task Answer(string question)
{
    conversation.Add(new UserChatMessage(question));
    ChatCompletion completion = await archive.CompleteChatAsync(conversation);
    conversation.Add(new AssistantChatMessage(completion));
    Console.WriteLine(completion.Content[0].Text);
    foreach (var source in completion.Annotations.Select(annotation => annotation.WebResourceUri).Distinct())
    {
        Console.WriteLine($"Source: {source.GetLeftPart(UriPartial.Path)}");
    }
}
