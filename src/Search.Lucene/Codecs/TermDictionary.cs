using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>The terms of sorted doc values (layout: <see cref="DocValuesWriter"/>). Open one <see cref="Cursor"/> a thread.</summary>
internal sealed class TermDictionary(int count, int blockShift, MonotonicNumbers places, int longest, IndexInput bytes)
{
    public int Count => count;

    public Cursor Open() => new(this);

    internal sealed class Cursor
    {
        private readonly TermDictionary _dictionary;
        private readonly IndexInput _input;
        private readonly int _longest;
        private byte[] _term = [];
        private int _length;
        private int _ord = -1;

        public Cursor(TermDictionary dictionary)
        {
            _dictionary = dictionary;
            _input = dictionary.Bytes.Clone();
            _longest = dictionary.Longest;
        }

        /// <summary>The term of a number; valid until the next call.</summary>
        public ReadOnlySpan<byte> Lookup(int ord)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)ord, (uint)_dictionary.Count);
            var block = ord >> _dictionary.BlockShift;
            if (_ord < 0 || ord < _ord || _ord >> _dictionary.BlockShift != block)
            {
                _ord = -1;
                _input.Position = _dictionary.Places.Get(block);
                ReadTerm(0, _input.ReadVInt());
                _ord = block << _dictionary.BlockShift;
            }

            while (_ord < ord)
            {
                int token = _input.ReadByte();
                var shared = token & 15;
                var own = (token >> 4) + 1;
                if (shared == 15)
                {
                    shared += _input.ReadVInt();
                }

                if (own == 16)
                {
                    own += _input.ReadVInt();
                }

                ReadTerm(shared, own);
                _ord++;
            }

            return _term.AsSpan(0, _length);
        }

        /// <summary>Number of a term, or −(number it would have) − 1.</summary>
        public int Find(ReadOnlySpan<byte> term)
        {
            var low = 0;
            var high = _dictionary.Count - 1;
            while (low <= high)
            {
                var middle = (low + high) >>> 1;
                var order = Lookup(middle).SequenceCompareTo(term);
                if (order == 0)
                {
                    return middle;
                }

                if (order < 0)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle - 1;
                }
            }

            return ~low;
        }

        private void ReadTerm(int shared, int own)
        {
            if (shared < 0 || own < 0 || shared > _length || (long)shared + own > _longest)
            {
                _ord = -1;
                throw _input.Corrupt("A term of doc values is damaged.");
            }

            var bytes = _input.ReadSpan(own);
            _length = shared + own;
            if (_term.Length < _length)
            {
                Array.Resize(ref _term, Math.Max(_length, _term.Length * 2));
            }

            bytes.CopyTo(_term.AsSpan(shared));
        }
    }

    private int BlockShift => blockShift;

    private MonotonicNumbers Places => places;

    private int Longest => longest;

    private IndexInput Bytes => bytes;
}
