using System.Globalization;
using System.Text.RegularExpressions;
using Search.Answering.Composition;
using Search.Retrieval;
using Search.Retrieval.Highlighting;
using Search.Text;

namespace Search.Answering.Verification;

/// <summary>
/// The one gate between a draft and an answer: whatever wrote it, every quote must stand verbatim at its place and every statement must follow from
/// the pages it cites. What fails is left out; where nothing is left there is no answer.
/// </summary>
internal static partial class AnswerVerifier
{
    /// <summary>The answer that is left of a draft; <see langword="null"/> where nothing is.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="report">The question as understood.</param>
    /// <param name="language">Language of the answer.</param>
    /// <param name="confidence">Calibrated probability that it is right, 0 to 1.</param>
    /// <param name="versions">Other versions of a page.</param>
    /// <param name="related">The nearest passages.</param>
    public static Answer.Grounded? Verify(DraftAnswer draft, QuestionReport report, Language language, double confidence, Func<string, IReadOnlyList<DocumentVersion>> versions, IReadOnlyList<RankedPassage> related)
    {
        var question = report.InterpretedAs ?? report.Text;
        var citations = new List<Citation>();
        var numbers = new Dictionary<int, int>();
        var sentences = new List<AnswerSentence>();
        var dropped = 0;
        foreach (var statement in draft.Statements)
        {
            var proofs = statement.Proofs.Where(i => i >= 0 && i < draft.Proofs.Count && IsVerbatim(draft.Proofs[i])).ToList();
            if (proofs.Count == 0 || !Holds(statement, proofs, draft, language, question))
            {
                dropped++;
                continue;
            }

            var markers = new List<int>();
            foreach (var i in proofs)
            {
                if (!numbers.TryGetValue(i, out var number))
                {
                    number = citations.Count + 1;
                    numbers[i] = number;
                    citations.Add(Cite(number, draft.Proofs[i], versions));
                }

                markers.Add(number);
            }

            sentences.Add(new AnswerSentence(WithMarkers(statement.Text, markers), markers));
        }

        var shortHolds = draft.Proofs.Count > 0 && Holds(draft.ShortAnswer, [.. draft.Proofs.Select(proof => proof.Passage)], draft, language, question);
        return sentences.Count == 0 || !shortHolds || draft.ShortAnswer.Length == 0
            ? null
            : new Answer.Grounded(report, draft.ShortAnswer, sentences, citations, confidence, dropped > 0, draft.Method, related, draft.Notices);
    }

    /// <summary>A citation of a proof whose quote was found verbatim.</summary>
    public static Citation Cite(int number, Proof proof, Func<string, IReadOnlyList<DocumentVersion>> versions)
    {
        var document = proof.Passage.Document;
        return new Citation(number, document, proof.Passage.Passage.Id, proof.Quote, proof.Span, TextFragment.Link(document.Url, proof.Quote), versions(document.Id));
    }

    /// <summary>Whether the quote stands at its place.</summary>
    public static bool IsVerbatim(Proof proof) =>
        proof.Span.Start >= 0 && proof.Span.Length > 0 && proof.Span.End <= proof.Passage.Document.Text.Length
        && string.CompareOrdinal(proof.Passage.Document.Text, proof.Span.Start, proof.Quote, 0, Math.Max(proof.Span.Length, proof.Quote.Length)) == 0;

    private static bool Holds(DraftStatement statement, List<int> proofs, DraftAnswer draft, Language language, string question) =>
        statement.IsQuote
            ? proofs.Exists(i => statement.Text.Contains(AnswerComposer.OneLine(draft.Proofs[i].Quote), StringComparison.Ordinal))
            : Holds(statement.Text, [.. proofs.Select(i => draft.Proofs[i].Passage)], draft, language, question);

    // A model may say a foreign page's names in the asker's language.
    private static bool Holds(string statement, IReadOnlyList<RankedPassage> proofs, DraftAnswer draft, Language language, string question) =>
        StatementCheck.Holds(statement, language, proofs, question)
        || (draft.Method == "generative" && StatementCheck.Holds(statement, language, proofs, $"{question} {string.Join(' ', TranslatedWords.Of(statement, language, proofs))}"));

    private static string WithMarkers(string text, IEnumerable<int> markers)
    {
        // A footnote of the page is no citation of ours.
        text = Footnote().Replace(text, "($1)");
        var marks = string.Concat(markers.Select(marker => string.Create(CultureInfo.InvariantCulture, $"[{marker}]")));
        return text.Length > 0 && text[^1] is '.' or '!' or '?' or '…' ? $"{text[..^1]} {marks}{text[^1]}" : $"{text} {marks}";
    }

    [GeneratedRegex(@"\[([0-9]{1,3})\]")]
    private static partial Regex Footnote();
}
