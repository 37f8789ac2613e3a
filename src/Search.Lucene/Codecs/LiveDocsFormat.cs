using System.Numerics;
using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>
/// Which documents of a segment are not deleted; a new file at every commit that deletes.
/// <code>.liv  header (its suffix is the generation to base 36) · long a 64 documents, the lowest bit first · footer</code>
/// </summary>
internal static class LiveDocsFormat
{
    private const string Codec = "Lucene50LiveDocs";

    public static string FileName(string segment, long generation) => $"{segment}_{Base36.Encode(generation)}.liv";

    public static void Write(FSDirectory directory, string segment, byte[] id, long generation, LiveDocs live)
    {
        using var output = directory.CreateOutput(FileName(segment, generation));
        CodecFrame.WriteHeader(output, Codec, 0, id, Base36.Encode(generation));
        foreach (var word in live.Words)
        {
            output.WriteLong((long)word);
        }

        CodecFrame.WriteFooter(output);
    }

    public static LiveDocs Read(FSDirectory directory, SegmentInfo segment, long generation, int deleted)
    {
        using var mapped = directory.OpenInput(FileName(segment.Name, generation));
        var input = mapped.Input();
        CodecFrame.CheckFooter(input, whole: true);
        CodecFrame.ReadHeader(input, Codec, 0, 0, segment.Id, Base36.Encode(generation));
        var words = new ulong[(segment.MaxDoc + 63) >> 6];
        if (input.Length - CodecFrame.FooterLength - input.Position != (long)words.Length * 8)
        {
            throw input.Corrupt($"The file does not hold one bit for each of {segment.MaxDoc} documents.");
        }

        var live = 0;
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = (ulong)input.ReadLong();
            live += BitOperations.PopCount(words[i]);
        }

        if (live != segment.MaxDoc - deleted)
        {
            throw input.Corrupt($"{live} documents are live, the commit says {segment.MaxDoc - deleted}.");
        }

        return new(words, segment.MaxDoc);
    }
}

/// <summary>Numbers in file names: digits and small letters.</summary>
internal static class Base36
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static string Encode(long value)
    {
        Span<char> buffer = stackalloc char[13];
        var at = buffer.Length;
        do
        {
            buffer[--at] = Digits[(int)(value % 36)];
            value /= 36;
        }
        while (value > 0);
        return new(buffer[at..]);
    }

    /// <summary>The number, or −1 if <paramref name="text"/> is none.</summary>
    public static long Decode(ReadOnlySpan<char> text)
    {
        long value = 0;
        foreach (var c in text)
        {
            var digit = Digits.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0 || value > long.MaxValue / 36 - 36)
            {
                return -1;
            }

            value = (value * 36) + digit;
        }

        return text.IsEmpty ? -1 : value;
    }
}
