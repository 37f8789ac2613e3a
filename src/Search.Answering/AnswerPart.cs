namespace Search.Answering;

/// <summary>A part of an answer as soon as it is certain: its sentences, verified one by one, then the whole. Nothing sent is ever taken back.</summary>
public abstract record AnswerPart
{
    private AnswerPart()
    {
    }

    /// <summary>A verified sentence.</summary>
    /// <param name="Value">The sentence.</param>
    /// <param name="Citations">Citations that it is the first to use, in the order of their numbers.</param>
    public sealed record Sentence(AnswerSentence Value, IReadOnlyList<Citation> Citations) : AnswerPart;

    /// <summary>The answer with every sentence given out before, or a refusal; always last.</summary>
    /// <param name="Answer">The answer.</param>
    public sealed record Whole(Answer Answer) : AnswerPart;

    /// <summary>The parts of an answer that is there as a whole; a refusal has no sentences.</summary>
    internal static IEnumerable<AnswerPart> Of(Answer answer)
    {
        var known = new HashSet<int>();
        foreach (var sentence in (answer as Answer.Grounded)?.Sentences ?? [])
        {
            yield return new Sentence(sentence, [.. ((Answer.Grounded)answer).Citations.Where(citation => sentence.Citations.Contains(citation.Number) && known.Add(citation.Number))]);
        }

        yield return new Whole(answer);
    }
}
