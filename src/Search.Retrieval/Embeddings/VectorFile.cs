using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Search.Retrieval.Embeddings;

/// <summary>What the vectors of an index were made with.</summary>
/// <param name="Model">Name of the embedding model.</param>
/// <param name="Dimension">Numbers a vector.</param>
public sealed record VectorManifest(string Model, int Dimension);

/// <summary>Where the vectors of one page lie in the file.</summary>
/// <param name="Id">Document id.</param>
/// <param name="Checksum">Checksum of the page as it was.</param>
/// <param name="Inputs">SHA-256 of the texts that were embedded.</param>
/// <param name="Count">Passages.</param>
/// <param name="Offset">Where the first vector begins.</param>
internal sealed record PageVectors(string Id, string Checksum, string Inputs, int Count, long Offset);

/// <summary>
/// The vectors of an index's passages, one file beside it: <c>MPV1</c>, the dimension (int32), the model's name, then a record a page, appended as
/// pages are embedded: id, checksum, hash of the texts, number of passages (int32), their vectors (float32, of length 1). Texts are UTF-8 behind
/// their length (int32); numbers are little-endian. The last record of an id counts; a record that was cut off ends the file.
/// </summary>
internal sealed class VectorFile
{
    private const string Name = "passages.vec";
    private const int MaxText = 1 << 16;
    private const int MaxDimension = 1 << 16;

    private static readonly byte[] Magic = "MPV1"u8.ToArray();

    private VectorFile(VectorManifest manifest, Dictionary<string, PageVectors> pages, long end)
    {
        Manifest = manifest;
        Pages = pages;
        End = end;
    }

    /// <summary>The model and its dimension.</summary>
    public VectorManifest Manifest { get; }

    /// <summary>Pages by document id.</summary>
    public IReadOnlyDictionary<string, PageVectors> Pages { get; }

    /// <summary>Just behind the last whole record.</summary>
    public long End { get; }

    /// <summary>The file of an index's folder.</summary>
    public static string PathIn(string folder) => Path.Combine(folder, Name);

    /// <summary>Reads the manifest and where every page's vectors lie; <see langword="null"/> where there is no file, or one that is none of ours.</summary>
    public static VectorFile? Read(string folder)
    {
        var path = PathIn(folder);
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = Open(path);
        using var reader = new BinaryReader(file, Encoding.UTF8);
        try
        {
            if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic) || reader.ReadInt32() is not (> 0 and <= MaxDimension and var dimension) || ReadText(reader) is not { } model)
            {
                return null;
            }

            var pages = new Dictionary<string, PageVectors>(StringComparer.Ordinal);
            var end = file.Position;
            while (file.Position < file.Length && ReadText(reader) is { } id && ReadText(reader) is { } checksum && ReadText(reader) is { } inputs && reader.ReadInt32() is >= 0 and var count)
            {
                var next = file.Position + ((long)count * dimension * sizeof(float));
                if (next > file.Length)
                {
                    break;
                }

                pages[id] = new PageVectors(id, checksum, inputs, count, file.Position);
                end = file.Position = next;
            }

            return new VectorFile(new VectorManifest(model, dimension), pages, end);
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    /// <summary>The vectors of a page, one behind the other.</summary>
    public static float[] VectorsOf(FileStream file, PageVectors page, int dimension)
    {
        var vectors = new float[page.Count * dimension];
        file.Position = page.Offset;
        file.ReadExactly(MemoryMarshal.AsBytes(vectors.AsSpan()));
        return vectors;
    }

    /// <summary>Opens a file that another process may be appending to.</summary>
    public static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>The beginning of a file.</summary>
    public static byte[] Head(VectorManifest manifest) => [.. Magic, .. Number(manifest.Dimension), .. TextBytes(manifest.Model)];

    /// <summary>A record of a page.</summary>
    public static byte[] Record(string id, string checksum, string inputs, int count, ReadOnlySpan<float> vectors) =>
        [.. TextBytes(id), .. TextBytes(checksum), .. TextBytes(inputs), .. Number(count), .. MemoryMarshal.AsBytes(vectors)];

    private static byte[] TextBytes(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [.. Number(bytes.Length), .. bytes];
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static string? ReadText(BinaryReader reader)
    {
        var length = reader.ReadInt32();
        if (length is < 0 or > MaxText)
        {
            return null;
        }

        var bytes = reader.ReadBytes(length);
        return bytes.Length == length ? Encoding.UTF8.GetString(bytes) : null;
    }
}
