using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.Extensions.AI;
using Search.Retrieval;
using Search.Text;

namespace Search.Answering.Generation;

/// <summary>What a model is told: the rules, then question and passages as JSON, from which no text can break out. Addresses are never in it.</summary>
/// <param name="Messages">What is sent.</param>
/// <param name="PassageCount">How many of the passages are in it; the first has number 1.</param>
/// <param name="Tokens">Tokens of it all, estimated.</param>
internal sealed partial record GenerationPrompt(IReadOnlyList<ChatMessage> Messages, int PassageCount, long Tokens)
{
    // Letters stay letters; the signs that end a text, and those that HTML knows, are escaped.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly string Rules = ReadRules();

    /// <summary>Writes the prompt of a question.</summary>
    /// <param name="question">The question, standing alone.</param>
    /// <param name="language">Language of the answer.</param>
    /// <param name="passages">Passages, best first.</param>
    /// <param name="options">How many passages and tokens.</param>
    public static GenerationPrompt Of(string question, Language language, IReadOnlyList<RankedPassage> passages, GenerationOptions options)
    {
        var rules = string.Format(CultureInfo.InvariantCulture, Rules, language switch { Language.Belarusian => "Belarusian", Language.English => "English", _ => "Russian" });
        var tokens = TokenUse.Estimate(rules) + TokenUse.Estimate(question);
        var told = new List<string>();
        foreach (var passage in passages.Take(options.Passages))
        {
            var text = JsonSerializer.Serialize(
                new
                {
                    number = told.Count + 1,
                    title = Plain(passage.Document.Title),
                    published = passage.Document.Published?.ToString(),
                    headings = passage.Passage.Headings.Select(Plain),
                    text = Plain(passage.Passage.TableHeader is { } header ? header.Of(passage.Document.Text) + "\n" + passage.Passage.Text : passage.Passage.Text),
                },
                Json);
            var size = TokenUse.Estimate(text);
            if (told.Count > 0 && tokens + size > options.MaxPromptTokens)
            {
                break;
            }

            tokens += size;
            told.Add(text);
        }

        var data = $"{{\"question\": {JsonSerializer.Serialize(Plain(question), Json)}, \"passages\": [\n{string.Join(",\n", told)}\n]}}";
        return new GenerationPrompt([new ChatMessage(ChatRole.System, rules), new ChatMessage(ChatRole.User, data)], told.Count, tokens);
    }

    // Addresses tell a model nothing, and signs that nobody sees may tell it what nobody wrote.
    private static string Plain(string text) => Unseen().Replace(Address().Replace(text, "…"), "");

    private static string ReadRules()
    {
        using var reader = new StreamReader(EmbeddedText.Open("Prompts.answer.txt"));
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\b(?:https?://|www\.)\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\uDB40[\uDC00-\uDFFF]|[\p{Cf}\p{Co}\p{Cn}\p{Cc}-[\n\t\r\u00AD]]")]
    private static partial Regex Unseen();
}
