using System.Text;
using System.Text.RegularExpressions;
using Search.Text;
using Search.Text.Passages;

namespace Search.Answering.Generation;

/// <summary>Cuts a text that comes in pieces into sentences, each given out as soon as the next has begun; where the pieces end changes nothing.</summary>
/// <param name="language">Whose rules cut.</param>
internal sealed partial class SentenceCutter(Language language)
{
    private readonly StringBuilder _text = new();

    /// <summary>Takes a piece.</summary>
    /// <returns>The sentences that are complete with it, markers behind their stops included.</returns>
    public IReadOnlyList<string> Add(string piece)
    {
        _text.Append(piece);

        // Only white space can complete a word, and only a word can begin the next sentence.
        return piece.AsSpan().ContainsAny(' ', '\n') ? Cut(isEnd: false) : [];
    }

    /// <summary>The last sentence.</summary>
    public IReadOnlyList<string> End() => Cut(isEnd: true);

    private List<string> Cut(bool isEnd)
    {
        var text = _text.ToString();
        var starts = TextUnits.Split(text, language).Select(unit => AfterMarkers(text, unit.Span.Start)).Where(start => start < text.Length).Distinct().ToList();
        var sentences = new List<string>();
        for (var i = 0; i + 1 < starts.Count; i++)
        {
            // The next one's first two words are there: no later letter can join it to this one.
            if (!isEnd && text.AsSpan(starts[i + 1]).Count(' ') < 2 && !text.AsSpan(starts[i + 1]).Contains('\n'))
            {
                break;
            }

            sentences.Add(text[starts[i]..starts[i + 1]].Trim());
        }

        var rest = sentences.Count > 0 ? starts[sentences.Count] : starts.Count > 0 ? starts[0] : text.Length;
        if (isEnd && rest < text.Length)
        {
            sentences.Add(text[rest..].Trim());
            rest = text.Length;
        }

        if (sentences.Count > 0)
        {
            _text.Remove(0, rest);
        }

        return sentences;
    }

    private static int AfterMarkers(string text, int start) => start + LeadingMarkers().Match(text[start..]).Length;

    [GeneratedRegex(@"^(?:\s*[\[【][\d\s,;]{1,20}[\]】][.!?…]?)+\s*")]
    private static partial Regex LeadingMarkers();
}
