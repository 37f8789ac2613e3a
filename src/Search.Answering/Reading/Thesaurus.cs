namespace Search.Answering.Reading;

/// <summary>What words have to do with one another beyond translation, written for this project: see docs/data.md.</summary>
internal static class Thesaurus
{
    /// <summary>Words that a question and the sentence that answers it trade for one another: <c>Thesaurus/*.tsv</c>, a group a line.</summary>
    public static WordGroups Related { get; } = new(EmbeddedText.LinesOfAll("Reading.Thesaurus.").Select(line => line.Split('\t')));

    /// <summary>Names of kinds ("country"), numbered as their <see cref="Members"/>: the first three columns of <c>Kinds/kinds.tsv</c>.</summary>
    public static WordGroups Kinds { get; } = new(EmbeddedText.Lines("Kinds.kinds.tsv").Select(line => line.Split('\t')[..3]));

    /// <summary>Things of each kind ("Belarus"): the last three columns.</summary>
    public static WordGroups Members { get; } = new(EmbeddedText.Lines("Kinds.kinds.tsv").Select(line => line.Split('\t')[3..]));
}
