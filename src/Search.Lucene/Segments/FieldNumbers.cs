using Search.Lucene.Codecs;

namespace Search.Lucene.Segments;

/// <summary>Number and kind of every field of an index, the same in all its segments. Shared by threads.</summary>
internal sealed class FieldNumbers
{
    private readonly object _gate = new();
    private readonly Dictionary<string, FieldInfo> _fields = new(StringComparer.Ordinal);
    private int _next;

    /// <summary>Takes over the fields of a segment.</summary>
    public void Learn(FieldInfos fields)
    {
        lock (_gate)
        {
            foreach (var field in fields)
            {
                _next = Math.Max(_next, field.Number + 1);
                _fields[field.Name] = Union(_fields.GetValueOrDefault(field.Name, field), field);
            }
        }
    }

    public FieldInfo? Find(string name)
    {
        lock (_gate)
        {
            return _fields.GetValueOrDefault(name);
        }
    }

    /// <summary>The field with what a document adds to it; a new number if it was not known.</summary>
    /// <exception cref="ArgumentException">The field was indexed or kept in another way before.</exception>
    public FieldInfo Use(string name, IndexOptions options, bool omitsNorms, DocValuesType docValues)
    {
        lock (_gate)
        {
            return UseLocked(name, options, omitsNorms, docValues);
        }
    }

    private FieldInfo UseLocked(string name, IndexOptions options, bool omitsNorms, DocValuesType docValues)
    {
        var wanted = new FieldInfo(name, -1, options, omitsNorms && options != IndexOptions.None, false, docValues);
        if (!_fields.TryGetValue(name, out var known))
        {
            return _fields[name] = wanted with { Number = _next++ };
        }

        if (options != IndexOptions.None && known.IndexOptions != IndexOptions.None
            && (options != known.IndexOptions || omitsNorms != known.OmitsNorms))
        {
            throw new ArgumentException($"Field {name} is indexed as {known.IndexOptions}, cannot become {options}.", nameof(name));
        }

        if (docValues != DocValuesType.None && known.DocValuesType != DocValuesType.None && docValues != known.DocValuesType)
        {
            throw new ArgumentException($"Field {name} has doc values {known.DocValuesType}, cannot become {docValues}.", nameof(name));
        }

        var union = Union(known, wanted);
        return union == known ? known : _fields[name] = union;
    }

    private static FieldInfo Union(FieldInfo known, FieldInfo other) => known with
    {
        IndexOptions = known.IndexOptions == IndexOptions.None ? other.IndexOptions : known.IndexOptions,
        OmitsNorms = known.IndexOptions == IndexOptions.None ? other.OmitsNorms : known.OmitsNorms,
        DocValuesType = known.DocValuesType == DocValuesType.None ? other.DocValuesType : known.DocValuesType,
        PostingsSuffix = SegmentFiles.PostingsSuffix,
        DocValuesSuffix = SegmentFiles.DocValuesSuffix,
    };
}
