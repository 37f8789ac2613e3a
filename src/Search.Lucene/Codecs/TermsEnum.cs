using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>Walks the terms of one field of one segment in unsigned byte order.</summary>
/// <remarks>
/// <see cref="SeekExact"/> asks the terms index for the one block that can hold the term; <see cref="SeekCeil"/> and <see cref="Next"/>
/// keep the path of blocks from the root, so that seeks close to the last one decode nothing anew.
/// </remarks>
public sealed class TermsEnum
{
    private readonly Terms _terms;
    private readonly TermsBlock _exact;
    private readonly List<TermsBlock> _path = [];
    private OutputBuilder _code = new(new byte[64]);
    private byte[] _term = new byte[64];
    private int _termLength;
    private int _depth = -1;
    private TermsBlock? _current;
    private int _entry;
    private bool _pathStandsHere;

    internal TermsEnum(Terms terms)
    {
        _terms = terms;
        _exact = new(terms);
    }

    /// <summary>The term it stands at; valid until the next move.</summary>
    public ReadOnlySpan<byte> Term => _current is null ? throw NoTerm() : _term.AsSpan(0, _termLength);

    /// <summary>Documents that hold the term.</summary>
    public int DocFreq => State.DocFreq;

    /// <summary>Occurrences of the term; equals <see cref="DocFreq"/> where frequencies are not kept.</summary>
    public long TotalTermFreq => State.TotalTermFreq;

    /// <summary>What <see cref="Terms.Postings"/> needs to come back to this term.</summary>
    public TermState State => (_current ?? throw NoTerm()).State(_entry);

    /// <summary>Goes to the next term; false after the last.</summary>
    public bool Next()
    {
        if (!_pathStandsHere)
        {
            if (_current is not null)
            {
                // It stands where SeekExact led, without a path: find the same place with one.
                SeekCeil(_term.AsSpan(0, _termLength).ToArray());
            }
            else if (_depth >= 0)
            {
                return false; // after the end, or after a seek that found nothing
            }
            else
            {
                EnterRoot(default);
                _path[0].Next = 0;
            }

            _pathStandsHere = true;
        }

        return Walk();
    }

    /// <summary>Goes to <paramref name="term"/>; false if it is not there, and then it stands nowhere.</summary>
    public bool SeekExact(ReadOnlySpan<byte> term)
    {
        _current = null;
        _pathStandsHere = false;
        _depth = Math.Max(_depth, 0);
        if (term.SequenceCompareTo(_terms.Min) < 0 || term.SequenceCompareTo(_terms.Max) > 0)
        {
            return false;
        }

        var prefix = FindBlock(term);
        if (!ChooseFloorBlock(_code.Span, term[prefix..], out var start))
        {
            return false;
        }

        _exact.Load(start);
        _entry = _exact.LowerBound(term[prefix..], out var found);
        if (!found || _exact.Child(_entry) != 0)
        {
            return false;
        }

        SetTerm(0, term);
        _current = _exact;
        return true;
    }

    /// <summary>Goes to the least term at or after <paramref name="term"/>.</summary>
    public SeekStatus SeekCeil(ReadOnlySpan<byte> term)
    {
        EnterRoot(term);
        _pathStandsHere = true;
        while (true)
        {
            var block = _path[_depth];
            var suffix = term[block.PrefixLength..];
            var entry = block.LowerBound(suffix, out var equal);
            if (equal && block.Child(entry) == 0)
            {
                SetTerm(0, term);
                block.Next = entry + 1;
                _current = block;
                _entry = entry;
                return SeekStatus.Found;
            }

            // A block below whose prefix the term has is equal to it or the entry right before.
            var below = equal ? entry : entry - 1;
            if (below >= 0 && block.Child(below) != 0 && suffix.StartsWith(block.Suffix(below)))
            {
                block.Next = below + 1;
                Enter(block, below, term);
                continue;
            }

            block.Next = entry;
            return Walk() ? SeekStatus.NotFound : SeekStatus.End;
        }
    }

    /// <summary>Postings of the term it stands at, before the first document.</summary>
    /// <param name="features">What is needed of each document.</param>
    /// <param name="reuse">One no longer needed, of any term of this field: spares its buffers.</param>
    public PostingsEnum Postings(PostingsFeatures features, PostingsEnum? reuse = null) => _terms.Postings(State, features, reuse);

    /// <summary>Goes on from the path's next entry to the next term.</summary>
    private bool Walk()
    {
        while (true)
        {
            var block = _path[_depth];
            if (block.Next == block.Count)
            {
                if (!block.IsLastOfFloor)
                {
                    block.Load(block.End);
                    block.Next = 0;
                }
                else if (_depth == 0)
                {
                    _current = null;
                    _pathStandsHere = false;
                    return false;
                }
                else
                {
                    _depth--;
                }

                continue;
            }

            var entry = block.Next++;
            var child = block.Child(entry);
            SetTerm(block.PrefixLength, block.Suffix(entry));
            if (child == 0)
            {
                _current = block;
                _entry = entry;
                return true;
            }

            var below = BlockAt(++_depth);
            if (below.FirstOfFloor != child)
            {
                below.FirstOfFloor = child;
                below.HasIndex = false;
            }

            below.PrefixLength = _termLength;
            below.Load(child);
            below.Next = 0;
        }
    }

