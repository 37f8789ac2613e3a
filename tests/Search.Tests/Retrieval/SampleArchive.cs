using Search.Retrieval;
using Search.Retrieval.Candidates;
using Search.Text;
using Search.Text.Analysis;

namespace Search.Tests.Retrieval;

/// <summary>Small archives made in the tests themselves.</summary>
internal sealed class SampleArchive : IArchiveIndex
{
    private readonly IPassageIndex _index;

    private SampleArchive(IPassageIndex index) => _index = index;

    public IndexLease Lease() => new(_index);

    public static ArchiveDocument Document(string id, Language language, string title, string text, PartialDate? published = null) =>
        new(id, $"https://archive.example/{id}", $"archive.example/{id}", title, text, language, published, id + ".txt", "");

    public static PassageRetriever Retriever(params ArchiveDocument[] documents) => new(Of(documents));

    public static SampleArchive Of(params ArchiveDocument[] documents) =>
        new(new MemoryPassageIndex(documents, PassageReader.Passages, new TextAnalyzer()));
}
