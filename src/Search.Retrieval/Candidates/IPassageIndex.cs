using Search.Text;

namespace Search.Retrieval.Candidates;

/// <summary>
/// An index over passages as it stood when it was opened: a snapshot that never changes. Passages are named by ordinals, which may have
/// gaps; documents by ordinals from 0 in order of their ids. Ordinals mean nothing in another snapshot. Safe for concurrent use.
/// </summary>
public interface IPassageIndex : IDisposable
{
    /// <summary>What the index was built with.</summary>
    IndexManifest Manifest { get; }

    /// <summary>Passages in the index.</summary>
    int PassageCount { get; }

    /// <summary>Documents in the index, in order of their ids.</summary>
    IReadOnlyList<DocumentEntry> Documents { get; }

    /// <summary>Ordinal of a passage's document.</summary>
    int DocumentOf(int passage);

    /// <summary>The best passages, best first; ties by ordinal.</summary>
    /// <param name="query">What to find.</param>
    /// <param name="count">Most passages wanted, 1 or more.</param>
    /// <param name="cancellation">Observed while searching.</param>
    IReadOnlyList<Candidate> Search(IndexQuery query, int count, CancellationToken cancellation = default);

    /// <summary>Every passage that matches, in ascending order, unscored.</summary>
    int[] Match(IndexQuery query, CancellationToken cancellation = default);

    /// <summary>Reads the terms of a passage in order, for ranking without reading the text again.</summary>
    /// <param name="passage">Ordinal of the passage.</param>
    /// <param name="into">Receives them.</param>
    void ReadForward(int passage, ForwardEntry into);

    /// <summary>Passages that hold a term; 0 where none does.</summary>
    int DocumentFrequency(string field, string term);

    /// <summary>Terms of a field from <paramref name="from"/> on in ordinal (UTF-8) order, each with its passages.</summary>
    IEnumerable<(string Term, int DocumentFrequency)> Terms(string field, string from = "");

    /// <summary>The document, whole.</summary>
    ArchiveDocument Document(int document);

    /// <summary>The passage, whole.</summary>
    Passage Passage(int passage);

    /// <summary>Ordinals of a document's passages in the order of the text.</summary>
    IReadOnlyList<int> PassagesOf(int document);

    /// <summary>Ordinals of the documents whose <see cref="DocumentEntry.Group"/> is this one, in ascending order.</summary>
    IReadOnlyList<int> VersionsOf(int group);

    /// <summary>When index runs met the document; <see langword="null"/> where the index does not tell.</summary>
    SeenTimes? Seen(int document);

    /// <summary>What the archive may suggest, as it was worked out when the index was written; <see langword="null"/> where it was not.</summary>
    byte[]? Suggestions();

    /// <summary>Ordinal of the document with an id; <see langword="null"/> where there is none.</summary>
    int? Find(string id);
}

/// <summary>A passage found by one query, not yet ranked.</summary>
/// <param name="Passage">Ordinal in the snapshot.</param>
/// <param name="Score">Higher is better.</param>
public readonly record struct Candidate(int Passage, float Score);

/// <summary>What of a document is kept at hand for filters, facets and sorting.</summary>
/// <param name="Id">Document id.</param>
/// <param name="Language">Language of the page.</param>
/// <param name="Published">Publication date; <see langword="null"/> where unknown.</param>
/// <param name="Group">Smallest document ordinal among the page's versions, itself included.</param>
public sealed record DocumentEntry(string Id, Language Language, PartialDate? Published, int Group);

/// <summary>What an index says of itself.</summary>
/// <param name="SchemaVersion">Version of fields and storage; another version cannot be read.</param>
/// <param name="Analysis">Fingerprint of the analysis that made the terms.</param>
/// <param name="DocumentCount">Documents in it.</param>
/// <param name="PassageCount">Passages in it.</param>
/// <param name="Generation">Grows with every commit.</param>
public sealed record IndexManifest(int SchemaVersion, string Analysis, int DocumentCount, int PassageCount, long Generation);
