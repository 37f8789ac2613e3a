namespace Search.Text.Analysis;

/// <summary>A text with its letters normalised, and the way back to the text as it stood.</summary>
/// <param name="Text">The normalised text.</param>
/// <param name="SourceOffsets">For every code unit of <paramref name="Text"/> the offset in the source of what it came from, ascending; one more entry holds the source's length.</param>
public sealed record NormalizedText(string Text, IReadOnlyList<int> SourceOffsets)
{
    /// <summary>Where a stretch of the normalised text stands in the source, with the marks and soft hyphens inside it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches beyond <see cref="Text"/>.</exception>
    public TextSpan ToSource(TextSpan span)
    {
        if (span.Start < 0 || span.Length < 0 || span.End > Text.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(span), span, "The span reaches beyond the normalised text.");
        }

        return TextSpan.FromBounds(SourceOffsets[span.Start], SourceOffsets[span.End]);
    }
}
