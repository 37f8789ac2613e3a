using System.Text;
using System.Text.RegularExpressions;
using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Reading;
using Search.Text;
using Search.Text.Languages;

namespace Search.Answering.Conversation;

/// <summary>The turn that a follow-up leans on, standing alone.</summary>
internal sealed partial class EarlierQuestion
{
    // A longer beginning of an answer is a quoted sentence, which names much besides.
    private const int MaxShortAnswer = 80;

    /// <summary>Reads a turn.</summary>
    /// <param name="question">The question, standing alone.</param>
    /// <param name="answer">What was answered; <see langword="null"/> where nothing was.</param>
    public EarlierQuestion(string question, string? answer)
    {
        var (language, _) = LanguageIdentifier.Identify(question);
        Question = Read(question, language);
        Answer = ShortAnswer(answer);
    }

    /// <summary>The question.</summary>
    public UnderstoodQuestion Question { get; }

    /// <summary>The answer's first words, without markers; empty where it has no short beginning.</summary>
    public string Answer { get; }

    /// <summary>Understands a question for its words alone: relative years stay words.</summary>
    public static UnderstoodQuestion Read(string text, Language language) => QuestionReader.Read(text, language, new DateOnly(2000, 1, 1));

    /// <summary>Names in the short answer, each with its type.</summary>
    public IReadOnlyList<(string Text, AnswerType Type)> AnswerNames()
    {
        var tokens = ReadingTokenizer.Read(Answer, Question.Language);
        var tags = PosTagger.Default.Tag(tokens, Question.Language);
        var names = ValueFinder.Find(tokens, tags, 0, tokens.Count).Where(value => NounGroup.IsNameType(value.Type)).ToList();
        return names.Count == 0 && tokens.Count is 1 or 2 && tokens[0].IsCapital && double.IsNaN(tokens[0].Value)
            ? [(Answer.TrimEnd('.', ' '), AnswerType.Name)]
            : [.. names.Select(name => (Answer[tokens[name.First].Start..tokens[name.End - 1].End], name.Type))];
    }

    /// <summary>The same question asking for something else: its words that only ask give way.</summary>
    /// <param name="asks">Words that ask: «когда», "how many".</param>
    public string AskedAs(string asks)
    {
        var text = new StringBuilder(char.ToUpperInvariant(asks[0]) + asks[1..]);
        var at = 0;
        for (var i = 0; i < Question.Tokens.Count; i++)
        {
            var token = Question.Tokens[i];
            var gap = Question.Text[at..token.Start];
            at = token.End;
            var isAsked = Question.Frame[i] || (i == Question.Head && Question.Kind is QuestionKind.Which or QuestionKind.Rank or QuestionKind.What);
            if (!isAsked && !(i == Question.Tokens.Count - 1 && token.Shape == TokenShape.Sign))
            {
                text.Append(text.Length > 0 && gap.Length == 0 && token.Shape != TokenShape.Sign && text[^1] != '«' ? " " : gap).Append(Question.Text[token.Start..token.End]);
            }
        }

        return OneSpace().Replace(text.ToString(), " ").Trim() + "?";
    }

    private static string ShortAnswer(string? answer)
    {
        var line = Marker().Replace((answer ?? "").TrimStart().Split('\n')[0], "").Trim();
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        var first = end > 0 ? line[..end] : line;
        return first.Length <= MaxShortAnswer ? first : "";
    }

    [GeneratedRegex(@"\s*\[[0-9]{1,3}\]")]
    private static partial Regex Marker();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex OneSpace();
}
