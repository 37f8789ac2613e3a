using System.Text;
using Search.Text.Analysis;

namespace Search.Tests.Languages;

/// <summary>Rows of words for a stemmer's tests: <c>words ⇥ why</c>, embedded beside the test.</summary>
internal static class StemRows
{
    public static TheoryData<string, string> Read(string language, string name)
    {
        using var stream = typeof(StemRows).Assembly.GetManifestResourceStream($"Search.Tests.Languages.{language}.{name}.tsv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var rows = new TheoryData<string, string>();
        foreach (var line in reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = line.Split('\t');
            rows.Add(cells[0], cells[1]);
        }

        return rows;
    }

    public static string Stem(IStemmer stemmer, string word)
    {
        Span<char> stem = stackalloc char[word.Length + 2];
        return new string(stem[..stemmer.Stem(word, stem)]);
    }

    /// <summary>Both stems of a word, or its only one.</summary>
    public static IReadOnlyList<string> Stems(IAlternativeStemmer stemmer, string word)
    {
        Span<char> stem = stackalloc char[word.Length + 2];
        var length = stemmer.StemAlternative(word, stem);
        return length == 0 ? [Stem(stemmer, word)] : [Stem(stemmer, word), new string(stem[..length])];
    }

    /// <summary>Words of random letters, signs and surrogates, the same in every run.</summary>
    public static IEnumerable<string> RandomWords(string letters, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var word = new StringBuilder();
            var length = random.Next(1, i % 10 == 0 ? 90 : 14);
            while (word.Length < length)
            {
                word.Append(i % 4 == 0 ? (char)random.Next(1, char.MaxValue) : letters[random.Next(letters.Length)]);
            }

            yield return word.ToString();
        }
    }
}
