namespace Search.Answering.Extraction;

/// <summary>A run of tokens that may be the answer.</summary>
/// <param name="Sentence">The sentence it stands in.</param>
/// <param name="First">First token of the passage.</param>
/// <param name="End">Just behind the last token.</param>
internal readonly record struct SpanCandidate(EvidenceSentence Sentence, int First, int End)
{
    /// <summary>Typed values of the sentence that share a token with the span, by place.</summary>
    public IEnumerable<TypedValue> Values
    {
        get
        {
            var (first, end) = (First, End);
            return Sentence.Values.Where(value => value.First < end && first < value.End);
        }
    }

    /// <summary>The words, verbatim.</summary>
    public string Text => Sentence.Passage.Text[Sentence.Passage.Tokens[First].Start..Sentence.Passage.Tokens[End - 1].End];
}
