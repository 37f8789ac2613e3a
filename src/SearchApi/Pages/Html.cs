using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Search.Text;

namespace SearchApi.Pages;

/// <summary>
/// Markup that is safe to send. It is made by <see cref="Of"/> from an interpolated string, whose literal parts are markup and whose
/// holes are data: whatever is put into a hole is escaped for text and for double-quoted attributes. There is no other way in.
/// </summary>
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly string _markup;

    private Html(string markup) => _markup = markup;

    /// <summary>No markup.</summary>
    public static Html Empty { get; } = new("");

    /// <summary>Markup with its holes escaped.</summary>
    public static Html Of(Interpolation template) => new(template.Finish());

    /// <summary>A text, escaped.</summary>
    public static Html Text(string text) => new(Encode(text));

    /// <summary>The parts one behind the other.</summary>
    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part._markup)));

    /// <summary>The markup where <paramref name="condition"/> holds, else nothing.</summary>
    public static Html If(bool condition, Func<Html> markup) => condition ? markup() : Empty;

    /// <summary>A text with its <paramref name="spans"/> in <c>mark</c> elements.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="spans">In order, not overlapping; what reaches beyond the text is left out.</param>
    public static Html Marked(string text, IEnumerable<TextSpan> spans)
    {
        var marked = new StringBuilder();
        var at = 0;
        foreach (var span in spans.Where(span => span.Start >= 0 && span.Length > 0 && span.End <= text.Length))
        {
            if (span.Start < at)
            {
                continue;
            }

            marked.Append(Encode(text[at..span.Start])).Append("<mark>").Append(Encode(span.Of(text))).Append("</mark>");
            at = span.End;
        }

        return new Html(marked.Append(Encode(text[at..])).ToString());
    }

    /// <summary>The markup as text.</summary>
    public override string ToString() => _markup;

    // Control characters are no part of HTML or XML; a stray half of a surrogate pair becomes U+FFFD in the encoder.
    private static string Encode(string? text) => text is null ? "" : Encoder.Encode(Printable.Of(text));

    /// <summary>Collects a template; the compiler calls it.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Interpolation(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _built = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string markup) => _built.Append(markup);

        public void AppendFormatted(Html? part) => _built.Append(part?._markup);

        public void AppendFormatted(IEnumerable<Html> parts)
        {
            foreach (var part in parts)
            {
                _built.Append(part._markup);
            }
        }

        public void AppendFormatted(string? text) => _built.Append(Encode(text));

        public void AppendFormatted(int number) => _built.Append(CultureInfo.InvariantCulture, $"{number}");

        public string Finish() => _built.ToString();
    }
}
