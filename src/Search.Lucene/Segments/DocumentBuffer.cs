using Search.Lucene.Codecs;
using Search.Lucene.Store;

namespace Search.Lucene.Segments;

/// <summary>
/// Documents not yet written as a segment. Stored fields go to disk as they come; text and doc values stay in memory until <see cref="Flush"/>.
/// </summary>
internal sealed class DocumentBuffer : IDisposable
{
    public const int MaxTermBytes = 32766;

    // Positions must leave room for the blocks' arithmetic, as in Lucene.
    private const int MaxPosition = int.MaxValue - 128;

    private readonly SegmentFiles _files;
    private readonly FieldNumbers _numbers;
    private readonly StoredFieldsWriter _stored;
    private readonly Dictionary<string, InvertedField> _inverted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocValuesBuffer> _docValues = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FieldInfo> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<Term, int> _deletes = [];
    private long _deleteBytes;

    public DocumentBuffer(SegmentFiles files, FieldNumbers numbers)
    {
        _files = files;
        _numbers = numbers;
        _stored = new(files);
    }

    /// <summary>Name of the segment to be.</summary>
    public string Name => _files.Segment;

    /// <summary>Documents added.</summary>
    public int DocCount => _stored.DocCount;

    /// <summary>Memory held, and what writing the segment will need besides.</summary>
    public long Bytes
    {
        get
        {
            var sum = _deleteBytes;
            foreach (var inverted in _inverted.Values)
            {
                sum += inverted.Bytes;
            }

            foreach (var values in _docValues.Values)
            {
                sum += values.Bytes;
            }

            return sum;
        }
    }

    /// <summary>Terms to be deleted, each with the number of the first document here that it does not concern.</summary>
    public IReadOnlyDictionary<Term, int> Deletes => _deletes;

    /// <exception cref="ArgumentException">The document cannot be indexed; nothing of it was.</exception>
    public void Check(Document document)
    {
        foreach (var field in document.Fields)
        {
            Check(document, field);
        }
    }

    /// <summary>Adds a document that <see cref="Check(Document)"/> let pass.</summary>
    public void Add(Document document)
    {
        var docId = DocCount;
        var stored = 0;
        foreach (ref readonly var field in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(document.FieldList))
        {
            switch (field.Kind)
            {
                case DocumentFieldKind.Indexed:
                    Inverted(field).Add(docId, field.Tokens!);
                    break;
                case DocumentFieldKind.StoredString or DocumentFieldKind.StoredBytes or DocumentFieldKind.StoredLong:
                    Store(field);
                    stored++;
                    break;
                default:
                    DocValues(field).Add(docId, field);
                    break;
            }
        }

        _stored.FinishDocument(stored);
    }

    /// <summary>Remembers that all documents so far which hold a term are to be deleted.</summary>
    public void Delete(Term term)
    {
        if (!_deletes.ContainsKey(term))
        {
            _deleteBytes += 128 + term.Bytes.Length;
            term = new(term.Field, term.Bytes.ToArray());
        }

        _deletes[term] = DocCount;
    }

    /// <summary>Writes the segment. Returns it with its documents that are not deleted, null if all are there.</summary>
    public (SegmentInfo Info, LiveDocs? Live) Flush()
    {
        var maxDoc = DocCount;
        _stored.Finish();
        _stored.Dispose();
        var live = ApplyDeletes(maxDoc);
        var fields = new FieldInfos(_fields.Keys.Select(name => Latest(name)));
        WritePostings(maxDoc);
        if (_inverted.Values.Any(field => field.Field.HasNorms))
        {
            NormsFormat.Write(_files, Ordered(_inverted).Where(field => field.Field.HasNorms).Select(field => (field.Field, field.Norms(maxDoc))), maxDoc);
        }

        if (_docValues.Count > 0)
        {
            using var writer = new DocValuesWriter(_files, maxDoc);
            foreach (var buffer in _docValues.Values.OrderBy(buffer => buffer.Field.Number))
            {
                buffer.WriteTo(writer);
            }

            writer.Finish();
        }

        FieldInfosFormat.Write(_files, fields);
        return (SegmentInfoFormat.Write(_files, maxDoc, "flush"), live);
    }

