using System.Buffers.Binary;
using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>Writes one stored field of a document (layout: <see cref="StoredFieldsWriter"/>).</summary>
internal static class StoredValue
{
    private const int TypeBits = 3;

    /// <param name="value">string, byte[], ReadOnlyMemory of bytes, int, long, float or double.</param>
    public static void Write(IndexOutput output, int field, object value)
    {
        switch (value)
        {
            case string text:
                WriteText(output, field, text);
                break;
            case byte[] bytes:
                WriteBytes(output, field, bytes);
                break;
            case int number:
                Head(output, field, 2);
                output.WriteZLong(number);
                break;
            case float number:
                Head(output, field, 3);
                WriteFloat(output, number);
                break;
            case long number:
                WriteLong(output, field, number);
                break;
            case double number:
                Head(output, field, 5);
                output.WriteByte(0xFF);
                output.WriteLong(BitConverter.DoubleToInt64Bits(number));
                break;
            default:
                throw new ArgumentException($"A {value.GetType().Name} cannot be stored.", nameof(value));
        }
    }

    public static void WriteText(IndexOutput output, int field, string text)
    {
        Head(output, field, 0);
        output.WriteString(text);
    }

    public static void WriteBytes(IndexOutput output, int field, ReadOnlySpan<byte> bytes)
    {
        Head(output, field, 1);
        output.WriteVInt(bytes.Length);
        output.WriteBytes(bytes);
    }

    /// <summary>The two highest bits of the first byte say the unit (1, or seconds, hours, days of milliseconds), the next that more follows.</summary>
    public static void WriteLong(IndexOutput output, int field, long value)
    {
        Head(output, field, 4);
        var (unit, scaled) = value % 86_400_000 == 0 ? (0xC0, value / 86_400_000)
            : value % 3_600_000 == 0 ? (0x80, value / 3_600_000)
            : value % 1000 == 0 ? (0x40, value / 1000)
            : (0, value);
        var zigzag = (ulong)((scaled << 1) ^ (scaled >> 63));
        var header = unit | (int)(zigzag & 0x1F);
        var more = zigzag >> 5;
        output.WriteByte((byte)(more == 0 ? header : header | 0x20));
        if (more != 0)
        {
            output.WriteVLong((long)more);
        }
    }

    private static void WriteFloat(IndexOutput output, float value)
    {
        // The short forms save bytes on small whole numbers; this engine never writes floats of its own.
        output.WriteByte(0xFF);
        BinaryPrimitives.WriteSingleBigEndian(output.Append(4), value);
    }

    private static void Head(IndexOutput output, int field, int type) => output.WriteVLong(((long)field << TypeBits) | (uint)type);
}
