using Search.Lucene.Codecs;
using Search.Lucene.Segments;
using Search.Lucene.Store;

namespace Search.Lucene;

/// <summary>Reads a whole index and says what is wrong with it: every checksum, and the structure behind it.</summary>
public static class IndexCheck
{
    /// <summary>Checks the last commit in <paramref name="directory"/>; what is wrong is told, never thrown.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public static IndexCheckReport Run(FSDirectory directory, CancellationToken cancellation = default)
    {
        var check = new Walk(directory, cancellation);
        check.Commit();
        return new(check.Segments, check.Documents, check.Files, check.Bytes, check.Problems);
    }

    private sealed class Walk(FSDirectory directory, CancellationToken cancellation)
    {
        public List<string> Problems { get; } = [];

        public int Segments { get; private set; }

        public long Documents { get; private set; }

        public int Files { get; private set; }

        public long Bytes { get; private set; }

        public void Commit()
        {
            CommitFile? commit = null;
            Try(() => commit = CommitFile.ReadLast(directory, found => found));
            foreach (var segment in commit?.Segments ?? [])
            {
                Segments++;
                Documents += segment.Info.MaxDoc - segment.Deleted;
                Try(() => Segment(segment));
            }
        }

        private void Segment(CommittedSegment segment)
        {
            if (segment.DelGeneration >= 0)
            {
                Try(() => LiveDocsFormat.Read(directory, segment.Info, segment.DelGeneration, segment.Deleted));
            }

            foreach (var file in segment.Info.Files)
            {
                Try(() => Checksum(file));
            }

            var core = SegmentCore.Open(directory, segment.Info);
            try
            {
                foreach (var field in core.Fields)
                {
                    Try(() => Terms(core, field));
                    Try(() => Values(core, field));
                }

                Try(() => Stored(core));
            }
            finally
            {
                core.DecRef();
            }
        }

        private void Checksum(string file)
        {
            using var mapped = directory.OpenInput(file);
            Files++;
            Bytes += mapped.Length;
            CodecFrame.CheckFooter(mapped.Input(), whole: true);
        }

        private void Terms(SegmentCore core, FieldInfo field)
        {
            var norms = core.Norms(field.Name);
            if (core.Terms(field.Name) is not { } terms)
            {
                return;
            }

            var count = 0L;
            var sumDocFreq = 0L;
            var sumTotalTermFreq = 0L;
            var seen = new bool[core.Info.MaxDoc];
            var previous = Array.Empty<byte>();
            var walk = terms.Enumerate();
            PostingsEnum? postings = null;
            while (walk.Next())
            {
                cancellation.ThrowIfCancellationRequested();
                if (count++ > 0 && walk.Term.SequenceCompareTo(previous) <= 0)
                {
                    throw terms.Blocks.Corrupt($"The terms of field {field.Name} are not in order.");
                }

                previous = walk.Term.ToArray();
                sumDocFreq += walk.DocFreq;
                sumTotalTermFreq += walk.TotalTermFreq;
                postings = walk.Postings(terms.HasPositions ? PostingsFeatures.Positions : PostingsFeatures.Freqs, postings);
                Postings(terms, walk, postings, seen);
            }

            if (count != terms.Count || sumDocFreq != terms.SumDocFreq || sumTotalTermFreq != terms.SumTotalTermFreq
                || seen.Count(has => has) != terms.DocCount
                || (count > 0 && (!previous.AsSpan().SequenceEqual(terms.Max))))
            {
                throw terms.Blocks.Corrupt($"The terms of field {field.Name} do not add up to its statistics.");
            }

            for (var doc = 0; norms is not null && doc < seen.Length; doc++)
            {
                if (seen[doc] && norms.Get(doc) == 0)
                {
                    throw terms.Blocks.Corrupt($"Document {doc} has terms of field {field.Name}, but no length.");
                }
            }
        }

        private static void Postings(Terms terms, TermsEnum walk, PostingsEnum postings, bool[] seen)
        {
            var docs = 0;
            var occurrences = 0L;
            var last = -1;
            for (var doc = postings.NextDoc(); doc != PostingsEnum.NoMoreDocs; doc = postings.NextDoc())
            {
                if (doc <= last || postings.Freq <= 0)
                {
                    throw terms.PostingsFiles.Docs.Corrupt($"Postings of field {terms.Field.Name} are not in order.");
                }

                last = doc;
                docs++;
                occurrences += postings.Freq;
                seen[doc] = true;
                var position = 0;
                for (var i = terms.HasPositions ? postings.Freq : 0; i > 0; i--)
                {
                    var next = postings.NextPosition();
                    if (next < position)
                    {
                        throw terms.PostingsFiles.Positions!.Corrupt($"Positions of field {terms.Field.Name} are not in order.");
                    }

                    position = next;
                }
            }

            if (docs != walk.DocFreq || occurrences != walk.TotalTermFreq)
            {
                throw terms.PostingsFiles.Docs.Corrupt($"Postings of field {terms.Field.Name} do not add up to their term's statistics.");
            }

            Skips(terms, walk, postings);
        }

