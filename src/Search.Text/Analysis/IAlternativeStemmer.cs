namespace Search.Text.Analysis;

/// <summary>A stemmer that gives a second stem to a form which two endings explain: <c>Пятроў</c> is a name or the plural of another word.</summary>
public interface IAlternativeStemmer : IStemmer
{
    /// <summary>The second stem of a word, to be indexed and searched beside the first.</summary>
    /// <param name="word">As in <see cref="IStemmer.Stem"/>.</param>
    /// <param name="stem">Receives the stem; at least <c>word.Length + 2</c> long.</param>
    /// <returns>Length of the stem, or 0 where the form has one stem.</returns>
    int StemAlternative(ReadOnlySpan<char> word, Span<char> stem);
}
