using System.CommandLine;
using Search.Text;
using Search.Text.Analysis;

namespace Indexer.Commands;

/// <summary><c>stem</c>: the stems of each word of the input.</summary>
internal static class StemCommand
{
    private static readonly TextAnalyzer Analyzer = new();

    public static Command Create()
    {
        var language = new Option<string>("--language") { Description = "be, ru or en.", Required = true };
        language.AcceptOnlyFromAmong("be", "ru", "en");
        var snowball = new Option<bool>("--snowball") { Description = "Stem as the Snowball project does (ru, en) instead." };
        var command = new Command("stem", "Stem each word read: word, tab, stem; several stems are parted by bars.") { language, snowball };
        command.SetAction(parsed =>
        {
            var code = LanguageCodes.Parse(parsed.GetRequiredValue(language))!.Value;
            Func<string, string> stemsOf = word => Stems(word, code);
            if (parsed.GetValue(snowball))
            {
                if (Stemmers.Snowball(code) is not { } stemmer)
                {
                    Console.Error.WriteLine("Snowball has no Belarusian stemmer; leave --snowball away.");
                    return ExitCodes.WrongUsage;
                }

                stemsOf = word => Stem(stemmer, word);
            }

            using var output = new StreamWriter(Console.OpenStandardOutput());
            while (Console.In.ReadLine() is { } word)
            {
                output.Write($"{word}\t{stemsOf(word)}\n");
            }

            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>The stems by which the product indexes a word and searches for it; the word itself where analysis finds no word.</summary>
    private static string Stems(string word, Language language)
    {
        var tokens = Analyzer.Analyze(word, language);
        var whole = tokens.Where(token => token.Kind == TokenKind.Word && token.Span.Length == word.Length).Select(token => token.Stem).Distinct(StringComparer.Ordinal);
        return string.Join('|', whole) is { Length: > 0 } stems ? stems : word;
    }

    private static string Stem(IStemmer stemmer, string word)
    {
        var stem = new char[word.Length + 2];
        return new string(stem, 0, stemmer.Stem(word, stem));
    }
}
