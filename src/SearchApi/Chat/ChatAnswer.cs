using System.Text;
using Search.Answering;
using SearchApi.Archive;
using SearchApi.Endpoints;

namespace SearchApi.Chat;

/// <summary>A part of a chat answer that is sent whole: a sentence, or the line of a source.</summary>
/// <param name="Text">Its text, with the white space that parts it from what stands before.</param>
/// <param name="Annotations">Citations whose markers stand in it, with offsets in the whole content.</param>
internal sealed record ChatPiece(string Text, IReadOnlyList<UrlAnnotation> Annotations);

/// <summary>A citation in OpenAI's form.</summary>
/// <param name="Start">Offset of the marker in the whole content, UTF-16 code units.</param>
/// <param name="End">Offset just behind the marker.</param>
/// <param name="Title">Title of the page.</param>
/// <param name="Url">Address that leads to the quoted sentence.</param>
internal sealed record UrlAnnotation(int Start, int End, string Title, string Url);

/// <summary>An answer as chat text: its sentences, then a line a source, so that clients without annotations show sources too.</summary>
/// <param name="Pieces">In the order in which they are sent.</param>
/// <param name="IsCut">Whether the caller's limit cut the answer off.</param>
internal sealed record ChatAnswer(IReadOnlyList<ChatPiece> Pieces, bool IsCut)
{
    /// <summary>The whole content.</summary>
    public string Content => string.Concat(Pieces.Select(piece => piece.Text));

    /// <summary><c>length</c> where the caller's limit cut the answer off, else <c>stop</c>.</summary>
    public string FinishReason => IsCut ? "length" : "stop";

    /// <summary>Words of the content: the unit of the counts, since there is no tokenizer here.</summary>
    public int WordCount => ChatWriter.Words(Content);

    /// <summary>Writes an answer.</summary>
    /// <param name="answer">The verified answer or the refusal.</param>
    /// <param name="reply">The same in the contract's form.</param>
    /// <param name="maxWords">Most words; whole pieces only are sent.</param>
    /// <param name="site">Our public address, for pages without one.</param>
    public static ChatAnswer Of(Answer answer, AskReply reply, int? maxWords, string site)
    {
        var writer = new ChatWriter(maxWords, site);
        return new ChatAnswer([.. Texts(answer, reply, site).Select(text => writer.Add(text, reply.Citations)).OfType<ChatPiece>()], writer.IsCut);
    }

    /// <summary>The texts of an answer's pieces: its sentences, then the lines of its sources, or of the nearest pages.</summary>
    public static IEnumerable<string> Texts(Answer answer, AskReply reply, string site)
    {
        var sentences = answer is Answer.Grounded grounded ? grounded.Sentences.Select(sentence => sentence.Text) : [reply.Answer];
        var sources = reply.Citations.Select(citation => SourceLine(citation, site));
        var related = reply.Citations.Count == 0 ? reply.Related.Take(3).Select(passage => RelatedLine(passage, site)) : [];
        return sentences.Select((text, number) => number == 0 ? text : " " + text)
            .Concat(sources.Concat(related).Select((line, number) => (number == 0 ? "\n\n" : "\n") + line));
    }

    private static string SourceLine(CitationReply citation, string site) =>
        $"\\[{citation.Number}\\] [{Escape(Name(citation.Title, citation.Id))}](<{Target(Address(citation, site))}>){Date(citation.Published)}";

    private static string RelatedLine(RelatedReply passage, string site) =>
        $"- [{Escape(Name(passage.Title, passage.Id))}](<{Target(PublicAddress.ToCite(passage.Id, passage.Url, site))}>){Date(passage.Published)}";

    /// <summary>The address that a source is cited by.</summary>
    public static string Address(CitationReply citation, string site) =>
        Pages.WebAddress.Followable(citation.Link) ?? PublicAddress.ToCite(citation.Id, citation.Url, site);

    private static string Name(string title, string id) => title.Length > 0 ? title : id;

    private static string Date(string? published) => published is null ? "" : $", {published}";

    // A title is text, also to a reader of Markdown.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings(" "))
        {
            if (@"\`*_[]<>&~#|".Contains(letter, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(letter);
        }

        return escaped.ToString();
    }

    private static string Target(string address) =>
        address.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal).ReplaceLineEndings("");
}
