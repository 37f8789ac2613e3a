using System.Globalization;
using System.Text.Json;
using Search.Lucene;
using Search.Lucene.Codecs;
using Search.Lucene.Store;
using Search.Retrieval.Schema;
using Search.Retrieval.Suggesting;
using Search.Retrieval.Versions;
using Search.Text;
using Search.Text.Analysis;

namespace Search.Retrieval.Candidates;

/// <summary>Writes pages and their passages into the index of a folder. Nothing is seen by readers before <see cref="Commit"/>.</summary>
internal sealed class PassageIndexWriter : IDisposable
{
    private readonly TextAnalyzer _analyzer = new();
    private readonly string _analysis;
    private readonly IndexWriter _writer;
    private readonly LucenePassageIndex? _old;
    private readonly DateTimeOffset _now;

    private PassageIndexWriter(IndexWriter writer, LucenePassageIndex? old, DateTimeOffset now)
    {
        _analysis = AnalysisFingerprint.Of(_analyzer);
        _writer = writer;
        _old = old;
        _now = now;
    }

    /// <summary>Opens the index of a folder for writing.</summary>
    /// <param name="folder">Folder of the index.</param>
    /// <param name="mode">Whether to keep what it holds.</param>
    /// <param name="now">When the pages written are seen.</param>
    /// <exception cref="IndexUnavailableException">It cannot be read, or another writer holds it.</exception>
    public static PassageIndexWriter Open(string folder, BuildMode mode, DateTimeOffset now)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var directory = new FSDirectory(folder);
            var keeps = mode == BuildMode.Update && DirectoryReader.IndexExists(directory);
            var writer = new IndexWriter(directory, new IndexWriterOptions { OpenMode = keeps ? OpenMode.CreateOrAppend : OpenMode.Create });
            try
            {
                return new PassageIndexWriter(writer, keeps ? new LucenePassageIndex(DirectoryReader.Open(directory)) : null, now);
            }
            catch
            {
                writer.Dispose();
                throw;
            }
        }
        catch (IndexException error)
        {
            throw new IndexUnavailableException($"The index in '{folder}' cannot be written. {error.Message}", error);
        }
    }

    /// <summary>Adds or replaces documents; all others are analysed anew where the analysis has changed since.</summary>
    /// <returns>How many of the documents were new, changed, and as they stood.</returns>
    public (int Added, int Updated, int Unchanged) Write(IReadOnlyList<ArchiveDocument> documents, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        var known = _old is null ? [] : _old.Documents.Select((entry, i) => (entry.Id, _old.Entries[i])).ToDictionary(pair => pair.Id, pair => pair.Item2, StringComparer.Ordinal);
        var isSameAnalysis = _old?.Manifest.Analysis == _analysis;
        var given = documents.ToDictionary(document => document.Id, StringComparer.Ordinal);
        var changed = documents.Where(document => known.GetValueOrDefault(document.Id) != PageEntry.Of(document)).ToList();
        var kept = (_old?.Documents ?? []).Select((entry, i) => (entry.Id, Ordinal: i)).Where(pair => !given.ContainsKey(pair.Id)).Select(pair => _old!.Document(pair.Ordinal)).ToList();
        IEnumerable<ArchiveDocument> toWrite = isSameAnalysis ? changed : documents.Concat(kept);
        var sorted = toWrite.OrderBy(document => document.Id, StringComparer.Ordinal).ToList();
        var done = 0;
        foreach (var (document, passages) in Analysed(sorted, cancellation))
        {
            Replace(document, passages, known.ContainsKey(document.Id));
            progress?.Report(new IndexProgress("indexing", ++done, sorted.Count));
        }

        WriteSeen(documents, kept);

        // What is read from all pages together stays true while no page changes.
        if (sorted.Count > 0 || _old is null)
        {
            WriteVersions(documents.Concat(kept), cancellation);
            WriteAlone(LuceneFields.Suggestions, SuggestionBuilder.Build([.. documents.Concat(kept).OrderBy(document => document.Id, StringComparer.Ordinal)], _analyzer).ToBytes());
        }

        var updated = changed.Count(document => known.ContainsKey(document.Id));
        return (changed.Count - updated, updated, documents.Count - changed.Count);
    }

    /// <summary>Makes everything written visible at once, and lasting.</summary>
    public void Commit() => _writer.Commit(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [LuceneFields.SchemaVersion] = Fields.Version.ToString(CultureInfo.InvariantCulture),
        [LuceneFields.Analysis] = _analysis,
    });

    /// <summary>Drops what was not committed.</summary>
    public void Dispose()
    {
        _writer.Dispose();
        _old?.Dispose();
    }

    /// <summary>Analysis is most of the work and runs on every core; pages come out in the order they went in.</summary>
    private ParallelQuery<(ArchiveDocument Document, List<PassageFields> Passages)> Analysed(List<ArchiveDocument> documents, CancellationToken cancellation) =>
        documents.AsParallel()
            .AsOrdered()
            .WithCancellation(cancellation)
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(document => (document, PassageReader.Passages(document).Select(passage => PassageFields.Of(_analyzer, document, passage)).ToList()));

    private void Replace(ArchiveDocument document, List<PassageFields> passages, bool isKnown)
    {
        if (isKnown)
        {
            _writer.DeleteDocuments(new Term(Fields.Document, document.Id));
        }

        foreach (var passage in passages)
        {
            _writer.AddDocument(Entry(document, passage));
        }

        _writer.AddDocument(new Document()
            .AddKeyword(LuceneFields.Kind, LuceneFields.Page)
            .AddKeyword(Fields.Document, document.Id)
            .AddSorted(Fields.Document, document.Id)
            .AddSorted(LuceneFields.Entry, PageEntry.Of(document).ToString())
            .AddStored(LuceneFields.Source, StoredPage.Of(document, [.. passages.Select(fields => fields.Passage)]).ToBytes()));
    }

    private static Document Entry(ArchiveDocument document, PassageFields fields)
    {
        var entry = new Document()
            .AddKeyword(LuceneFields.Kind, LuceneFields.Passage)
            .AddKeyword(Fields.Document, document.Id)
            .AddSorted(Fields.Document, document.Id)
            .AddBinary(LuceneFields.Forward, LucenePassageIndex.ForwardBytes(fields));
        foreach (var (name, terms) in fields.Terms)
        {
            if (name == Fields.Language || name == Fields.Url)
            {
                entry.AddKeywords(name, terms.Select(term => term.Text).Distinct());
            }
            else if (name != Fields.Document && terms.Count > 0)
            {
                entry.AddText(name, Tokens(terms));
            }
        }

        foreach (var (name, value) in fields.Numbers)
        {
            entry.AddNumeric(name, value);
        }

        return entry;
    }

    private static TokenSequence Tokens(IReadOnlyList<PositionedTerm> terms)
    {
        var tokens = new TokenSequence();
        var position = -1;
        foreach (var term in terms)
        {
            tokens.Add(term.Text.AsSpan(), term.Position - position);
            position = term.Position;
        }

        return tokens;
    }

    /// <summary>Links the versions among all documents, those that the index keeps included: a new page may be the version of an old one.</summary>
    private void WriteVersions(IEnumerable<ArchiveDocument> documents, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var all = documents.OrderBy(document => document.Id, StringComparer.Ordinal).ToList();
        var groups = VersionLinker.Group(all, _analyzer);
        var versions = Enumerable.Range(0, all.Count)
            .GroupBy(document => groups[document])
            .Where(group => group.Count() > 1)
            .Select(group => group.Select(document => all[document].Id).ToArray())
            .ToArray();
        WriteAlone(LuceneFields.Versions, JsonSerializer.SerializeToUtf8Bytes(versions));
    }

    /// <summary>Notes this run for the pages it was given; the others keep the times of the runs that saw them.</summary>
    private void WriteSeen(IEnumerable<ArchiveDocument> given, IEnumerable<ArchiveDocument> kept)
    {
        var seen = new SortedDictionary<string, long[]>(StringComparer.Ordinal);
        foreach (var document in given)
        {
            seen[document.Id] = [(Before(document) ?? new SeenTimes(_now, _now)).First.ToUnixTimeSeconds(), _now.ToUnixTimeSeconds()];
        }

        foreach (var document in kept)
        {
            if (Before(document) is { } before)
            {
                seen[document.Id] = [before.First.ToUnixTimeSeconds(), before.Last.ToUnixTimeSeconds()];
            }
        }

        WriteAlone(LuceneFields.Seen, JsonSerializer.SerializeToUtf8Bytes(seen));

        SeenTimes? Before(ArchiveDocument document) => _old?.Find(document.Id) is { } ordinal ? _old.Seen(ordinal) : null;
    }

    /// <summary>Writes the one document of a kind in place of the one before.</summary>
    private void WriteAlone(string kind, byte[] content)
    {
        _writer.DeleteDocuments(new Term(LuceneFields.Kind, kind));
        _writer.AddDocument(new Document().AddKeyword(LuceneFields.Kind, kind).AddStored(LuceneFields.Source, content));
    }
}
