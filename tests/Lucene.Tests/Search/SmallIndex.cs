using Search.Lucene;
using Search.Lucene.Store;

namespace Lucene.Tests.Search;

/// <summary>An index of a few documents in a folder of its own.</summary>
internal sealed class SmallIndex : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("small-").FullName;

    /// <param name="documents">Each list becomes a segment of its own.</param>
    public SmallIndex(params IEnumerable<Document>[] documents)
    {
        using (var writer = new IndexWriter(new FSDirectory(_path)))
        {
            foreach (var segment in documents)
            {
                foreach (var document in segment)
                {
                    writer.AddDocument(document);
                }

                writer.Commit();
            }
        }

        Searcher = new IndexSearcher(DirectoryReader.Open(_path));
    }

    public IndexSearcher Searcher { get; }

    /// <summary>A document with words in <c>body</c>.</summary>
    public static Document Body(string words) => new Document().AddText("body", Tokens(words));

    public static TokenSequence Tokens(string words)
    {
        var tokens = new TokenSequence();
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            tokens.Add(word.AsSpan());
        }

        return tokens;
    }

    public void Dispose()
    {
        Searcher.Reader.Dispose();
        Directory.Delete(_path, recursive: true);
    }
}
