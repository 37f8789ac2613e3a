using Search.Text.Analysis;

namespace Search.Text.Languages.English;

/// <summary>Porter2 with a second stem for irregular plurals, verbs and comparisons: <c>held</c> has the stem of <c>hold</c> too, <c>children</c> that of <c>child</c>.</summary>
public sealed class EnglishStemmer : IAlternativeStemmer
{
    private readonly Porter2Stemmer _regular = new();

    /// <inheritdoc/>
    public int Stem(ReadOnlySpan<char> word, Span<char> stem) => _regular.Stem(word, stem);

    /// <inheritdoc/>
    public int StemAlternative(ReadOnlySpan<char> word, Span<char> stem)
    {
        if (IrregularEnglish.LemmaOf(word.ToString()) is not { } lemma)
        {
            return 0;
        }

        Span<char> letters = stackalloc char[lemma.Length + 2]; // light is longer than lit
        var length = _regular.Stem(lemma, letters);
        letters[..length].CopyTo(stem);
        return length;
    }
}
