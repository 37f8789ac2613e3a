using System.Runtime.CompilerServices;
using Search.Lucene.Codecs;

namespace Search.Lucene.Segments;

/// <summary>
/// The indexed text of one field of the documents in memory, as a log of terms in the order they came: one int a token.
/// Sorting the log once by term, when the segment is written, costs less than keeping a list for every term all the time:
/// a token touches its term and the end of the log, nothing else.
/// </summary>
internal sealed class InvertedField(FieldInfo field)
{
    // Set on a term number whose position increment is not 1; the increment follows.
    private const int IncrementFollows = int.MinValue;

    // The pair of document and position that a token becomes when the segment is written.
    private const int BytesPerEntry = 8;

    private int[] _log = new int[1024];
    private int _logged;
    private int[] _docs = new int[64];
    private int[] _ends = new int[64];
    private int _docCount;
    private byte[] _norms = [];

    public FieldInfo Field { get; } = field;

    public TermTable Terms { get; } = new(1 << 12);

    public long Bytes => (_log.Length * 4L) + (_logged * (long)BytesPerEntry) + Terms.Bytes + (_docs.Length * 8L) + _norms.Length;

    /// <summary>Adds the text of a document; documents come ascending.</summary>
    public void Add(int docId, TokenSequence tokens)
    {
        var count = tokens.Count;
        if (count == 0)
        {
            return;
        }

        if (_log.Length - _logged < count * 2)
        {
            Array.Resize(ref _log, Math.Max(_logged + (count * 2), _log.Length * 2));
        }

        var overlaps = 0;
        var terms = Terms;
        for (var i = 0; i < count; i++)
        {
            var number = terms.GetOrAdd(tokens.Term(i));
            var increment = tokens.PositionIncrement(i);
            if (increment == 1)
            {
                _log[_logged++] = number;
            }
            else
            {
                overlaps += increment == 0 ? 1 : 0;
                _log[_logged++] = number | IncrementFollows;
                _log[_logged++] = increment;
            }
        }

        if (_docCount == _docs.Length)
        {
            Array.Resize(ref _docs, _docCount * 2);
            Array.Resize(ref _ends, _docCount * 2);
        }

        _docs[_docCount] = docId;
        _ends[_docCount++] = _logged;
        if (Field.HasNorms)
        {
            if (docId >= _norms.Length)
            {
                Array.Resize(ref _norms, Math.Max(docId + 1, Math.Max(256, _norms.Length * 2)));
            }

            // Lucene 8 counts different terms where frequencies are not kept, else tokens without overlaps.
            var length = Field.IndexOptions == IndexOptions.Docs ? DifferentTerms(_docCount - 1) : count - overlaps;
            _norms[docId] = FieldLength.Encode(length);
        }
    }

    /// <summary>Norms by document; 0 where the document does not have the field.</summary>
    public byte[] Norms(int maxDoc)
    {
        Array.Resize(ref _norms, maxDoc);
        return _norms;
    }

    /// <summary>Marks the documents that have a term and come before the document given with its number.</summary>
    public void MarkDocuments(Dictionary<int, int> docBeforeByTerm, Action<int> mark)
    {
        if (docBeforeByTerm.Count == 0)
        {
            return;
        }

        var at = 0;
        for (var i = 0; i < _docCount; i++)
        {
            var found = false;
            for (; at < _ends[i]; at++)
            {
                var code = _log[at];
                found |= docBeforeByTerm.TryGetValue(code & ~IncrementFollows, out var before) && _docs[i] < before;
                at += code < 0 ? 1 : 0;
            }

            if (found)
            {
                mark(_docs[i]);
            }
        }
    }

    /// <summary>Documents of all terms, grouped by term: entries of term t lie before its end, which is where those of the next begin.</summary>
    public Postings SortByTerm()
    {
        var sorted = Terms.Sort();
        var next = new int[Terms.Count];
        for (var i = 0; i < _logged; i++)
        {
            var code = _log[i];
            next[code & ~IncrementFollows]++;
            i += code < 0 ? 1 : 0;
        }

        var total = 0;
        foreach (var number in sorted)
        {
            (next[number], total) = (total, total + next[number]);
        }

        var entries = GC.AllocateUninitializedArray<ulong>(total);
        var at = 0;
        for (var d = 0; d < _docCount; d++)
        {
            var doc = (ulong)_docs[d] << 32;
            var position = -1;
            for (var end = _ends[d]; at < end;)
            {
                var code = _log[at++];
                position += code < 0 ? _log[at++] : 1;
                entries[next[code & ~IncrementFollows]++] = doc | (uint)position;
            }
        }

        return new(sorted, next, entries, _docCount);
    }

    private int DifferentTerms(int doc)
    {
        var seen = new HashSet<int>();
        for (var i = doc == 0 ? 0 : _ends[doc - 1]; i < _ends[doc]; i++)
        {
            seen.Add(_log[i] & ~IncrementFollows);
            i += _log[i] < 0 ? 1 : 0;
        }

        return seen.Count;
    }

    /// <param name="Sorted">Numbers of terms in byte order.</param>
    /// <param name="Ends">Where the entries of a term end, by number; in byte order of terms each begins where the one before ends.</param>
    /// <param name="Entries">Document in the high half, position in the low half; ascending within a term.</param>
    /// <param name="DocCount">Documents that have the field.</param>
    internal sealed record Postings(int[] Sorted, int[] Ends, ulong[] Entries, int DocCount);
}
