using System.Text.RegularExpressions;

namespace Search.Answering.Questions;

/// <summary>Polite phrases around a question, of <c>Rules/openings.txt</c>: «Скажите, пожалуйста, …», "I'd like to know …", «…, калі ласка?». Their words would be searched and «калі» read as a question word.</summary>
internal static class Openings
{
    private static readonly string Phrases = string.Join('|', EmbeddedText.Lines("Rules.openings.txt").Select(Pattern));
    private static readonly Regex Before = new($@"^\s*(?:(?:{Phrases})(?!\w)[\s,:—–-]*)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    private static readonly Regex Behind = new($@"\s*,\s*(?:{Phrases})(?=\s*[?.!]*\s*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The question alone; the text as it is where nothing else was said.</summary>
    public static string Without(string text)
    {
        var question = Before.Replace(Behind.Replace(text, ""), "");
        return question.Any(char.IsLetter) ? question : text;
    }

    private static string Pattern(string phrase) => string.Join(@"[\s,]+", phrase.Split(' ').Select(word => $"(?:{Regex.Escape(word).Replace(@"\|", "|", StringComparison.Ordinal).Replace("'", "['’ʼ]", StringComparison.Ordinal)})"));
}
