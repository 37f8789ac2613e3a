using System.Collections.Concurrent;

namespace Search.Lucene.Search;

/// <summary>Memory that searches use one after the other: large enough that making it anew would cost more than small searches do.</summary>
internal sealed class SearchBuffers
{
    private readonly ConcurrentBag<ScoreWindow> _windows = [];
    private readonly ConcurrentBag<ulong[]> _bitSets = [];

    /// <summary>An empty window.</summary>
    public ScoreWindow TakeWindow() => _windows.TryTake(out var window) ? window : new ScoreWindow();

    /// <summary>At least so many words, all zero.</summary>
    public ulong[] TakeBits(int words)
    {
        if (!_bitSets.TryTake(out var bits) || bits.Length < words)
        {
            return new ulong[words];
        }

        Array.Clear(bits);
        return bits;
    }

    /// <summary>Keeps a window for the next search, unless a failed search left it half full.</summary>
    public void GiveBack(ScoreWindow window)
    {
        if (window.IsEmpty)
        {
            _windows.Add(window);
        }
    }

    /// <summary>Keeps bits for the next search.</summary>
    public void GiveBack(ulong[] bits) => _bitSets.Add(bits);
}
