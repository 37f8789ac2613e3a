using Search.Text;

namespace Search.Answering.Reading;

/// <summary>What the endings of Russian and Belarusian words tell: the longest ending that a word has decides.</summary>
/// <param name="russian">Endings parted by spaces, with what they tell; none stands twice.</param>
/// <param name="belarusian">The same for Belarusian.</param>
/// <param name="other">What a word with none of the endings tells.</param>
internal sealed class EndingTable<T>((string Endings, T Value)[] russian, (string Endings, T Value)[] belarusian, T other)
    where T : struct
{
    private readonly (string Ending, T Value)[] _russian = InOrder(russian);
    private readonly (string Ending, T Value)[] _belarusian = InOrder(belarusian);

    /// <summary>What a word tells; the default for a word of another language, a number or a sign.</summary>
    public T Of(ReadingToken token, Language language)
    {
        if (language == Language.English || token.Shape != TokenShape.Word || token.Lower[^1] is < 'а' or > 'ў')
        {
            return default;
        }

        foreach (var (ending, value) in language == Language.Belarusian ? _belarusian : _russian)
        {
            if (token.Lower.EndsWith(ending, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return other;
    }

    private static (string Ending, T Value)[] InOrder((string Endings, T Value)[] lines) =>
        [.. lines.SelectMany(line => line.Endings.Split(' ').Select(ending => (ending, line.Value))).OrderByDescending(item => item.ending.Length)];
}
