using System.Runtime.InteropServices;
using System.Text;

namespace Search.Text.Translation;

/// <summary>
/// The compiled lexicon as flat tables: strings are numbers into a sorted pool, everything else are numbers into other tables. Read from a file
/// without making an object for each of its hundred thousand names.
/// </summary>
/// <param name="Letters">The strings' UTF-8 bytes, one behind the other, in byte order.</param>
/// <param name="StringStarts">Where each string begins in <paramref name="Letters"/>, and a last entry for where the last one ends.</param>
/// <param name="PartsOfSpeech">One letter a concept.</param>
/// <param name="NameStarts">First name of each concept and language: at three times the concept plus 0 for Belarusian, 1 for Russian, 2 for English; and a last entry.</param>
/// <param name="Exact">String of each name's normalised form.</param>
/// <param name="StemStarts">First entry of each name in <paramref name="Stems"/>; and a last entry.</param>
/// <param name="Stems">Strings of the names' stems.</param>
/// <param name="ByExact">Names of one word by form.</param>
/// <param name="ByStem">Names of one word by stem.</param>
/// <param name="ByFirstStem">Names of several words by their first stem, those of most words first.</param>
/// <param name="Functions">Function words: keys are forms, values the keys of the stems that stand for them.</param>
internal sealed record LexiconTables(
    byte[] Letters,
    int[] StringStarts,
    byte[] PartsOfSpeech,
    int[] NameStarts,
    int[] Exact,
    int[] StemStarts,
    int[] Stems,
    LexiconTables.Lookup ByExact,
    LexiconTables.Lookup ByStem,
    LexiconTables.Lookup ByFirstStem,
    LexiconTables.Lookup Functions)
{
    // "LEX1": another layout gets another number.
    private const int Magic = 0x3158454C;

    // Strings number less than this; a key is a string in a language.
    private const int LanguageFactor = 1 << 24;

    /// <summary>Values by key; keys ascending.</summary>
    internal sealed record Lookup(int[] Keys, int[] Starts, int[] Values)
    {
        public ReadOnlySpan<int> Of(int key)
        {
            var at = Array.BinarySearch(Keys, key);
            return at < 0 ? [] : Values.AsSpan(Starts[at], Starts[at + 1] - Starts[at]);
        }
    }

    public static int Key(Language language, int text) => ((int)language * LanguageFactor) + text;

    public static Language LanguageOf(int key) => (Language)(key / LanguageFactor);

    public static int StringOf(int key) => key % LanguageFactor;

    public string Text(int text) => Encoding.UTF8.GetString(Letters, StringStarts[text], StringStarts[text + 1] - StringStarts[text]);

    /// <summary>Number of a string, or where it would stand as the complement of a number, as <see cref="Array.BinarySearch(Array, object)"/> tells it.</summary>
    public int Find(string text)
    {
        Span<byte> letters = text.Length <= 64 ? stackalloc byte[64 * 3] : new byte[text.Length * 3];
        letters = letters[..Encoding.UTF8.GetBytes(text, letters)];
        var (low, high) = (0, StringStarts.Length - 2);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = Letters.AsSpan(StringStarts[middle], StringStarts[middle + 1] - StringStarts[middle]).SequenceCompareTo(letters);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    /// <summary>Writes the tables, little-endian.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        WriteArray(writer, Letters);
        WriteArray(writer, StringStarts);
        WriteArray(writer, PartsOfSpeech);
        WriteArray(writer, NameStarts);
        WriteArray(writer, Exact);
        WriteArray(writer, StemStarts);
        WriteArray(writer, Stems);
        foreach (var lookup in new[] { ByExact, ByStem, ByFirstStem, Functions })
        {
            WriteArray(writer, lookup.Keys);
            WriteArray(writer, lookup.Starts);
            WriteArray(writer, lookup.Values);
        }
    }

    /// <summary>Reads tables that <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">They are of another layout or cut short.</exception>
    public static LexiconTables Read(ReadOnlySpan<byte> bytes)
    {
        if (Take<int>(ref bytes, 1)[0] != Magic)
        {
            throw new InvalidDataException("Not a compiled lexicon of this version.");
        }

        return new LexiconTables(
            ReadArray<byte>(ref bytes),
            ReadArray<int>(ref bytes),
            ReadArray<byte>(ref bytes),
            ReadArray<int>(ref bytes),
            ReadArray<int>(ref bytes),
            ReadArray<int>(ref bytes),
            ReadArray<int>(ref bytes),
            ReadLookup(ref bytes),
            ReadLookup(ref bytes),
            ReadLookup(ref bytes),
            ReadLookup(ref bytes));
    }

    private static Lookup ReadLookup(ref ReadOnlySpan<byte> bytes) =>
        new(ReadArray<int>(ref bytes), ReadArray<int>(ref bytes), ReadArray<int>(ref bytes));

    private static void WriteArray<T>(BinaryWriter writer, T[] values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static T[] ReadArray<T>(ref ReadOnlySpan<byte> bytes)
        where T : unmanaged
    {
        var count = Take<int>(ref bytes, 1)[0];
        return Take<T>(ref bytes, count);
    }

    private static T[] Take<T>(ref ReadOnlySpan<byte> bytes, int count)
        where T : unmanaged
    {
        var values = count >= 0 && (long)count * Marshal.SizeOf<T>() <= bytes.Length
            ? new T[count]
            : throw new InvalidDataException("The compiled lexicon is cut short.");
        var size = count * Marshal.SizeOf<T>();
        bytes[..size].CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
        bytes = bytes[size..];
        return values;
    }
}
