using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>Opens the terms of a segment (layout: <see cref="BlockTreeWriter"/>).</summary>
internal static class BlockTreeReader
{
    private const int MinVersion = 6;

    public static Dictionary<string, Terms> Open(SegmentInput segment, FieldInfos fields, string suffix, PostingsFiles postings)
    {
        var blocks = segment.Open(BlockTreeWriter.TermsExtension, suffix);
        var index = segment.Open(BlockTreeWriter.IndexExtension, suffix);
        var meta = segment.Open(BlockTreeWriter.MetaExtension, suffix, WholeCheck.Always);
        CodecFrame.ReadHeader(blocks, BlockTreeWriter.TermsCodec, MinVersion, BlockTreeWriter.Version, segment.Id, suffix);
        CodecFrame.ReadHeader(index, BlockTreeWriter.IndexCodec, MinVersion, BlockTreeWriter.Version, segment.Id, suffix);
        CodecFrame.ReadHeader(meta, BlockTreeWriter.MetaCodec, MinVersion, BlockTreeWriter.Version, segment.Id, suffix);
        CodecFrame.ReadHeader(meta, PostingsWriter.TermsCodec, PostingsWriter.Version, PostingsWriter.Version, segment.Id, suffix);
        if (meta.ReadVInt() != ForBlock.Size)
        {
            throw meta.Corrupt("Postings blocks are not of 128 documents.");
        }

        var byName = new Dictionary<string, Terms>(StringComparer.Ordinal);
        for (var left = meta.ReadCount(); left > 0; left--)
        {
            var number = meta.ReadVInt();
            var field = fields.FindNumber(number) ?? throw meta.Corrupt($"Terms of field number {number}, which the segment does not have.");
            if (field.IndexOptions == IndexOptions.None || field.PostingsSuffix != suffix)
            {
                throw meta.Corrupt($"Terms of field {field.Name}, which has none in this file.");
            }

            var summary = ReadSummary(meta, field);
            var indexStart = meta.ReadVLong();
            byName[field.Name] = new(field, summary, blocks, FstReader.Open(meta, index, indexStart), postings);
        }

        if (meta.ReadLong() != index.Length || meta.ReadLong() != blocks.Length)
        {
            throw meta.Corrupt("The terms files are longer or shorter than when they were written.");
        }

        CodecFrame.CheckAtFooter(meta);
        return byName;
    }

    private static TermsSummary ReadSummary(IndexInput meta, FieldInfo field)
    {
        var count = meta.ReadVLong();
        var root = ReadBytes(meta);
        var sumTotalTermFreq = field.IndexOptions == IndexOptions.Docs ? -1 : meta.ReadVLong();
        var sumDocFreq = meta.ReadVLong();
        if (sumTotalTermFreq < 0)
        {
            sumTotalTermFreq = sumDocFreq;
        }

        var docCount = meta.ReadVInt();
        if (count <= 0 || root.Length == 0 || docCount <= 0 || sumDocFreq < docCount || sumTotalTermFreq < sumDocFreq)
        {
            throw meta.Corrupt($"The statistics of field {field.Name} contradict each other.");
        }

        return new(count, root, sumTotalTermFreq, sumDocFreq, docCount, ReadBytes(meta), ReadBytes(meta));
    }

    private static byte[] ReadBytes(IndexInput input) => input.ReadSpan(input.ReadCount()).ToArray();
}
