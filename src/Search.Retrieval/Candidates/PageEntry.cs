using System.Text;
using Search.Text;

namespace Search.Retrieval.Candidates;

/// <summary>What is known of every page as soon as an index is open.</summary>
/// <param name="Language">Language of the page.</param>
/// <param name="Published">Publication date.</param>
/// <param name="Checksum">Checksum of the file it was read from and of its address.</param>
internal sealed record PageEntry(Language Language, PartialDate? Published, string Checksum)
{
    public static PageEntry Of(ArchiveDocument document) => new(document.Language, document.Published, $"{document.Sha256} {document.Url}");

    public override string ToString() => $"{Language.Code()}\t{Published}\t{Checksum}";

    public static PageEntry Parse(ReadOnlySpan<byte> bytes)
    {
        var parts = Encoding.UTF8.GetString(bytes).Split('\t', 3);
        return new PageEntry(LanguageCodes.Parse(parts[0]) ?? Language.Unknown, PartialDate.Parse(parts[1]), parts[2]);
    }
}
