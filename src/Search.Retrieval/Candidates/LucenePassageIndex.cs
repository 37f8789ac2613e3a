using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Search.Lucene;
using Search.Lucene.Codecs;
using Search.Lucene.Search;
using Search.Retrieval.Schema;
using Search.Text;

namespace Search.Retrieval.Candidates;

/// <summary>
/// The product's index: one commit of a Lucene index on disk. A passage's ordinal is its number in the engine; a page is kept as a document of its
/// own, so that its text stands once.
/// </summary>
internal sealed class LucenePassageIndex : IPassageIndex
{
    // Some ten megabytes; answers look at the same few pages several times over.
    private const int CachedPages = 1000;

    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly int[] _documentOf;
    private readonly int[] _numberOf;
    private readonly List<int>[] _passagesOf;
    private readonly int[] _pages;
    private readonly ILookup<int, int> _versions;
    private readonly ConcurrentDictionary<int, StoredPage> _cache = new();
    private readonly string[] _ids;
    private readonly Lazy<Dictionary<string, long[]>> _seen;

    /// <summary>Takes over a reader: it is closed with this index.</summary>
    /// <exception cref="IndexUnavailableException">The index is of another schema.</exception>
    public LucenePassageIndex(DirectoryReader reader)
    {
        _reader = reader;
        _searcher = new IndexSearcher(reader, new BM25Similarity(Bm25.Passages.K1, Bm25.Passages.B));
        var schema = reader.CommitUserData.GetValueOrDefault(LuceneFields.SchemaVersion);
        if (schema != Invariant(Fields.Version))
        {
            throw new IndexUnavailableException($"The index is of schema '{schema ?? "unknown"}', this program reads {Fields.Version}. Build it anew: dotnet run --project src/Indexer -- index SOURCE --fresh");
        }

        var pages = ReadPages();
        _ids = [.. pages.Select(page => page.Id)];
        _pages = [.. pages.Select(page => page.DocId)];
        (_documentOf, _numberOf, _passagesOf) = ReadPassages();
        _seen = new Lazy<Dictionary<string, long[]>>(() => ReadAlone<Dictionary<string, long[]>>(LuceneFields.Seen) ?? []);
        var groups = ReadGroups();
        Entries = [.. pages.Select(page => page.Entry)];
        Documents = [.. pages.Select((page, document) => new DocumentEntry(page.Id, page.Entry.Language, page.Entry.Published, groups[document]))];
        _versions = Enumerable.Range(0, Documents.Count).ToLookup(document => groups[document]);
        PassageCount = _passagesOf.Sum(list => list.Count);
        Manifest = new IndexManifest(Fields.Version, reader.CommitUserData.GetValueOrDefault(LuceneFields.Analysis, ""), Documents.Count, PassageCount, reader.Generation);
    }

    /// <inheritdoc/>
    public IndexManifest Manifest { get; }

    /// <inheritdoc/>
    public int PassageCount { get; }

    /// <inheritdoc/>
    public IReadOnlyList<DocumentEntry> Documents { get; }

    /// <summary>The pages' entries, checksums included, by document ordinal.</summary>
    public IReadOnlyList<PageEntry> Entries { get; }

    /// <inheritdoc/>
    public int DocumentOf(int passage) => _documentOf[passage];

    /// <inheritdoc/>
    public ArchiveDocument Document(int document) => Page(document).Document;

    /// <inheritdoc/>
    public Passage Passage(int passage) => Page(_documentOf[passage]).Passage(_numberOf[passage]);

    /// <inheritdoc/>
    public IReadOnlyList<int> PassagesOf(int document) => _passagesOf[document];

    /// <inheritdoc/>
    public IReadOnlyList<int> VersionsOf(int group) => [.. _versions[group]];

    /// <inheritdoc/>
    public SeenTimes? Seen(int document) => _seen.Value.TryGetValue(_ids[document], out var times)
        ? new SeenTimes(DateTimeOffset.FromUnixTimeSeconds(times[0]), DateTimeOffset.FromUnixTimeSeconds(times[1]))
        : null;

    /// <inheritdoc/>
    public byte[]? Suggestions() => BytesAlone(LuceneFields.Suggestions);

    /// <inheritdoc/>
    public int? Find(string id) => Array.BinarySearch(_ids, id, StringComparer.Ordinal) is >= 0 and var document ? document : null;

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Search(IndexQuery query, int count, CancellationToken cancellation = default) =>
        [.. _searcher.Search(LuceneQueries.Of(query), count, null, cancellation).ScoreDocs.Where(hit => _documentOf[hit.DocId] >= 0).Select(hit => new Candidate(hit.DocId, hit.Score))];

    /// <inheritdoc/>
    public int[] Match(IndexQuery query, CancellationToken cancellation = default) =>
        [.. _searcher.Match(LuceneQueries.Of(query), cancellation).Where(docId => _documentOf[docId] >= 0)];

    /// <inheritdoc/>
    public void ReadForward(int passage, ForwardEntry into)
    {
        var leaf = Leaf(passage);
        if (leaf.Reader.BinaryDocValues(LuceneFields.Forward) is { } values && values.TryGet(passage - leaf.DocBase, out var bytes))
        {
            var terms = MemoryMarshal.Cast<byte, uint>(bytes);
            var bodyCount = (int)terms[0];
            into.Set(terms.Slice(1, bodyCount), terms[(1 + bodyCount)..]);
        }
        else
        {
            into.Set([], []);
        }
    }

    /// <inheritdoc/>
    public int DocumentFrequency(string field, string term) => _reader.DocFreq(new Term(field, term));

