namespace Search.Text.Passages;

/// <summary>What a stretch of a page is.</summary>
internal enum TextUnitKind
{
    /// <summary>A sentence of a paragraph.</summary>
    Sentence,

    /// <summary>An item of a list, with the lines that go on from it.</summary>
    ListItem,

    /// <summary>A row of a table; the first of a table with the rule under it.</summary>
    TableRow,

    /// <summary>A heading: never part of a passage that has other text.</summary>
    Heading,
}

/// <summary>The smallest stretch that a passage holds whole.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands, without blanks at its ends.</param>
/// <param name="Block">Number of its paragraph, list or table, so that passages can end between them.</param>
/// <param name="Level">Of a heading: 1 outermost. Otherwise 0.</param>
internal readonly record struct TextUnit(TextUnitKind Kind, TextSpan Span, int Block, int Level = 0);
