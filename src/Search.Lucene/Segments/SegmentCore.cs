using System.Collections.Concurrent;
using Search.Lucene.Codecs;
using Search.Lucene.Store;

namespace Search.Lucene.Segments;

/// <summary>What never changes of a segment, opened: shared by all readers of it, closed by the last.</summary>
internal sealed class SegmentCore
{
    private readonly Dictionary<string, Terms> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<int, NormsEntry> _norms = [];
    private readonly ConcurrentDictionary<string, NormValues> _normValues = new(StringComparer.Ordinal);
    private readonly IndexInput? _normData;
    private int _references = 1;

    private SegmentCore(FSDirectory directory, SegmentInfo info)
    {
        Info = info;
        Path = directory.PathOf(info.Name);
        Input = new(directory, info);
        try
        {
            Fields = FieldInfosFormat.Read(Input);
            Stored = StoredFieldsReader.Open(Input, info, Fields);
            foreach (var suffix in Fields.Where(field => field.IndexOptions != IndexOptions.None).Select(field => field.PostingsSuffix).Distinct())
            {
                if (HasFile(suffix, BlockTreeWriter.TermsExtension))
                {
                    OpenPostings(suffix);
                }
            }

            if (Fields.Any(field => field.HasNorms))
            {
                _norms = NormsFormat.Read(Input, Fields, info.MaxDoc, out _normData);
            }

            DocValues = new(info.MaxDoc);
            foreach (var suffix in Fields.Where(field => field.DocValuesType != DocValuesType.None).Select(field => field.DocValuesSuffix).Distinct())
            {
                DocValues.Read(Input, Fields, suffix);
            }
        }
        catch
        {
            Input.Dispose();
            throw;
        }
    }

    public SegmentInfo Info { get; }

    /// <summary>What the paths of its files begin with.</summary>
    public string Path { get; }

    public SegmentInput Input { get; }

    public FieldInfos Fields { get; }

    public StoredFieldsReader Stored { get; }

    public DocValuesReader DocValues { get; }

    public bool IsClosed => Volatile.Read(ref _references) == 0;

    /// <exception cref="IndexCorruptException">A file is absent or damaged.</exception>
    public static SegmentCore Open(FSDirectory directory, SegmentInfo info) => Damage.Named(directory.PathOf(info.Name), () => new SegmentCore(directory, info));

    public Terms? Terms(string field) => _terms.GetValueOrDefault(field);

    public NormValues? Norms(string field) =>
        Fields.Find(field) is { HasNorms: true } info && _norms.TryGetValue(info.Number, out var entry)
            ? _normValues.GetOrAdd(field, _ => new(_normData!, entry, Info.MaxDoc))
            : null;

    public bool TryIncRef()
    {
        for (var count = Volatile.Read(ref _references); count > 0;)
        {
            var seen = Interlocked.CompareExchange(ref _references, count + 1, count);
            if (seen == count)
            {
                return true;
            }

            count = seen;
        }

        return false;
    }

    public void DecRef()
    {
        if (Interlocked.Decrement(ref _references) == 0)
        {
            Input.Dispose();
        }
    }

    private bool HasFile(string suffix, string extension)
    {
        // A field may be indexed and yet have no term, and then there are no postings at all. In a compound file the names are inside.
        var name = SegmentFiles.Name(Info.Name, suffix, extension);
        return Info.IsCompound ? Input.HasCompound(name) : Info.Files.Contains(name);
    }

    private void OpenPostings(string suffix)
    {
        var docs = Input.Open(PostingsWriter.DocExtension, suffix);
        CodecFrame.ReadHeader(docs, PostingsWriter.DocCodec, PostingsWriter.Version, PostingsWriter.Version, Input.Id, suffix);
        IndexInput? positions = null;
        if (Fields.Any(field => field.PostingsSuffix == suffix && field.IndexOptions >= IndexOptions.DocsAndFreqsAndPositions))
        {
            positions = Input.Open(PostingsWriter.PositionExtension, suffix);
            CodecFrame.ReadHeader(positions, PostingsWriter.PositionCodec, PostingsWriter.Version, PostingsWriter.Version, Input.Id, suffix);
        }

        foreach (var (field, terms) in BlockTreeReader.Open(Input, Fields, suffix, new(docs, positions, Info.MaxDoc)))
        {
            _terms[field] = terms;
        }
    }
}
