using System.Text;
using Search.Lucene;
using Search.Lucene.Codecs;

namespace Lucene.Tests.Segments;

/// <summary>A document of all kinds of fields, and the text that <see cref="IndexContents"/> must read back for it.</summary>
internal sealed class RandomDocument
{
    private static readonly string[] Words = MakeWords();

    private readonly StringBuilder _stored = new();
    private readonly SortedDictionary<string, string> _expected = new(StringComparer.Ordinal);

    public RandomDocument(string id, Random random)
    {
        Id = id;
        Document.AddKeyword("id", id).AddStored("id", id);
        Expect("id", $"\nid {Hex(id)} 1 ");
        _stored.Append($"\nid stored {id}");
        if (random.Next(8) > 0)
        {
            AddText("body", Tokens(random, random.Next(1, 80)), IndexOptions.DocsAndFreqsAndPositions);
            var text = string.Join(' ', Enumerable.Range(0, random.Next(40)).Select(_ => Word(random)));
            Document.AddStored("body", text);
            _stored.Append($"\nbody stored {text}");
        }

        if (random.Next(2) > 0)
        {
            AddText("counts", Tokens(random, random.Next(1, 6)), IndexOptions.DocsAndFreqs);
        }

        AddValues(random);
    }

    public string Id { get; }

    public Document Document { get; } = new();

    public string Expected => string.Concat(_expected.Values) + _stored;

    private void AddText(string field, List<(string Term, int Increment)> tokens, IndexOptions options)
    {
        var sequence = new TokenSequence();
        var positions = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        var position = -1;
        foreach (var (term, increment) in tokens)
        {
            sequence.Add(term, increment);
            position += increment;
            var key = Hex(term);
            positions.TryAdd(key, []);
            positions[key].Add(position);
        }

        Document.AddText(field, sequence, options);
        var length = tokens.Count(token => token.Increment > 0);
        Expect(field, string.Concat(positions.Select(term => $"\n{field} {term.Key} {term.Value.Count} {(sbyte)FieldLength.Encode(length)}"
            + (options == IndexOptions.DocsAndFreqsAndPositions ? string.Concat(term.Value.Select(at => $" {at}")) : ""))));
    }

    private void AddValues(Random random)
    {
        if (random.Next(3) > 0)
        {
            var number = random.Next(3) == 0 ? random.NextInt64() : random.Next(50) * 1000;
            Document.AddNumeric("number", number);
            Expect("number", $"\nnumber = {number}");
        }

        if (random.Next(3) > 0)
        {
            var bytes = new byte[random.Next(20)];
            random.NextBytes(bytes);
            Document.AddBinary("bytes", bytes);
            Expect("bytes", $"\nbytes = {Convert.ToHexString(bytes)}");
        }

        if (random.Next(4) > 0)
        {
            var category = Word(random);
            Document.AddSorted("category", category);
            Expect("category", $"\ncategory = {Hex(category)}");
        }

        var tags = Enumerable.Range(0, random.Next(4)).Select(_ => Word(random)).ToList();
        tags.ForEach(tag => Document.AddSortedSet("tags", tag));
        Expect("tags", string.Concat(tags.Select(Hex).Distinct().Order(StringComparer.Ordinal).Select(tag => $"\ntags = {tag}")));
        var numbers = Enumerable.Range(0, random.Next(3)).Select(_ => (long)random.Next(9)).ToList();
        numbers.ForEach(number => Document.AddSortedNumeric("numbers", number));
        Expect("numbers", string.Concat(numbers.Order().Select(number => $"\nnumbers = {number}")));
        var stored = random.NextInt64() >> random.Next(60);
        Document.AddStored("long", stored).AddStored("blob", new byte[] { 1, (byte)random.Next(256) });
        _stored.Append($"\nlong stored {stored}\nblob stored {Convert.ToHexString(Document.Fields[^1].Bytes.Span)}");
    }

    private void Expect(string field, string text) => _expected[field] = text;

    private static List<(string Term, int Increment)> Tokens(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(i => (Word(random), i == 0 || random.Next(12) > 0 ? 1 : random.Next(4)))];

    // Few words are frequent, most are rare, as in text.
    private static string Word(Random random) => Words[(int)(Math.Pow(random.NextDouble(), 4) * Words.Length)];

    private static string Hex(string text) => Convert.ToHexString(Encoding.UTF8.GetBytes(text));

    private static string[] MakeWords()
    {
        var random = new Random(99);
        return [.. Enumerable.Range(0, 1500)
            .Select(_ => new string([.. Enumerable.Range(0, random.Next(1, 10)).Select(_ => (char)(random.Next(6) == 0 ? 'a' + random.Next(26) : 'а' + random.Next(32)))]))
            .Distinct()];
    }
}
