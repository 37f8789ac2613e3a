using Search.Answering.Reading;

namespace Search.Answering.Claims;

/// <summary>The meanings of <c>Rules/opposites.tsv</c> that cannot both be true.</summary>
internal static class Opposites
{
    private static readonly (string[] One, string[] Other)[] Pairs = [.. EmbeddedText.Lines("Rules.opposites.tsv")
        .Select(line => line.Split('\t'))
        .Select(columns => (columns[0].Split(' '), columns[1].Split(' ')))];

    /// <summary>A number for the meaning of a word, its opposite the same number negated; 0 where it has neither.</summary>
    /// <param name="word">Lower case.</param>
    public static int Of(string word)
    {
        for (var i = 0; i < Pairs.Length; i++)
        {
            if (WordStarts.Match(word, Pairs[i].One))
            {
                return i + 1;
            }

            if (WordStarts.Match(word, Pairs[i].Other))
            {
                return -i - 1;
            }
        }

        return 0;
    }
}
