using System.Text;

namespace Search.Text.Languages.Inflection;

/// <summary>The rule tables embedded beside a stemmer.</summary>
internal static class EmbeddedTables
{
    /// <summary>Text of <c>Languages/{language}/Rules/{name}.tsv</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no such table.</exception>
    public static string Read(string language, string name)
    {
        var resource = $"Search.Text.Languages.{language}.Rules.{name}.tsv";
        using var stream = typeof(EmbeddedTables).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The rule table {resource} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
