using Search.Text;

namespace Search.Answering.Training;

/// <summary>A question with its right answers.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Text">The question.</param>
/// <param name="Language">Its language.</param>
/// <param name="DocumentId">The page that answers it, or was meant to.</param>
/// <param name="Golds">Acceptable answers, one of them at least verbatim from the page; empty where the page does not answer it.</param>
/// <param name="Article">Questions of one article stay on one side of a split.</param>
internal sealed record TrainingQuestion(string Id, string Text, Language Language, string DocumentId, IReadOnlyList<string> Golds, string Article)
{
    /// <summary>The right answer to a question for yes or no; <see langword="null"/> where it is not told.</summary>
    public bool? IsYes { get; init; }
}

/// <summary>Pages with questions about them.</summary>
/// <param name="Name">Name in reports.</param>
/// <param name="Documents">The pages.</param>
/// <param name="Questions">The questions.</param>
internal sealed record TrainingCollection(string Name, IReadOnlyList<ArchiveDocument> Documents, IReadOnlyList<TrainingQuestion> Questions)
{
    /// <summary>Weight of each question for the rankers; with 0 they never see it.</summary>
    public float Weight { get; init; } = 1;

    /// <summary>Weight of each question for support.</summary>
    public float SupportWeight { get; init; } = 1;

    /// <summary>Whether questions speak of "the committee" or "the library", found nowhere by such words: those are read with their page in front.</summary>
    public bool IsVague { get; init; }

    /// <summary>Whether each answerable question is asked once more with its page left out: it must be declined then.</summary>
    public bool IsAskedWithoutPage { get; init; } = true;
}