    private void EnterRoot(ReadOnlySpan<byte> term)
    {
        _depth = 0;
        var root = BlockAt(0);
        if (!root.HasIndex)
        {
            root.Node = _terms.Index.Root;
            root.Code = new(_terms.RootCode) { Length = _terms.RootCode.Length };
            root.CodePathLength = 0;
            root.HasIndex = true;
        }

        ChooseFloorBlock(root.Code.Span, term, out var start);
        root.Load(start);
    }

    /// <summary>Enters the block that an entry stands for, at the part of it that may hold <paramref name="term"/>.</summary>
    private void Enter(TermsBlock parent, int entry, ReadOnlySpan<byte> term)
    {
        var child = parent.Child(entry);
        SetTerm(parent.PrefixLength, parent.Suffix(entry));
        var below = BlockAt(++_depth);
        below.PrefixLength = _termLength;
        if (below.FirstOfFloor != child || !below.HasIndex)
        {
            below.FirstOfFloor = child;
            FollowIndex(parent, parent.Suffix(entry), below);
        }

        ChooseFloorBlock(below.Code.Span, term[_termLength..], out var start);
        below.Load(start);
    }

    private void FollowIndex(TermsBlock parent, ReadOnlySpan<byte> suffix, TermsBlock below)
    {
        var code = below.Code;
        code.Length = 0;
        foreach (var b in parent.Code.Span[..parent.CodePathLength])
        {
            code.Add(b);
        }

        var node = parent.Node;
        long finalStart = 0;
        var finalLength = -1;
        foreach (var label in suffix)
        {
            if (!_terms.Index.Follow(node, label, out node, ref code, out finalStart, out finalLength))
            {
                finalLength = -1;
                break;
            }
        }

        if (finalLength < 0)
        {
            throw _terms.Blocks.Corrupt($"The terms index of field {_terms.Field.Name} lacks a block.");
        }

        below.Node = node;
        below.CodePathLength = code.Length;
        _terms.Index.AppendFinal(finalStart, finalLength, ref code);
        below.Code = code;
        below.HasIndex = true;
    }

    /// <summary>Walks the index along the term; leaves the code of the deepest block in <see cref="_code"/> and returns its prefix length.</summary>
    private int FindBlock(ReadOnlySpan<byte> term)
    {
        _code.Length = 0;
        var index = _terms.Index;
        var node = index.Root;
        var prefix = 0;
        var pathLength = 0;
        long bestStart = 0;
        var bestLength = -1;
        for (var i = 0; i < term.Length && index.Follow(node, term[i], out node, ref _code, out var finalStart, out var finalLength); i++)
        {
            if (finalLength >= 0)
            {
                prefix = i + 1;
                pathLength = _code.Length;
                bestStart = finalStart;
                bestLength = finalLength;
            }
        }

        _code.Length = pathLength;
        if (bestLength >= 0)
        {
            index.AppendFinal(bestStart, bestLength, ref _code);
        }
        else
        {
            foreach (var b in _terms.RootCode)
            {
                _code.Add(b);
            }
        }

        return prefix;
    }

    /// <summary>
    /// Of the blocks of one prefix, the one that may hold the rest of a term; false if it has no terms of its own.
    /// <code>code: VLong place·4 + has terms·2 + more blocks · [VInt count · count times: byte first label · VLong distance·2 + has terms]</code>
    /// </summary>
    private bool ChooseFloorBlock(ReadOnlySpan<byte> code, ReadOnlySpan<byte> rest, out long start)
    {
        var at = 0;
        var first = (ulong)ReadVLong(code, ref at);
        start = (long)(first >> 2);
        var hasTerms = (first & 2) != 0;
        if ((first & 1) == 0 || rest.IsEmpty)
        {
            return hasTerms;
        }

        var origin = start;
        for (var more = ReadVLong(code, ref at); more > 0; more--)
        {
            if (at >= code.Length)
            {
                throw CodeDamaged();
            }

            var label = code[at++];
            var next = (ulong)ReadVLong(code, ref at);
            if (label > rest[0])
            {
                break;
            }

            start = origin + (long)(next >> 1);
            hasTerms = (next & 1) != 0;
        }

        return hasTerms;
    }

    private long ReadVLong(ReadOnlySpan<byte> code, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; shift < 70 && at < code.Length; shift += 7)
        {
            ulong b = code[at++];
            value |= (b & 0x7F) << shift;
            if (b < 0x80)
            {
                return (long)value;
            }
        }

        throw CodeDamaged();
    }

    private IndexCorruptException CodeDamaged() => _terms.Blocks.Corrupt($"The terms index of field {_terms.Field.Name} is damaged.");

    private TermsBlock BlockAt(int depth)
    {
        if (depth == _path.Count)
        {
            _path.Add(new(_terms));
        }

        return _path[depth];
    }

    private void SetTerm(int prefix, ReadOnlySpan<byte> suffix)
    {
        _termLength = prefix + suffix.Length;
        if (_termLength > _term.Length)
        {
            Array.Resize(ref _term, Math.Max(_termLength, _term.Length * 2));
        }

        suffix.CopyTo(_term.AsSpan(prefix));
    }

    private static InvalidOperationException NoTerm() => new("The enumeration stands at no term.");
}

/// <summary>Where <see cref="TermsEnum.SeekCeil"/> ended.</summary>
public enum SeekStatus
{
    /// <summary>At the term asked for.</summary>
    Found,

    /// <summary>At the least term after it.</summary>
    NotFound,

    /// <summary>No term at or after it.</summary>
    End,
}
