using System.Text;

namespace SearchApi.Pages;

/// <summary>Text that HTML and XML can hold.</summary>
internal static class Printable
{
    /// <summary><paramref name="text"/> without control characters other than tab and line ends, and with U+FFFD for halves of surrogate pairs and for U+FFFE and U+FFFF.</summary>
    public static string Of(string text)
    {
        StringBuilder? cleaned = null;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                cleaned?.Append(letter).Append(text[at + 1]);
                at++;
                continue;
            }

            var isControl = char.IsControl(letter) && letter is not ('\t' or '\n' or '\r');
            if (isControl || char.IsSurrogate(letter) || letter >= '\uFFFE')
            {
                cleaned ??= new StringBuilder(text, 0, at, text.Length);
                cleaned.Append(isControl ? "" : "\uFFFD");
            }
            else
            {
                cleaned?.Append(letter);
            }
        }

        return cleaned?.ToString() ?? text;
    }
}
