namespace Search.Text.Parsing;

/// <summary>Reads pages of plain or lightly marked text: title, body, leftovers of pictures, the line with the address.</summary>
public sealed class TextPageParser : IDocumentParser
{
    /// <inheritdoc/>
    public PageContent Parse(string source)
    {
        var lines = source.Split('\n').ToList();
        var url = SourceAddress.Take(lines);
        var title = PageTitle.Take(lines);
        return new PageContent(url, title, Leftovers.Clear(lines));
    }
}
