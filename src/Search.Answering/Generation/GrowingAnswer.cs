using Search.Answering.Composition;
using Search.Answering.Verification;
using Search.Retrieval;

namespace Search.Answering.Generation;

/// <summary>A model's answer as it grows, sentence by sentence; the verifier alone says what of it counts.</summary>
/// <param name="extracted">What the archive's own text answers.</param>
/// <param name="prover">Finds what each sentence rests on.</param>
/// <param name="versions">Other versions of a page.</param>
internal sealed class GrowingAnswer(ExtractedAnswer extracted, SentenceProver prover, Func<string, IReadOnlyList<DocumentVersion>> versions)
{
    private readonly List<DraftStatement> _statements = [];
    private readonly List<Proof> _proofs = [];
    private Answer.Grounded? _verified;

    /// <summary>Whether a sentence has passed.</summary>
    public bool HasSentences => _verified is not null;

    /// <summary>Takes the model's next sentence.</summary>
    /// <returns>The sentence as it may be sent; <see langword="null"/> where it may not.</returns>
    public AnswerPart.Sentence? Add(ModelSentence sentence)
    {
        var proofs = prover.Prove(sentence);
        var known = _proofs.Count;
        _statements.Add(new DraftStatement(sentence.Text, [.. proofs.Select(Place)], false));
        var verified = proofs.Count > 0 ? Verify(_statements, ShortAnswer(), [], "generative") : null;
        if (verified is null || verified.Sentences.Count <= (_verified?.Sentences.Count ?? 0))
        {
            // A statement that failed keeps its place as a statement without proof: it counts as left out.
            _statements[^1] = new DraftStatement("", [], false);
            _proofs.RemoveRange(known, _proofs.Count - known);
            return null;
        }

        var before = _verified?.Citations.Count ?? 0;
        _verified = verified;
        return new AnswerPart.Sentence(verified.Sentences[^1], [.. verified.Citations.Skip(before)]);
    }

    /// <summary>What is still to be sent, the whole answer last.</summary>
    /// <param name="failure">Why the model did not finish; <see langword="null"/> where it did.</param>
    public IEnumerable<AnswerPart> End(string? failure)
    {
        if (failure is null && _verified is not null)
        {
            var notices = Agrees() ? extracted.Draft.Notices.ToList() : [];
            if (_statements.Exists(statement => statement.Proofs.Count == 0))
            {
                notices.Add(GenerationTexts.PartDropped(extracted.Language));
            }

            yield return new AnswerPart.Whole(Verify(_statements, ShortAnswer(), notices, "generative") ?? _verified);
            yield break;
        }

        var notice = failure ?? GenerationTexts.NothingVerified(extracted.Language);
        var sent = _verified;
        var whole = StandIn(notice);
        foreach (var part in AnswerPart.Of(whole).OfType<AnswerPart.Sentence>().Skip(sent?.Sentences.Count ?? 0))
        {
            yield return part;
        }

        yield return new AnswerPart.Whole(whole);
    }

    // The archive's own text, behind what the model got out before it failed.
    private Answer.Grounded StandIn(string notice)
    {
        var draft = extracted.Draft;
        IReadOnlyList<string> notices = [.. draft.Notices, notice];
        if (_verified is null)
        {
            return AnswerVerifier.Verify(draft with { Notices = notices }, extracted.Answer.Question, extracted.Language, extracted.Answer.Confidence, versions, extracted.Answer.Related) ?? extracted.Answer;
        }

        var statements = _statements.Where(statement => statement.Proofs.Count > 0).ToList();
        statements.AddRange(draft.Statements.Select(statement => statement with { Proofs = [.. statement.Proofs.Select(proof => Place(draft.Proofs[proof]))] }));
        return Verify(statements, draft.ShortAnswer, notices, "generative") ?? _verified;
    }

    private int Place(Proof proof)
    {
        var place = _proofs.FindIndex(known => known.Span == proof.Span && known.Passage.Document.Id == proof.Passage.Document.Id);
        if (place < 0)
        {
            place = _proofs.Count;
            _proofs.Add(proof);
        }

        return place;
    }

    private Answer.Grounded? Verify(IReadOnlyList<DraftStatement> statements, string shortAnswer, IReadOnlyList<string> notices, string method) => AnswerVerifier.Verify(
        new DraftAnswer(shortAnswer, [.. statements], [.. _proofs], notices, method),
        extracted.Answer.Question,
        extracted.Language,
        Agrees() ? extracted.Answer.Confidence : extracted.Answerable,
        versions,
        extracted.Answer.Related);

    // The few words that the archive's own text answers with where the model says them too; its first sentence elsewhere.
    private string ShortAnswer() => Agrees() ? extracted.Draft.ShortAnswer : _statements.First(statement => statement.Proofs.Count > 0).Text;

    private bool Agrees()
    {
        var words = extracted.Draft.ShortAnswer.Trim('.', ' ');
        return _statements.Exists(statement => statement.Proofs.Count > 0 && HoldsWords(statement.Text, words));
    }

    // As words of their own: 40 does not stand in 2040.
    private static bool HoldsWords(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0 && words.Length > 0; at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
