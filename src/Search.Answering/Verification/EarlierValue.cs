using System.Globalization;
using Search.Answering.Claims;
using Search.Answering.Composition;
using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Timeline;
using Search.Retrieval;
using Search.Text;

namespace Search.Answering.Verification;

/// <summary>Says what a value was before, where the archive states another value of the same thing at an earlier date.</summary>
internal static class EarlierValue
{
    /// <summary>The draft, with a statement of the earlier value and its proof where there is one.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="evidence">What was read.</param>
    /// <param name="chosen">The answer.</param>
    /// <param name="language">Language of the answer.</param>
    /// <param name="versions">Other versions of a page: they state no other value.</param>
    public static DraftAnswer Add(DraftAnswer draft, FoundEvidence evidence, ChosenAnswer chosen, Language language, Func<string, IReadOnlyList<DocumentVersion>> versions)
    {
        var question = evidence.Question;
        var role = DatedValues.RoleOf(question);
        if (chosen.Span is not { } span || role is not (ValueRole.Money or ValueRole.Rank) || question.Time.Years.Count > 0 || question.Numbers.Count > 0)
        {
            return draft;
        }

        var values = DatedValues.Of(evidence, role.Value);
        var now = values.Find(value => value.Sentence == chosen.Sentence && value.Value.Typed.First < span.End && span.First < value.Value.Typed.End);
        if (now is null)
        {
            return draft;
        }

        var page = now.Sentence.Passage.Ranked.Document.Id;
        var known = versions(page).Select(version => version.Id).Append(page).ToHashSet(StringComparer.Ordinal);
        var before = values
            .Where(value => value.Date.Last < now.Date.First && value.Value.Value != now.Value.Value && value.Value.Unit == now.Value.Unit && value.Topic >= now.Topic && !known.Contains(value.Sentence.Passage.Ranked.Document.Id))
            .OrderByDescending(value => value.Date)
            .ThenBy(value => value.Sentence.Rank)
            .FirstOrDefault();
        if (before is null)
        {
            return draft;
        }

        var words = ShortAnswers.Of(question, new SpanCandidate(before.Sentence, before.Value.Typed.First, before.Value.Typed.End), language);
        var text = string.Format(CultureInfo.InvariantCulture, AnswerTexts.Superseded(language), words, DateText.Of(before.Date, language));
        return draft with
        {
            Statements = [.. draft.Statements, new DraftStatement(text, [draft.Proofs.Count], false)],
            Proofs = [.. draft.Proofs, new Proof(before.Sentence.Passage.Ranked, before.Sentence.Span, before.Sentence.Text)],
        };
    }
}
