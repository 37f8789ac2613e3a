using Search.Text;

namespace Search.Retrieval.Versions;

/// <summary>What a page can be recognised by in another language or at another address.</summary>
/// <param name="Language">Language of the page.</param>
/// <param name="Published">Date of publication, where known.</param>
/// <param name="Hard">Marks that translation does not touch: numbers (<c>#0.7912</c>), dates (<c>@2024-09-18</c>), sounds of names (<c>s…</c>), names of letters and digits (<c>x…</c>). Distinct, in ordinal order.</param>
/// <param name="Soft">Meanings and sounds of its words. Distinct, in ordinal order, none of them among <paramref name="Hard"/>.</param>
/// <param name="Words">Hashes of its words. Distinct, ascending.</param>
/// <param name="Shingles">Hashes of its runs of <see cref="PageMarkReader.ShingleLength"/> words. Distinct, ascending.</param>
/// <param name="Numbers">Its numbers, years and days included, as values. Distinct, in ordinal order.</param>
public sealed record PageMarks(
    Language Language,
    PartialDate? Published,
    IReadOnlyList<string> Hard,
    IReadOnlyList<string> Soft,
    IReadOnlyList<ulong> Words,
    IReadOnlyList<ulong> Shingles,
    IReadOnlyList<string> Numbers);
