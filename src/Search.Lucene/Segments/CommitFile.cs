using Search.Lucene.Codecs;
using Search.Lucene.Store;

namespace Search.Lucene.Segments;

/// <summary>One segment as a commit names it.</summary>
/// <param name="DelGeneration">Generation of its <c>.liv</c>; −1 if nothing is deleted.</param>
/// <param name="Deleted">Documents deleted.</param>
internal sealed record CommittedSegment(SegmentInfo Info, long DelGeneration, int Deleted)
{
    /// <summary>All its files, with that of deletes.</summary>
    public IEnumerable<string> Files => DelGeneration < 0
        ? Info.Files
        : Info.Files.Append(LiveDocsFormat.FileName(Info.Name, DelGeneration));
}

/// <summary>
/// What one commit holds.
/// <code>
/// segments_N  header (its id is the commit's, its suffix N to base 36) · VInt VInt VInt version of Lucene · VInt 8 · long version of the commit
///             · VLong next segment number · int segments · [VInt VInt VInt least version] · segments · map user data · footer
///   segment: string name · 16 bytes id · string codec · long generation of deletes · int deleted · long −1 · long −1 · int 0
///            · byte 1 · 16 bytes id of this state · set (0) · int 0
/// </code>
/// Written as <c>pending_segments_N</c>, made safe, then renamed: the name stands only for a whole commit.
/// </summary>
/// <param name="Generation">N; 0 before the first commit.</param>
/// <param name="Version">Grows with every change.</param>
/// <param name="NextSegment">Number of the next segment.</param>
/// <param name="Segments">In index order.</param>
/// <param name="UserData">What the writer's caller gave.</param>
internal sealed record CommitFile(
    long Generation,
    long Version,
    long NextSegment,
    IReadOnlyList<CommittedSegment> Segments,
    IReadOnlyDictionary<string, string> UserData)
{
    public const string Prefix = "segments_";
    public const string PendingPrefix = "pending_segments_";

    private const string Codec = "segments";
    private const int FormatVersion = 10;
    private const int MinFormatVersion = 9;
    private const string SegmentCodec = "Lucene87";

    public static CommitFile Empty { get; } = new(0, 0, 0, [], new Dictionary<string, string>());

    public static string FileName(long generation) => Prefix + Base36.Encode(generation);

    /// <summary>All files of the commit, itself with them.</summary>
    public IEnumerable<string> Files => Segments.SelectMany(segment => segment.Files).Append(FileName(Generation));

    /// <summary>Number of the last commit, or 0 if there is none.</summary>
    public static long LastGeneration(FSDirectory directory)
    {
        long last = 0;
        foreach (var name in directory.ListFiles())
        {
            if (name.StartsWith(Prefix, StringComparison.Ordinal))
            {
                last = Math.Max(last, Base36.Decode(name.AsSpan(Prefix.Length)));
            }
        }

        return last;
    }

    /// <summary>
    /// Calls <paramref name="read"/> with the last commit. If a file is gone because a writer committed meanwhile, tries again with the newer one.
    /// </summary>
    /// <exception cref="IndexCorruptException">There is no commit, or the last one cannot be read.</exception>
    public static T ReadLast<T>(FSDirectory directory, Func<CommitFile, T> read)
    {
        for (var tried = 0L; ;)
        {
            var generation = LastGeneration(directory);
            if (generation == 0)
            {
                throw new IndexCorruptException(directory.Path, "There is no index in this folder (no segments_N file).");
            }

            try
            {
                return read(Read(directory, generation));
            }
            catch (IndexCorruptException) when (tried != generation && LastGeneration(directory) > generation)
            {
                tried = generation;
            }
        }
    }

    public static CommitFile Read(FSDirectory directory, long generation)
    {
        using var mapped = directory.OpenInput(FileName(generation));
        var input = mapped.Input();
        CodecFrame.CheckFooter(input, whole: true);
        var format = CodecFrame.ReadHeader(input, Codec, MinFormatVersion, FormatVersion, default, Base36.Encode(generation));
        input.ReadVInt();
        input.ReadVInt();
        input.ReadVInt();
        var createdMajor = input.ReadVInt();
        if (createdMajor != SegmentInfoFormat.Major)
        {
            throw input.Corrupt($"The index was made by Lucene {createdMajor}, this program reads Lucene {SegmentInfoFormat.Major}.");
        }

        var version = input.ReadLong();
        var nextSegment = input.ReadVLong();
        var count = input.ReadInt();
        if (count < 0 || count > input.Length / 64)
        {
            throw input.Corrupt($"The commit would have {count} segments.");
        }

        if (count > 0)
        {
            input.ReadVInt();
            input.ReadVInt();
            input.ReadVInt();
        }

        var segments = new List<CommittedSegment>(count);
        for (var i = 0; i < count; i++)
        {
            segments.Add(ReadSegment(directory, input, format));
        }

        var userData = input.ReadMap();
        CodecFrame.CheckAtFooter(input);
        return new(generation, version, nextSegment, segments, userData);
    }

    /// <summary>Writes this as <c>pending_segments_N</c>; <see cref="Publish"/> makes it the last commit.</summary>
    public void WritePending(FSDirectory directory)
    {
        using var output = directory.CreateOutput(PendingPrefix + Base36.Encode(Generation));
        CodecFrame.WriteHeader(output, Codec, FormatVersion, NewId(), Base36.Encode(Generation));
        WriteVersion(output);
        output.WriteVInt(SegmentInfoFormat.Major);
        output.WriteLong(Version);
        output.WriteVLong(NextSegment);
        output.WriteInt(Segments.Count);
        if (Segments.Count > 0)
        {
            WriteVersion(output);
        }

        foreach (var segment in Segments)
        {
            output.WriteString(segment.Info.Name);
            output.WriteBytes(segment.Info.Id);
            output.WriteString(SegmentCodec);
            output.WriteLong(segment.DelGeneration);
            output.WriteInt(segment.Deleted);
            output.WriteLong(-1);
            output.WriteLong(-1);
            output.WriteInt(0);
            output.WriteByte(1);
            output.WriteBytes(NewId());
            output.WriteSet([]);
            output.WriteInt(0);
        }

        output.WriteMap(UserData);
        CodecFrame.WriteFooter(output);
    }

    /// <summary>Renames the pending file, whose bytes and whose segments' bytes are safe.</summary>
    public void Publish(FSDirectory directory)
    {
        directory.Rename(PendingPrefix + Base36.Encode(Generation), FileName(Generation));
        directory.SyncFolder();
    }

    /// <summary>16 bytes that no other file has; the format tells files of different segments apart by them, so they are random.</summary>
    public static byte[] NewId() => Guid.NewGuid().ToByteArray();

    private static CommittedSegment ReadSegment(FSDirectory directory, IndexInput input, int format)
    {
        var name = input.ReadString();
        var id = input.ReadSpan(CodecFrame.IdLength).ToArray();
        var codec = input.ReadString();
        if (codec != SegmentCodec)
        {
            throw input.Corrupt($"Segment {name} is in format {codec}, this program reads {SegmentCodec}.");
        }

        var delGeneration = input.ReadLong();
        var deleted = input.ReadInt();
        var fieldInfosGeneration = input.ReadLong();
        var docValuesGeneration = input.ReadLong();
        input.ReadInt();
        if (format >= 10 && input.ReadByte() == 1)
        {
            input.ReadSpan(CodecFrame.IdLength);
        }

        input.ReadSet();
        if (input.ReadInt() != 0 || fieldInfosGeneration != -1 || docValuesGeneration != -1)
        {
            throw input.Corrupt($"Segment {name} has updated doc values, which this program does not read.");
        }

        var info = SegmentInfoFormat.Read(directory, name, id);
        if (deleted < 0 || deleted > info.MaxDoc || (delGeneration < 0 && deleted > 0))
        {
            throw input.Corrupt($"Segment {name} would have {deleted} of {info.MaxDoc} documents deleted.");
        }

        return new(info, delGeneration, deleted);
    }

    private static void WriteVersion(IndexOutput output)
    {
        output.WriteVInt(SegmentInfoFormat.Major);
        output.WriteVInt(SegmentInfoFormat.Minor);
        output.WriteVInt(SegmentInfoFormat.Bugfix);
    }
}