        /// <summary>Every block must be found by skipping to its last document.</summary>
        private static void Skips(Terms terms, TermsEnum walk, PostingsEnum postings)
        {
            if (walk.DocFreq <= ForBlock.Size)
            {
                return;
            }

            var lasts = new List<int>();
            postings = walk.Postings(PostingsFeatures.Docs, postings);
            while (postings.NextBlock())
            {
                lasts.Add(postings.BlockDocs[^1]);
            }

            postings = walk.Postings(PostingsFeatures.Docs, postings);
            for (var i = lasts.Count % 3; i < lasts.Count; i += 3)
            {
                var upTo = postings.AdvanceShallow(lasts[i]);
                if (upTo < lasts[i] || postings.Impacts(0).IsEmpty || postings.Advance(lasts[i]) != lasts[i])
                {
                    throw terms.PostingsFiles.Docs.Corrupt($"Skip data of field {terms.Field.Name} miss document {lasts[i]}.");
                }
            }
        }

        private void Values(SegmentCore core, FieldInfo field)
        {
            cancellation.ThrowIfCancellationRequested();
            var maxDoc = core.Info.MaxDoc;
            var values = core.DocValues;
            switch (field.DocValuesType)
            {
                case DocValuesType.Numeric when values.Numeric(field.Name) is { } numeric:
                    Each(maxDoc, doc => numeric.TryGet(doc, out _));
                    break;
                case DocValuesType.Binary when values.Binary(field.Name) is { } binary:
                    Each(maxDoc, doc => binary.TryGet(doc, out _));
                    break;
                case DocValuesType.SortedNumeric when values.SortedNumeric(field.Name) is { } numbers:
                    Each(maxDoc, doc =>
                    {
                        for (var left = numbers.Advance(doc); left > 0; left--)
                        {
                            numbers.NextValue();
                        }
                    });
                    break;
                case DocValuesType.Sorted or DocValuesType.SortedSet when values.SortedSet(field.Name) is { } set:
                    for (long ord = 0; ord < set.ValueCount; ord++)
                    {
                        set.LookupOrd(ord);
                    }

                    Each(maxDoc, doc =>
                    {
                        for (var left = set.Advance(doc); left > 0; left--)
                        {
                            set.NextOrd();
                        }
                    });
                    break;
                case DocValuesType.None:
                    break;
                default:
                    throw new IndexCorruptException(directory.PathOf(core.Info.Name), $"The doc values of field {field.Name} are missing.");
            }
        }

        private void Stored(SegmentCore core) => Each(core.Stored.ChunkCount, number =>
        {
            var chunk = core.Stored.OpenChunk(number);
            var bytes = new byte[chunk.Starts[^1]];
            core.Stored.Decompress(chunk, 0, bytes.Length, bytes);
            for (var i = 0; i < chunk.FieldCounts.Length; i++)
            {
                core.Stored.Parse(bytes.AsSpan(chunk.Starts[i]..chunk.Starts[i + 1]), chunk.FieldCounts[i]);
            }
        });

        private void Each(int count, Action<int> read)
        {
            for (var i = 0; i < count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                read(i);
            }
        }

        private void Try(Action step)
        {
            try
            {
                Damage.Named(directory.Path, () =>
                {
                    step();
                    return 0;
                });
            }
            catch (IndexException e) when (Problems.Contains(e.Message))
            {
                // The same damage met again on another way.
            }
            catch (IndexException e)
            {
                Problems.Add(e.Message);
            }
        }
    }
}

/// <summary>What a check found.</summary>
/// <param name="Segments">Segments of the last commit.</param>
/// <param name="Documents">Documents that are not deleted.</param>
/// <param name="Files">Files whose checksum was counted.</param>
/// <param name="Bytes">Bytes of them.</param>
/// <param name="Problems">What is wrong, a sentence each with the file's name; empty if all is well.</param>
public sealed record IndexCheckReport(int Segments, long Documents, int Files, long Bytes, IReadOnlyList<string> Problems)
{
    /// <summary>True if nothing is wrong.</summary>
    public bool IsClean => Problems.Count == 0;
}