    public void Dispose() => _stored.Dispose();

    private void WritePostings(int maxDoc)
    {
        var fields = Ordered(_inverted).Where(field => field.Terms.Count > 0).ToList();
        if (fields.Count == 0)
        {
            return;
        }

        // Readers look for positions if any field is described as having them, though none here may have a term.
        using var postings = new PostingsWriter(_files, _inverted.Values.Any(field => field.Field.IndexOptions >= IndexOptions.DocsAndFreqsAndPositions));
        using var terms = new BlockTreeWriter(_files);
        foreach (var field in fields)
        {
            terms.StartField(field.Field);
            postings.StartField(field.Field.IndexOptions, field.Field.HasNorms ? field.Norms(maxDoc) : null);
            terms.FinishField(WriteTerms(field, postings, terms));
        }

        terms.Finish();
        postings.Finish();
    }

    private static int WriteTerms(InvertedField field, PostingsWriter postings, BlockTreeWriter terms)
    {
        var (sorted, ends, entries, docCount) = field.SortByTerm();
        var withPositions = field.Field.IndexOptions >= IndexOptions.DocsAndFreqsAndPositions;
        var at = 0;
        foreach (var number in sorted)
        {
            postings.StartTerm();
            for (var end = ends[number]; at < end;)
            {
                var doc = (int)(entries[at] >> 32);
                var next = at + 1;
                while (next < end && (int)(entries[next] >> 32) == doc)
                {
                    next++;
                }

                postings.AddDocument(doc, next - at);
                if (withPositions)
                {
                    for (; at < next; at++)
                    {
                        postings.AddPosition((int)(uint)entries[at]);
                    }
                }

                at = next;
            }

            terms.Add(field.Terms.BytesOf(number), postings.FinishTerm());
        }

        return docCount;
    }

    private LiveDocs? ApplyDeletes(int maxDoc)
    {
        var words = new ulong[(maxDoc + 63) >> 6];
        var any = false;
        foreach (var byField in _deletes.GroupBy(delete => delete.Key.Field, StringComparer.Ordinal))
        {
            if (!_inverted.TryGetValue(byField.Key, out var field))
            {
                continue;
            }

            var before = byField.Select(delete => (Number: field.Terms.Find(delete.Key.Bytes.Span), Before: delete.Value))
                .Where(delete => delete.Number >= 0)
                .ToDictionary(delete => delete.Number, delete => delete.Before);
            field.MarkDocuments(before, doc =>
            {
                any = true;
                words[doc >> 6] |= 1UL << (doc & 63);
            });
        }

        if (!any)
        {
            return null;
        }

        for (var i = 0; i < words.Length; i++)
        {
            words[i] = ~words[i];
        }

        if ((maxDoc & 63) != 0)
        {
            words[^1] &= (1UL << (maxDoc & 63)) - 1;
        }

        return new(words, maxDoc);
    }

