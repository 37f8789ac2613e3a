using Search.Lucene;
using Search.Lucene.Codecs;

namespace Lucene.Tests.Search;

/// <summary>A document as the tests know it: the whole truth to compare an index with.</summary>
/// <param name="Id">Key; field <c>id</c>.</param>
/// <param name="Body">Field <c>body</c>: positions and norms.</param>
/// <param name="Title">Field <c>title</c>: frequencies and norms, no positions.</param>
/// <param name="Tag">Field <c>tag</c>: one exact term.</param>
/// <param name="Number">Field <c>number</c>: numeric doc value; null for none.</param>
/// <param name="Language">Field <c>language</c>: sorted doc value; null for none.</param>
internal sealed record ModelDocument(string Id, string[] Body, string[] Title, string Tag, long? Number, string? Language)
{
    public static ModelDocument Random(string id, Random random, RandomText text) => new(
        id,
        text.Words(random.Next(20) == 0 ? random.Next(200) : random.Next(25)),
        text.Words(random.Next(5)),
        $"t{random.Next(12)}",
        random.Next(5) == 0 ? null : random.Next(-50, 1000),
        random.Next(6) == 0 ? null : new[] { "be", "en", "ru", "pl" }[random.Next(4)]);

    /// <summary>The same for our writer.</summary>
    public Document ToDocument()
    {
        var document = new Document().AddKeyword("id", Id).AddStored("id", Id).AddKeyword("tag", Tag).AddStored("tag", Tag);
        document.AddText("body", Tokens(Body));
        document.AddText("title", Tokens(Title), IndexOptions.DocsAndFreqs);
        if (Number is { } number)
        {
            document.AddNumeric("number", number);
        }

        if (Language is not null)
        {
            document.AddSorted("language", Language);
        }

        return document;
    }

    /// <summary>The same for Java's: name, kind and value of every field.</summary>
    public string ToLine()
    {
        var line = $"id\tid\t{Id}\ttag\tid\t{Tag}\tbody\ttext\t{string.Join(' ', Body)}\ttitle\tfreqs\t{string.Join(' ', Title)}";
        line += Number is { } number ? FormattableString.Invariant($"\tnumber\tlong\t{number}") : "";
        return line + (Language is null ? "" : $"\tlanguage\tsorted\t{Language}");
    }

    private static TokenSequence Tokens(string[] words)
    {
        var tokens = new TokenSequence();
        foreach (var word in words)
        {
            tokens.Add(word.AsSpan());
        }

        return tokens;
    }
}
