using System.Text;
using Search.Lucene;
using Search.Lucene.Codecs;
using Search.Lucene.Segments;

namespace Lucene.Tests.Segments;

/// <summary>All that an index tells of each document, as text, by the document's stored id: read back from every part of it.</summary>
internal static class IndexContents
{
    public static SortedDictionary<string, string> Read(DirectoryReader reader)
    {
        var byId = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var leaf in reader.Leaves)
        {
            var documents = Read(leaf.Reader);
            for (var doc = 0; doc < documents.Length; doc++)
            {
                if (leaf.Reader.LiveDocs is { } live && !live[doc])
                {
                    continue;
                }

                var stored = leaf.Reader.StoredFields(doc);
                var text = documents[doc];
                foreach (var value in stored.Fields)
                {
                    text.Append($"\n{value.Name} stored {Text(value.Value)}");
                }

                byId.Add(stored.GetString("id") ?? throw new InvalidOperationException("A document has no id."), text.ToString());
            }
        }

        return byId;
    }

    private static StringBuilder[] Read(SegmentReader segment)
    {
        var documents = Enumerable.Range(0, segment.MaxDoc).Select(_ => new StringBuilder()).ToArray();
        foreach (var field in segment.FieldInfos.OrderBy(field => field.Name, StringComparer.Ordinal))
        {
            ReadTerms(segment, field, documents);
            for (var doc = 0; doc < documents.Length; doc++)
            {
                ReadValues(segment, field, doc, documents[doc]);
            }
        }

        return documents;
    }

    private static void ReadTerms(SegmentReader segment, FieldInfo field, StringBuilder[] documents)
    {
        if (segment.Terms(field.Name) is not { } terms)
        {
            return;
        }

        var norms = segment.Norms(field.Name);
        var walk = terms.Enumerate();
        PostingsEnum? postings = null;
        while (walk.Next())
        {
            postings = walk.Postings(terms.HasPositions ? PostingsFeatures.Positions : PostingsFeatures.Freqs, postings);
            for (var doc = postings.NextDoc(); doc != PostingsEnum.NoMoreDocs; doc = postings.NextDoc())
            {
                documents[doc].Append($"\n{field.Name} {Convert.ToHexString(walk.Term)} {postings.Freq} {norms?.Get(doc)}");
                for (var i = terms.HasPositions ? postings.Freq : 0; i > 0; i--)
                {
                    documents[doc].Append($" {postings.NextPosition()}");
                }
            }
        }
    }

    private static void ReadValues(SegmentReader segment, FieldInfo field, int doc, StringBuilder text)
    {
        switch (field.DocValuesType)
        {
            case DocValuesType.Numeric when segment.NumericDocValues(field.Name)!.TryGet(doc, out var number):
                text.Append($"\n{field.Name} = {number}");
                break;
            case DocValuesType.Binary when segment.BinaryDocValues(field.Name)!.TryGet(doc, out var bytes):
                text.Append($"\n{field.Name} = {Convert.ToHexString(bytes)}");
                break;
            case DocValuesType.Sorted or DocValuesType.SortedSet:
                var set = segment.SortedSetDocValues(field.Name)!;
                for (var left = set.Advance(doc); left > 0; left--)
                {
                    text.Append($"\n{field.Name} = {Convert.ToHexString(set.LookupOrd(set.NextOrd()))}");
                }

                break;
            case DocValuesType.SortedNumeric:
                var numbers = segment.SortedNumericDocValues(field.Name)!;
                for (var left = numbers.Advance(doc); left > 0; left--)
                {
                    text.Append($"\n{field.Name} = {numbers.NextValue()}");
                }

                break;
        }
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}";
}
