using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Search.Lucene.Codecs;

namespace Search.Lucene.Segments;

/// <summary>
/// Gives every different term a number, in order of first sight. A look-up touches one line of the table and one of the terms' bytes:
/// the table keeps hash and place together, and the number stands before the bytes.
/// </summary>
internal sealed class TermTable : ITermSource
{
    private const int RecordHead = 6; // int number · ushort length

    private ulong[] _slots; // hash in the high half, place + 1 in the low half
    private byte[] _records;
    private int[] _places;
    private int _used;
    private int[]? _sorted;

    public TermTable(int slots = 1 << 8)
    {
        _slots = new ulong[slots];
        _records = new byte[slots * 8];
        _places = new int[slots / 2];
    }

    /// <summary>Different terms.</summary>
    public int Count { get; private set; }

    /// <summary>Memory held.</summary>
    public long Bytes => (_slots.Length * 8L) + _records.Length + (_places.Length * 4L);

    /// <summary>The number of a term, a new one if it was not seen before.</summary>
    public int GetOrAdd(ReadOnlySpan<byte> term)
    {
        var hash = Hash(term);
        var mask = _slots.Length - 1;
        for (var at = (int)hash & mask; ; at = (at + 1) & mask)
        {
            var slot = _slots[at];
            if (slot == 0)
            {
                return Add(term, hash, at);
            }

            if ((uint)(slot >> 32) == hash && RecordAt((int)(uint)slot - 1).SequenceEqual(term))
            {
                return Unsafe.ReadUnaligned<int>(ref _records[(int)(uint)slot - 1]);
            }
        }
    }

    /// <summary>The number of a term, or −1.</summary>
    public int Find(ReadOnlySpan<byte> term)
    {
        var hash = Hash(term);
        var mask = _slots.Length - 1;
        for (var at = (int)hash & mask; ; at = (at + 1) & mask)
        {
            var slot = _slots[at];
            if (slot == 0)
            {
                return -1;
            }

            if ((uint)(slot >> 32) == hash && RecordAt((int)(uint)slot - 1).SequenceEqual(term))
            {
                return Unsafe.ReadUnaligned<int>(ref _records[(int)(uint)slot - 1]);
            }
        }
    }

    /// <summary>The bytes of the term with a number.</summary>
    public ReadOnlySpan<byte> BytesOf(int number) => RecordAt(_places[number]);

    /// <summary>Numbers in byte order of their terms; the table must not change afterwards.</summary>
    public int[] Sort()
    {
        if (_sorted is null)
        {
            _sorted = new int[Count];
            for (var i = 0; i < Count; i++)
            {
                _sorted[i] = i;
            }

            SortBy(_sorted, 0);
        }

        return _sorted;
    }

    /// <summary>The term at a place in byte order; <see cref="Sort"/> comes first.</summary>
    ReadOnlySpan<byte> ITermSource.Term(int ord) => RecordAt(_places[_sorted![ord]]);

    /// <summary>Sorts numbers of terms that agree in the bytes before <paramref name="depth"/>, eight bytes at a time.</summary>
    private void SortBy(Span<int> numbers, int depth)
    {
        var keys = new ulong[numbers.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = Key(RecordAt(_places[numbers[i]]), depth);
        }

        keys.AsSpan().Sort(numbers);
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start is > 1 and <= 16)
            {
                numbers[start..end].Sort((a, b) => RecordAt(_places[a]).SequenceCompareTo(RecordAt(_places[b])));
            }
            else if (end - start > 16)
            {
                SortTies(numbers[start..end], depth);
            }

            start = end;
        }
    }

    private void SortTies(Span<int> numbers, int depth)
    {
        // Terms that end within these eight bytes differ only in trailing zeros, of which the key cannot tell: they sort by length, first.
        var next = depth + 8;
        var ended = 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (RecordAt(_places[numbers[i]]).Length <= next)
            {
                (numbers[i], numbers[ended]) = (numbers[ended], numbers[i]);
                ended++;
            }
        }

        numbers[..ended].Sort((a, b) => RecordAt(_places[a]).Length.CompareTo(RecordAt(_places[b]).Length));
        if (ended < numbers.Length)
        {
            SortBy(numbers[ended..], next);
        }
    }

    private static ulong Key(ReadOnlySpan<byte> term, int depth)
    {
        var rest = term[Math.Min(depth, term.Length)..];
        if (rest.Length >= 8)
        {
            return BinaryPrimitives.ReadUInt64BigEndian(rest);
        }

        ulong key = 0;
        foreach (var b in rest)
        {
            key = (key << 8) | b;
        }

        return rest.IsEmpty ? 0 : key << (8 * (8 - rest.Length));
    }

    private int Add(ReadOnlySpan<byte> term, uint hash, int slot)
    {
        var number = Count++;
        if (number == _places.Length)
        {
            Array.Resize(ref _places, number * 2);
        }

        var need = RecordHead + term.Length;
        if (_records.Length - _used < need)
        {
            Array.Resize(ref _records, Math.Max(_used + need, _records.Length * 2));
        }

        _places[number] = _used;
        Unsafe.WriteUnaligned(ref _records[_used], number);
        Unsafe.WriteUnaligned(ref _records[_used + 4], (ushort)term.Length);
        term.CopyTo(_records.AsSpan(_used + RecordHead));
        _slots[slot] = ((ulong)hash << 32) | (uint)(_used + 1);
        _used += need;
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        return number;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new ulong[old.Length * 2];
        var mask = _slots.Length - 1;
        foreach (var slot in old)
        {
            if (slot != 0)
            {
                var at = (int)(slot >> 32) & mask;
                while (_slots[at] != 0)
                {
                    at = (at + 1) & mask;
                }

                _slots[at] = slot;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> RecordAt(int place) =>
        _records.AsSpan(place + RecordHead, Unsafe.ReadUnaligned<ushort>(ref _records[place + 4]));

    // Multiply and fold, eight bytes at a time; the seed only keeps the empty term off zero.
    private static uint Hash(ReadOnlySpan<byte> term)
    {
        const ulong Multiplier = 0x9E3779B97F4A7C15;
        ref var source = ref MemoryMarshal.GetReference(term);
        var length = term.Length;
        var hash = (ulong)length * Multiplier;
        nint at = 0;
        for (; length >= 8; at += 8, length -= 8)
        {
            hash = BitOperations.RotateLeft((hash ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, at))) * Multiplier, 29);
        }

        ulong rest = 0;
        if (length >= 4)
        {
            rest = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref source, at))
                | ((ulong)Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref source, at + length - 4)) << 32);
        }
        else if (length > 0)
        {
            rest = Unsafe.Add(ref source, at)
                | ((ulong)Unsafe.Add(ref source, at + (length >> 1)) << 8)
                | ((ulong)Unsafe.Add(ref source, at + length - 1) << 16);
        }

        hash = (hash ^ rest) * Multiplier;
        return (uint)(hash ^ (hash >> 32));
    }
}
