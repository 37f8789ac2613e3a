using Search.Text;
using Search.Text.Analysis;
using Search.Text.Mending;

namespace Search.Tests.Mending;

/// <summary>An archive of a few dozen words, each in ten passages.</summary>
internal sealed class WordList : IVocabulary
{
    private const int Frequency = 10;

    private readonly HashSet<string> forms = new(StringComparer.Ordinal);
    private readonly HashSet<(Language, string)> stems = [];

    public WordList(string russian, string belarusian, string english)
    {
        foreach (var (language, words) in new[] { (Language.Russian, russian), (Language.Belarusian, belarusian), (Language.English, english) })
        {
            foreach (var word in words.Split(' '))
            {
                forms.Add(word);
                stems.Add((language, Stem(language, word)));
            }
        }
    }

    public int FormFrequency(string form) => forms.Contains(form) ? Frequency : 0;

    public int StemFrequency(Language language, string stem) => stems.Contains((language, stem)) ? Frequency : 0;

    public bool IsWord(Language language, string form) => false;

    public IEnumerable<(string Form, int Frequency)> Forms() => forms.Select(form => (form, Frequency));

    private static string Stem(Language language, string word)
    {
        Span<char> stem = stackalloc char[word.Length + 2];
        return new string(stem[..Stemmers.For(language).Stem(word, stem)]);
    }
}
