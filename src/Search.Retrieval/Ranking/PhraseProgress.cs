using Search.Retrieval.Understanding;

namespace Search.Retrieval.Ranking;

/// <summary>How far a phrase has been read, word by word, with few others between.</summary>
/// <param name="length">Words of the phrase.</param>
internal sealed class PhraseProgress(int length)
{
    // By place, the first word's position of the reading that came so far, and where it came to.
    private readonly (int Start, int At)[] _read = [.. Enumerable.Repeat((-1, -1), length)];

    /// <summary>Begins another text.</summary>
    public void Restart() => Array.Fill(_read, (-1, -1));

    /// <summary>Notes a word of the phrase.</summary>
    /// <param name="place">Which word, from 0.</param>
    /// <param name="position">Where it stands; ascending from call to call.</param>
    /// <param name="start">Where the phrase began that ends with it.</param>
    /// <returns>Whether a phrase ends with it.</returns>
    public bool Ends(int place, int position, out int start)
    {
        start = position;
        if (place == 0)
        {
            _read[0] = (position, position);
        }
        else if (_read[place - 1] is var (first, at) && first >= 0 && at < position && position - first <= place + ConceptPhrase.Slop)
        {
            start = first;
            _read[place] = (first, position);
        }
        else
        {
            return false;
        }

        if (place < length - 1)
        {
            return false;
        }

        // A word of one phrase is no word of the next.
        Restart();
        return true;
    }
}
