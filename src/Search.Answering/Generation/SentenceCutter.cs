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
        var starts = Starts(text);
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

    // A line of a reply is never the rest of the line above, as it may be on a page.
    private List<int> Starts(string text)
    {
        var starts = new List<int>();
        for (var line = 0; line < text.Length;)
        {
            var end = text.IndexOf('\n', line) is >= 0 and var found ? found : text.Length;
            starts.AddRange(TextUnits.Split(text[line..end], language).Select(unit => AfterMarkers(text, line + unit.Span.Start)).Where(start => start < end).Distinct());
            line = end + 1;
        }

        return starts;
    }

    private static int AfterMarkers(string text, int start) => start + LeadingMarkers().Match(text[start..]).Length;

    [GeneratedRegex(@"^(?:[ \t]*[\[【][\d\s,;]{1,20}[\]】][.!?…]?)+[ \t]*")]
    private static partial Regex LeadingMarkers();
}
