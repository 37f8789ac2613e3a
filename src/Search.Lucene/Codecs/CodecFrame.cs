using System.Text;
using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>
/// What every file begins and ends with.
/// <code>
/// header  int 0x3FD76C17 · string codec · int version · 16 bytes segment id · byte length · suffix
/// footer  int 0xC02893E8 · int 0 (algorithm: CRC-32) · long checksum of all bytes before it
/// </code>
/// </summary>
internal static class CodecFrame
{
    public const int IdLength = 16;
    public const int FooterLength = 16;
    private const int Magic = 0x3FD76C17;

    /// <summary>
    /// Files up to this length are checked whole when they are opened, at some gigabytes a second; of larger ones only header and footer,
    /// so that opening stays a matter of milliseconds; <see cref="IndexCheck"/> reads those whole.
    /// </summary>
    public const long WholeCheckBytes = 1 << 20;

    public static void WriteHeader(IndexOutput output, string codec, int version, ReadOnlySpan<byte> id, string suffix)
    {
        output.WriteInt(Magic);
        output.WriteString(codec);
        output.WriteInt(version);
        output.WriteBytes(id);
        output.WriteByte((byte)suffix.Length);
        foreach (var c in suffix)
        {
            output.WriteByte((byte)c);
        }
    }

    /// <summary>Reads the header and returns the version. An empty <paramref name="id"/> is not compared.</summary>
    public static int ReadHeader(IndexInput input, string codec, int minVersion, int maxVersion, ReadOnlySpan<byte> id, string suffix)
    {
        var version = ReadShortHeader(input, codec, minVersion, maxVersion);
        var foundId = input.ReadSpan(IdLength);
        if (!id.IsEmpty && !id.SequenceEqual(foundId))
        {
            throw input.Corrupt("The file belongs to another segment (its id differs).");
        }

        var foundSuffix = input.ReadSpan(input.ReadByte());
        if (!Ascii.Equals(foundSuffix, suffix))
        {
            throw input.Corrupt($"The file's suffix is not the expected \"{suffix}\".");
        }

        return version;
    }

    /// <summary>A header without id and suffix, as stand within a file.</summary>
    public static int ReadShortHeader(IndexInput input, string codec, int minVersion, int maxVersion)
    {
        var magic = input.ReadInt();
        if (magic != Magic)
        {
            throw input.Corrupt($"Not a file of this kind: it begins with {magic:X8}, not {Magic:X8}.");
        }

        var found = input.ReadString();
        if (!string.Equals(found, codec, StringComparison.Ordinal))
        {
            throw input.Corrupt($"The file says it is \"{found}\", expected \"{codec}\".");
        }

        var version = input.ReadInt();
        if (version < minVersion || version > maxVersion)
        {
            throw input.Corrupt($"The file has format version {version}, this program reads {minVersion} to {maxVersion}.");
        }

        return version;
    }

    /// <summary>Writes the footer; nothing may follow.</summary>
    public static void WriteFooter(IndexOutput output)
    {
        output.WriteInt(~Magic);
        output.WriteInt(0);
        output.WriteLong(output.Checksum);
    }

    /// <summary>Checks the footer, and the checksum of the whole if the file is small or <paramref name="whole"/> is asked for.</summary>
    public static void CheckFooter(IndexInput input, bool whole = false)
    {
        if (input.Length < FooterLength)
        {
            throw input.Corrupt($"The file has {input.Length} bytes, too few for a checksum: it was cut off.");
        }

        var footer = input.Slice(input.Length - FooterLength, FooterLength);
        if (footer.ReadInt() != ~Magic || footer.ReadInt() != 0)
        {
            throw input.Corrupt("The file does not end in a checksum: it was cut off or overwritten.");
        }

        var expected = footer.ReadLong();
        if (whole || input.Length <= WholeCheckBytes)
        {
            var actual = Checksum(input, input.Length - 8);
            if (actual != expected)
            {
                throw input.Corrupt($"The checksum is {actual:x8}, the file says {expected:x8}: its bytes changed since it was written.");
            }
        }
    }

    /// <summary>Checks that exactly the footer is left to read.</summary>
    public static void CheckAtFooter(IndexInput input)
    {
        if (input.Position != input.Length - FooterLength)
        {
            throw input.Corrupt($"{input.Length - FooterLength - input.Position} bytes before the checksum were not expected.");
        }
    }

    private static unsafe uint Checksum(IndexInput input, long length)
    {
        uint crc = 0;
        for (long at = 0; at < length;)
        {
            var part = (int)Math.Min(length - at, 1 << 24);
            crc = Crc32.Append(crc, new ReadOnlySpan<byte>(input.Start + at, part));
            at += part;
        }

        return crc;
    }
}
