using System.Globalization;
using System.Text.RegularExpressions;
using SearchApi.Endpoints;

namespace SearchApi.Chat;

/// <summary>Writes an answer piece by piece, within the caller's limit.</summary>
/// <param name="maxWords">Most words; whole pieces only are written. <see langword="null"/> for no limit.</param>
/// <param name="site">Our public address, for pages without one.</param>
internal sealed partial class ChatWriter(int? maxWords, string site)
{
    private int _length;

    /// <summary>Whether the limit cut the answer off; nothing is written any more then.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Words written.</summary>
    public int WordCount { get; private set; }

    /// <summary>Writes a text.</summary>
    /// <param name="text">The text with its markers.</param>
    /// <param name="citations">Citations that its markers may name.</param>
    /// <returns>The piece; <see langword="null"/> behind the limit.</returns>
    public ChatPiece? Add(string text, IReadOnlyList<CitationReply> citations)
    {
        IsCut |= WordCount + Words(text) > maxWords;
        if (IsCut)
        {
            return null;
        }

        var piece = new ChatPiece(text, [.. Annotations(text, citations)]);
        WordCount += Words(text);
        _length += text.Length;
        return piece;
    }

    /// <summary>Words of a text: the unit of the counts, since there is no tokenizer here.</summary>
    public static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private IEnumerable<UrlAnnotation> Annotations(string text, IReadOnlyList<CitationReply> citations)
    {
        foreach (Match marker in Marker().Matches(text))
        {
            var number = int.Parse(marker.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            if (citations.FirstOrDefault(citation => citation.Number == number) is { } cited)
            {
                yield return new UrlAnnotation(_length + marker.Index, _length + marker.Index + marker.Length, cited.Title, ChatAnswer.Address(cited, site));
            }
        }
    }

    // Not the escaped markers of the source lines.
    [GeneratedRegex(@"(?<!\\)\[([0-9]{1,3})\]")]
    private static partial Regex Marker();
}
