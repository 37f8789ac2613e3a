using System.Numerics;
using System.Runtime.InteropServices;
using Search.Lucene.Codecs;
using Search.Lucene.Store;

namespace Search.Lucene.Segments;

/// <summary>Writes one segment from several, without their deleted documents; the order of documents stays.</summary>
internal sealed class SegmentMerger
{
    private readonly SegmentFiles _files;
    private readonly FieldNumbers _numbers;
    private readonly IReadOnlyList<Source> _sources;
    private readonly Func<bool> _isCancelled;
    private readonly int _maxDoc;

    public SegmentMerger(SegmentFiles files, FieldNumbers numbers, IReadOnlyList<Source> sources, Func<bool> isCancelled)
    {
        _files = files;
        _numbers = numbers;
        _sources = sources;
        _isCancelled = isCancelled;
        _maxDoc = sources.Sum(source => source.LiveCount);
    }

    /// <exception cref="OperationCanceledException">The writer is closing.</exception>
    /// <exception cref="IndexCorruptException">A source is damaged; nothing of it is carried over.</exception>
    public SegmentInfo Merge()
    {
        foreach (var (name, input) in _sources.SelectMany(source => source.Core.Input.Opened))
        {
            // Damage must not be copied into a file whose checksum would then be right.
            CodecFrame.CheckFooter(input, whole: true);
        }

        var fields = MergedFields();
        MergeStored();
        var norms = MergeNorms(fields);
        MergePostings(fields, norms);
        MergeDocValues(fields);
        FieldInfosFormat.Write(_files, fields);
        return SegmentInfoFormat.Write(_files, _maxDoc, "merge");
    }

    private FieldInfos MergedFields()
    {
        var names = _sources.SelectMany(source => source.Core.Fields).Select(info => info.Name).Distinct(StringComparer.Ordinal);
        return new(names.Select(name =>
        {
            var known = _numbers.Find(name)!;
            var infos = _sources.Select(source => source.Core.Fields.Find(name)).OfType<FieldInfo>().ToList();
            var indexed = infos.Find(info => info.IndexOptions != IndexOptions.None);
            return known with
            {
                IndexOptions = indexed?.IndexOptions ?? IndexOptions.None,
                OmitsNorms = indexed?.OmitsNorms ?? false,
                DocValuesType = infos.Select(info => info.DocValuesType).FirstOrDefault(type => type != DocValuesType.None),
            };
        }));
    }

    private void MergeStored()
    {
        using var writer = new StoredFieldsWriter(_files);
        foreach (var source in _sources)
        {
            var stored = source.Core.Stored;
            var sameNumbers = source.Core.Fields.All(info => _numbers.Find(info.Name)!.Number == info.Number);
            for (var i = 0; i < stored.ChunkCount; i++)
            {
                ThrowIfCancelled();
                var chunk = stored.OpenChunk(i);
                if (sameNumbers && source.Live is null && !chunk.IsSliced && chunk.Starts[^1] >= StoredFieldsWriter.WorthKeepingBytes)
                {
                    writer.AddChunk(stored.Raw(chunk), chunk.FieldCounts.Length);
                }
                else
                {
                    CopyDocuments(source, stored, chunk, sameNumbers, writer);
                }
            }
        }

        writer.Finish();
    }

    private void CopyDocuments(Source source, StoredFieldsReader stored, StoredFieldsReader.Chunk chunk, bool sameNumbers, StoredFieldsWriter writer)
    {
        var bytes = new byte[chunk.Starts[^1]];
        stored.Decompress(chunk, 0, bytes.Length, bytes);
        for (var i = 0; i < chunk.FieldCounts.Length; i++)
        {
            if (source.Live is { } live && !live[chunk.DocBase + i])
            {
                continue;
            }

            var document = bytes.AsSpan(chunk.Starts[i], chunk.Starts[i + 1] - chunk.Starts[i]);
            if (sameNumbers)
            {
                writer.Document.WriteBytes(document);
            }
            else
            {
                foreach (var field in stored.Parse(document, chunk.FieldCounts[i]).Fields)
                {
                    StoredValue.Write(writer.Document, _numbers.Find(field.Name)!.Number, field.Value);
                }
            }

            writer.FinishDocument(chunk.FieldCounts[i]);
        }
    }

    private Dictionary<string, byte[]> MergeNorms(FieldInfos fields)
    {
        var merged = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var info in fields.Where(info => info.HasNorms))
        {
            var norms = merged[info.Name] = new byte[_maxDoc];
            foreach (var source in _sources)
            {
                if (source.Core.Norms(info.Name) is not { } values)
                {
                    continue;
                }

                if (values.Bytes.IsEmpty && source.Core.Info.MaxDoc > 0)
                {
                    throw new IndexCorruptException(_files.Directory.Path, $"Norms of field {info.Name} are wider than a byte, which this program reads but cannot merge.");
                }

                for (var doc = 0; doc < values.Bytes.Length; doc++)
                {
                    var to = source.Map(doc);
                    if (to >= 0)
                    {
                        norms[to] = values.Bytes[doc];
                    }
                }
            }
        }