    private static IEnumerable<InvertedField> Ordered(Dictionary<string, InvertedField> fields) =>
        fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Value);

    private FieldInfo Latest(string name)
    {
        // The index may know more of the field than the documents here: only what they have is written.
        var field = _fields[name];
        return field with
        {
            IndexOptions = _inverted.TryGetValue(name, out var inverted) ? inverted.Field.IndexOptions : IndexOptions.None,
            OmitsNorms = inverted?.Field.OmitsNorms ?? false,
            DocValuesType = _docValues.TryGetValue(name, out var docValues) ? docValues.Field.DocValuesType : DocValuesType.None,
        };
    }

    private InvertedField Inverted(in DocumentField field)
    {
        if (!_inverted.TryGetValue(field.Name, out var inverted))
        {
            var info = _numbers.Use(field.Name, field.IndexOptions, field.Norms == Norms.Omit, DocValuesType.None);
            inverted = _inverted[field.Name] = new(_fields[field.Name] = info);
        }

        return inverted;
    }

    private DocValuesBuffer DocValues(in DocumentField field)
    {
        if (!_docValues.TryGetValue(field.Name, out var buffer))
        {
            var info = _numbers.Use(field.Name, IndexOptions.None, false, TypeOf(field.Kind));
            buffer = _docValues[field.Name] = new(_fields[field.Name] = info);
        }

        return buffer;
    }

    private void Store(in DocumentField field)
    {
        if (!_fields.TryGetValue(field.Name, out var info))
        {
            info = _fields[field.Name] = _numbers.Use(field.Name, IndexOptions.None, false, DocValuesType.None);
        }

        var output = _stored.Document;
        switch (field.Kind)
        {
            case DocumentFieldKind.StoredString:
                StoredValue.WriteText(output, info.Number, field.Text!);
                break;
            case DocumentFieldKind.StoredBytes:
                StoredValue.WriteBytes(output, info.Number, field.Bytes.Span);
                break;
            default:
                StoredValue.WriteLong(output, info.Number, field.Number);
                break;
        }
    }

    private void Check(Document document, in DocumentField field)
    {
        ArgumentException.ThrowIfNullOrEmpty(field.Name);
        if (field.Kind == DocumentFieldKind.Indexed)
        {
            CheckTokens(field);
            if (document.CountOf(field.Name, field.Kind) > 1)
            {
                throw new ArgumentException($"Field {field.Name} is indexed twice in one document.");
            }

            if (!_inverted.ContainsKey(field.Name) || _inverted[field.Name].Field.IndexOptions != field.IndexOptions
                || _inverted[field.Name].Field.OmitsNorms != (field.Norms == Norms.Omit))
            {
                _numbers.Use(field.Name, field.IndexOptions, field.Norms == Norms.Omit, DocValuesType.None);
            }

            return;
        }

        var type = TypeOf(field.Kind);
        if (type == DocValuesType.None)
        {
            return;
        }

        _numbers.Use(field.Name, IndexOptions.None, false, type);
        if (type is DocValuesType.Sorted or DocValuesType.SortedSet && field.Bytes.Length > MaxTermBytes)
        {
            throw new ArgumentException($"A value of field {field.Name} has {field.Bytes.Length} bytes, at most {MaxTermBytes} are allowed.");
        }

        if (type is DocValuesType.Numeric or DocValuesType.Binary or DocValuesType.Sorted && document.CountOf(field.Name, field.Kind) > 1)
        {
            throw new ArgumentException($"Field {field.Name} has two values in one document, its kind allows one.");
        }
    }

    private static void CheckTokens(in DocumentField field)
    {
        var tokens = field.Tokens!;
        if (field.IndexOptions is IndexOptions.None or IndexOptions.DocsAndFreqsAndPositionsAndOffsets)
        {
            throw new ArgumentException($"Field {field.Name} cannot be indexed as {field.IndexOptions}.");
        }

        if (tokens.LongestTerm > MaxTermBytes)
        {
            throw new ArgumentException($"A term of field {field.Name} has {tokens.LongestTerm} bytes, at most {MaxTermBytes} are allowed.");
        }

        if (tokens.Count > 0 && (tokens.PositionIncrement(0) == 0 || tokens.LastPosition > MaxPosition))
        {
            throw new ArgumentException($"The positions of field {field.Name} begin before 0 or end after {MaxPosition}.");
        }
    }

    private static DocValuesType TypeOf(DocumentFieldKind kind) => kind switch
    {
        DocumentFieldKind.NumericDocValue => DocValuesType.Numeric,
        DocumentFieldKind.BinaryDocValue => DocValuesType.Binary,
        DocumentFieldKind.SortedDocValue => DocValuesType.Sorted,
        DocumentFieldKind.SortedSetDocValue => DocValuesType.SortedSet,
        DocumentFieldKind.SortedNumericDocValue => DocValuesType.SortedNumeric,
        _ => DocValuesType.None,
    };
}
