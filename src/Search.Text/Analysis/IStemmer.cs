namespace Search.Text.Analysis;

/// <summary>Reduces a word to the stem that its inflected forms share.</summary>
public interface IStemmer
{
    /// <summary>Stems one word.</summary>
    /// <param name="word">A word with its letters normalised: lower case, one apostrophe, look-alikes folded; no digits.</param>
    /// <param name="stem">Receives the stem; at least <c>word.Length + 2</c> long.</param>
    /// <returns>Length of the stem, at least 1.</returns>
    int Stem(ReadOnlySpan<char> word, Span<char> stem);
}