    /// <inheritdoc/>
    public IEnumerable<(string Term, int DocumentFrequency)> Terms(string field, string from = "")
    {
        var walks = new PriorityQueue<TermsEnum, string>(Utf8Order.Instance);
        foreach (var leaf in _reader.Leaves)
        {
            if (leaf.Reader.Terms(field)?.Enumerate() is { } walk && walk.SeekCeil(Encoding.UTF8.GetBytes(from)) != SeekStatus.End)
            {
                walks.Enqueue(walk, Encoding.UTF8.GetString(walk.Term));
            }
        }

        while (walks.TryPeek(out _, out var term))
        {
            var count = 0;
            while (walks.TryPeek(out var walk, out var same) && same == term)
            {
                walks.Dequeue();
                count += walk.DocFreq;
                if (walk.Next())
                {
                    walks.Enqueue(walk, Encoding.UTF8.GetString(walk.Term));
                }
            }

            yield return (term, count);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    /// <summary>The forward index of a passage as it is kept.</summary>
    public static byte[] ForwardBytes(PassageFields fields)
    {
        uint[] terms = [(uint)fields.ForwardBody.Length, .. fields.ForwardBody, .. fields.ForwardTitle];
        var bytes = new byte[terms.Length * sizeof(uint)];
        for (var i = 0; i < terms.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), terms[i]);
        }

        return bytes;
    }

    /// <summary>The page of a document ordinal, from the cache or from disk.</summary>
    public StoredPage Page(int document)
    {
        if (_cache.TryGetValue(document, out var page))
        {
            return page;
        }

        page = StoredPage.FromBytes(_reader.Document(_pages[document]).GetBytes(LuceneFields.Source));
        if (_cache.Count >= CachedPages)
        {
            _cache.Clear();
        }

        return _cache[document] = page;
    }

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private LeafContext Leaf(int docId)
    {
        var leaves = _reader.Leaves;
        var leaf = leaves.Count - 1;
        while (leaves[leaf].DocBase > docId)
        {
            leaf--;
        }

        return leaves[leaf];
    }

    private IEnumerable<(LeafContext Leaf, int DocId)> Live() =>
        from leaf in _reader.Leaves
        let live = leaf.Reader.LiveDocs
        from docId in Enumerable.Range(0, leaf.Reader.MaxDoc)
        where live is null || live[docId]
        select (leaf, docId);

    private List<(string Id, int DocId, PageEntry Entry)> ReadPages()
    {
        var pages = new List<(string Id, int DocId, PageEntry Entry)>();
        foreach (var leaf in Live().GroupBy(pair => pair.Leaf))
        {
            if (leaf.Key.Reader.SortedDocValues(LuceneFields.Entry) is not { } entries || leaf.Key.Reader.SortedDocValues(Fields.Document) is not { } ids)
            {
                continue;
            }

            foreach (var (_, docId) in leaf)
            {
                if (entries.Ord(docId) is >= 0 and var ord)
                {
                    pages.Add((Encoding.UTF8.GetString(ids.LookupOrd(ids.Ord(docId))), leaf.Key.DocBase + docId, PageEntry.Parse(entries.LookupOrd(ord))));
                }
            }
        }

        pages.Sort((left, right) => string.CompareOrdinal(left.Id, right.Id));
        return pages;
    }

    private (int[] DocumentOf, int[] NumberOf, List<int>[] PassagesOf) ReadPassages()
    {
        var documentOf = new int[_reader.MaxDoc];
        var numberOf = new int[_reader.MaxDoc];
        Array.Fill(documentOf, -1);
        var passagesOf = Enumerable.Range(0, _ids.Length).Select(_ => new List<int>()).ToArray();
        foreach (var leaf in Live().GroupBy(pair => pair.Leaf))
        {
            if (leaf.Key.Reader.SortedDocValues(Fields.Document) is not { } ids)
            {
                continue;
            }

            var entries = leaf.Key.Reader.SortedDocValues(LuceneFields.Entry);
            var documents = Enumerable.Range(0, ids.ValueCount).Select(ord => Find(Encoding.UTF8.GetString(ids.LookupOrd(ord))) ?? -1).ToArray();
            foreach (var (_, docId) in leaf)
            {
                if (ids.Ord(docId) is >= 0 and var ord && entries?.Ord(docId) is null or < 0 && documents[ord] is >= 0 and var document)
                {
                    var passage = leaf.Key.DocBase + docId;
                    documentOf[passage] = document;
                    numberOf[passage] = passagesOf[document].Count;
                    passagesOf[document].Add(passage);
                }
            }
        }

        return (documentOf, numberOf, passagesOf);
    }

    /// <summary>Smallest document ordinal of each document's versions, itself included.</summary>
    private int[] ReadGroups()
    {
        var groups = Enumerable.Range(0, _ids.Length).ToArray();
        foreach (var versions in ReadAlone<string[][]>(LuceneFields.Versions) ?? [])
        {
            var documents = versions.Select(Find).Where(document => document is not null).Select(document => document!.Value).ToList();
            foreach (var document in documents)
            {
                groups[document] = documents.Min();
            }
        }

        return groups;
    }

    /// <summary>Content of the one document of a kind; <see langword="null"/> where there is none.</summary>
    private T? ReadAlone<T>(string kind) => BytesAlone(kind) is { } bytes ? JsonSerializer.Deserialize<T>(bytes) : default;

    private byte[]? BytesAlone(string kind) =>
        _searcher.Search(new TermQuery(new Term(LuceneFields.Kind, kind)), 1).ScoreDocs is [var kept, ..]
            ? _reader.Document(kept.DocId).GetBytes(LuceneFields.Source)
            : null;
}