        if (merged.Count > 0)
        {
            NormsFormat.Write(_files, fields.Where(info => info.HasNorms).Select(info => (info, merged[info.Name])), _maxDoc);
        }

        return merged;
    }

    private void MergePostings(FieldInfos fields, Dictionary<string, byte[]> norms)
    {
        var indexed = fields.Where(info => _sources.Any(source => source.Core.Terms(info.Name) is not null))
            .OrderBy(info => info.Name, StringComparer.Ordinal)
            .ToList();
        if (indexed.Count == 0)
        {
            return;
        }

        using var postings = new PostingsWriter(_files, fields.Any(info => info.IndexOptions >= IndexOptions.DocsAndFreqsAndPositions));
        using var terms = new BlockTreeWriter(_files);
        foreach (var info in indexed)
        {
            terms.StartField(info);
            postings.StartField(info.IndexOptions, norms.GetValueOrDefault(info.Name));
            terms.FinishField(MergeTerms(info, postings, terms));
        }

        terms.Finish();
        postings.Finish();
    }

    private int MergeTerms(FieldInfo info, PostingsWriter postings, BlockTreeWriter terms)
    {
        var features = info.IndexOptions switch
        {
            IndexOptions.Docs => PostingsFeatures.Docs,
            IndexOptions.DocsAndFreqs => PostingsFeatures.Freqs,
            _ => PostingsFeatures.Positions,
        };
        var cursors = _sources.Select(source => (Source: source, Terms: source.Core.Terms(info.Name)?.Enumerate()))
            .Where(cursor => cursor.Terms is not null && cursor.Terms.Next())
            .Select(cursor => new Cursor(cursor.Source, cursor.Terms!))
            .ToList();
        var seen = new ulong[(_maxDoc + 63) >> 6];
        var term = Array.Empty<byte>();
        for (var count = 0; cursors.Count > 0; count++)
        {
            if ((count & 0xFFF) == 0)
            {
                ThrowIfCancelled();
            }

            var least = cursors[0];
            for (var i = 1; i < cursors.Count; i++)
            {
                if (cursors[i].Terms.Term.SequenceCompareTo(least.Terms.Term) < 0)
                {
                    least = cursors[i];
                }
            }

            var length = least.Terms.Term.Length;
            if (term.Length < length)
            {
                term = new byte[length * 2];
            }

            least.Terms.Term.CopyTo(term);
            var bytes = term.AsSpan(0, length);
            postings.StartTerm();
            var any = false;
            for (var i = 0; i < cursors.Count; i++)
            {
                var cursor = cursors[i];
                if (cursor.Terms.Term.SequenceEqual(bytes))
                {
                    any |= CopyPostings(cursor, features, postings, seen);
                    if (!cursor.Terms.Next())
                    {
                        cursors.RemoveAt(i--);
                    }
                }
            }

            if (any)
            {
                terms.Add(bytes, postings.FinishTerm());
            }
        }

        return seen.Sum(word => BitOperations.PopCount(word));
    }

    private static bool CopyPostings(Cursor cursor, PostingsFeatures features, PostingsWriter postings, ulong[] seen)
    {
        var docs = cursor.Postings = cursor.Terms.Postings(features, cursor.Postings);
        var any = false;
        for (var doc = docs.NextDoc(); doc != PostingsEnum.NoMoreDocs; doc = docs.NextDoc())
        {
            var to = cursor.Source.Map(doc);
            if (to < 0)
            {
                continue;
            }

            any = true;
            seen[to >> 6] |= 1UL << (to & 63);
            var freq = docs.Freq;
            postings.AddDocument(to, freq);
            if (features == PostingsFeatures.Positions)
            {
                for (; freq > 0; freq--)
                {
                    postings.AddPosition(docs.NextPosition());
                }
            }
        }

        return any;
    }

    private void MergeDocValues(FieldInfos fields)
    {
        if (!fields.Any(info => info.DocValuesType != DocValuesType.None))
        {
            return;
        }

        using var writer = new DocValuesWriter(_files, _maxDoc);
        foreach (var info in fields.Where(info => info.DocValuesType != DocValuesType.None))
        {
            ThrowIfCancelled();
            switch (info.DocValuesType)
            {
                case DocValuesType.Numeric:
                    MergeNumeric(info, writer);
                    break;
                case DocValuesType.Binary:
                    MergeBinary(info, writer);
                    break;
                case DocValuesType.SortedNumeric:
                    MergeSortedNumeric(info, writer);
                    break;
                default:
                    MergeSorted(info, writer);
                    break;
            }
        }

        writer.Finish();
    }

    private void MergeNumeric(FieldInfo info, DocValuesWriter writer)
    {
        var docs = new List<int>();
        var values = new List<long>();
        foreach (var source in _sources)
        {
            if (source.Core.DocValues.Numeric(info.Name) is not { } numeric)
            {
                continue;
            }

            for (var doc = 0; doc < source.Core.Info.MaxDoc; doc++)
            {
                var to = source.Map(doc);
                if (to >= 0 && numeric.TryGet(doc, out var value))
                {
                    docs.Add(to);
                    values.Add(value);
                }
            }
        }

        writer.AddNumeric(info, CollectionsMarshal.AsSpan(docs), CollectionsMarshal.AsSpan(values));
    }

    private void MergeBinary(FieldInfo info, DocValuesWriter writer)
    {
        writer.StartBinary(info);
        foreach (var source in _sources)
        {
            if (source.Core.DocValues.Binary(info.Name) is not { } binary)
            {
                continue;
            }

            for (var doc = 0; doc < source.Core.Info.MaxDoc; doc++)
            {
                var to = source.Map(doc);
                if (to >= 0 && binary.TryGet(doc, out var value))
                {
                    writer.AddBinary(to, value);
                }
            }
        }

        writer.FinishBinary();
    }

    private void MergeSortedNumeric(FieldInfo info, DocValuesWriter writer)
    {
        var docs = new List<int>();
        var counts = new List<int>();
        var values = new List<long>();
        foreach (var source in _sources)
        {
            if (source.Core.DocValues.SortedNumeric(info.Name) is not { } numbers)
            {
                continue;
            }

            for (var doc = 0; doc < source.Core.Info.MaxDoc; doc++)
            {
                var to = source.Map(doc);
                var count = to < 0 ? 0 : numbers.Advance(doc);
                if (count > 0)
                {
                    docs.Add(to);
                    counts.Add(count);
                    for (; count > 0; count--)
                    {
                        values.Add(numbers.NextValue());
                    }
                }
            }
        }

        writer.AddSortedNumeric(info, CollectionsMarshal.AsSpan(docs), CollectionsMarshal.AsSpan(counts), CollectionsMarshal.AsSpan(values));
    }

    private void MergeSorted(FieldInfo info, DocValuesWriter writer)
    {
        var terms = new TermTable();
        var docs = new List<int>();
        var counts = new List<int>();
        var ords = new List<int>();
        foreach (var source in _sources)
        {
            if (source.Core.DocValues.SortedSet(info.Name) is not { } set)
            {
                continue;
            }

            // Only terms of documents that stay are carried over.
            var numbers = new int[set.ValueCount];
            numbers.AsSpan().Fill(-1);
            for (var doc = 0; doc < source.Core.Info.MaxDoc; doc++)
            {
                var to = source.Map(doc);
                var count = to < 0 ? 0 : set.Advance(doc);
                if (count == 0)
                {
                    continue;
                }

                docs.Add(to);
                counts.Add(count);
                for (; count > 0; count--)
                {
                    var ord = (int)set.NextOrd();
                    ords.Add(numbers[ord] >= 0 ? numbers[ord] : numbers[ord] = terms.GetOrAdd(set.LookupOrd(ord)));
                }
            }
        }

        var sorted = terms.Sort();
        var rank = new int[sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            rank[sorted[i]] = i;
        }

        var ranked = CollectionsMarshal.AsSpan(ords);
        for (var i = 0; i < ranked.Length; i++)
        {
            ranked[i] = rank[ranked[i]];
        }

        if (info.DocValuesType == DocValuesType.Sorted)
        {
            writer.AddSorted(info, CollectionsMarshal.AsSpan(docs), ranked, terms);
            return;
        }

        var at = 0;
        foreach (var count in counts)
        {
            ranked.Slice(at, count).Sort();
            at += count;
        }

        writer.AddSortedSet(info, CollectionsMarshal.AsSpan(docs), CollectionsMarshal.AsSpan(counts), ranked, terms);
    }

    private void ThrowIfCancelled()
    {
        if (_isCancelled())
        {
            throw new OperationCanceledException("The writer is closing.");
        }
    }

    /// <summary>A segment to be merged, as it stands when the merge begins.</summary>
    internal sealed class Source
    {
        private readonly int[]? _map;
        private readonly int _base;

        public Source(SegmentCore core, LiveDocs? live, int docBase)
        {
            Core = core;
            Live = live;
            _base = docBase;
            LiveCount = core.Info.MaxDoc;
            if (live is null)
            {
                return;
            }

            _map = new int[core.Info.MaxDoc];
            var next = docBase;
            for (var doc = 0; doc < _map.Length; doc++)
            {
                _map[doc] = live[doc] ? next++ : -1;
            }

            LiveCount = next - docBase;
        }

        public SegmentCore Core { get; }

        public LiveDocs? Live { get; }

        public int LiveCount { get; }

        /// <summary>Number of a document in the merged segment; −1 if it is deleted.</summary>
        public int Map(int doc) => _map is null ? _base + doc : _map[doc];
    }

    private sealed class Cursor(Source source, TermsEnum terms)
    {
        public Source Source { get; } = source;

        public TermsEnum Terms { get; } = terms;

        public PostingsEnum? Postings { get; set; }
    }
}
