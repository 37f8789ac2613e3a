namespace Lucene.Bench;

/// <summary>Queries drawn from the documents themselves, so that they find something; the same in every run.</summary>
internal static class QuerySet
{
    /// <summary>The kinds with what they are.</summary>
    public static readonly IReadOnlyList<(string Kind, string Title, double Target)> Kinds =
    [
        ("term", "term", 0.8),
        ("and2", "AND of 2", 0.8),
        ("or2", "OR of 2", 0.8),
        ("or10", "OR of 10", 0.8),
        ("phrase", "phrase of 2", 0.8),
        ("prefix", "prefix of 3 letters", 0.7),
        ("fuzzy1", "fuzzy, 1 edit", 0.7),
        ("synonyms", "OR of 3 groups of 3 weighted synonyms", 0.8),
    ];

    public const int QueriesPerKind = 100;
    private const int Seed = 87;

    /// <summary>Writes the queries, a line each: the kind and its terms, apart by a tab.</summary>
    public static void Write(string[][] documents, string path)
    {
        var random = new Random(Seed);
        var docFreq = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in documents.SelectMany(words => words.Distinct()))
        {
            docFreq[word] = docFreq.GetValueOrDefault(word) + 1;
        }

        using var writer = new StreamWriter(path);
        for (var i = 0; i < QueriesPerKind; i++)
        {
            writer.WriteLine($"term\t{Draw(1)[0]}");
            writer.WriteLine($"and2\t{string.Join('\t', Draw(2))}");
            writer.WriteLine($"or2\t{string.Join('\t', Draw(2))}");
            writer.WriteLine($"or10\t{string.Join('\t', Draw(10))}");
            writer.WriteLine($"phrase\t{string.Join('\t', DrawPhrase())}");
            writer.WriteLine($"prefix\t{DrawWord(6)[..3]}");
            writer.WriteLine($"fuzzy1\t{Misspell(DrawWord(5))}");
            writer.WriteLine($"synonyms\t{string.Join('\t', Draw(9))}");
        }

        // Different words of one document, as a reader's query is; those of fewer than ten documents say little about speed.
        string[] Draw(int count)
        {
            while (true)
            {
                var words = documents[random.Next(documents.Length)].Distinct().Where(word => docFreq[word] >= 10).ToArray();
                if (words.Length >= count)
                {
                    random.Shuffle(words);
                    return words[..count];
                }
            }
        }

        string[] DrawPhrase()
        {
            while (true)
            {
                var words = documents[random.Next(documents.Length)];
                var place = random.Next(words.Length - 1);
                if (words[place] != words[place + 1])
                {
                    return words[place..(place + 2)];
                }
            }
        }

        string DrawWord(int letters)
        {
            while (true)
            {
                if (Draw(1)[0] is var word && word.Length >= letters && word.All(char.IsLetter))
                {
                    return word;
                }
            }
        }

        string Misspell(string word)
        {
            var letters = word.ToCharArray();
            letters[random.Next(letters.Length)] = (char)('а' + random.Next(32));
            return new string(letters);
        }
    }
}
