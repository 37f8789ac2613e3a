using System.Globalization;
using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Reading;
using Search.Text;

namespace Search.Answering.Composition;

/// <summary>Writes a draft from a chosen answer: the short answer, then the sentence that proves it.</summary>
internal static class AnswerComposer
{
    /// <summary>The draft.</summary>
    /// <param name="evidence">What was read.</param>
    /// <param name="chosen">The answer.</param>
    /// <param name="language">Language of the answer.</param>
    public static DraftAnswer Compose(FoundEvidence evidence, ChosenAnswer chosen, Language language)
    {
        var question = evidence.Question;
        var items = ListItems(question, chosen);
        var (span, shortAnswer) = items.Count > 0
            ? (TextSpan.FromBounds(items[0].Span.Start, items[^1].Span.End), string.Join("; ", items.Select(item => item.Text.Trim().TrimEnd(';', '.', ','))))
            : (chosen.Sentence.Span, ShortAnswer(evidence, chosen, language));
        // A span of signs alone leaves nothing: the sentence answers then.
        shortAnswer = shortAnswer.Length > 0 ? shortAnswer : OneLine(chosen.Sentence.Text);
        var passage = chosen.Sentence.Passage;
        var proof = new Proof(passage.Ranked, span, span.Of(passage.Text));
        var quote = OneLine(proof.Quote);
        var statements = new List<DraftStatement>();
        if (passage.Language == language && chosen.Span is not null && items.Count == 0 && chosen.Sentence.Form == SentenceForm.Prose)
        {
            // The sentence itself is the fullest answer in the asker's own language.
            statements.Add(new DraftStatement(quote, [0], true));
            if (!quote.Contains(shortAnswer, StringComparison.Ordinal))
            {
                statements.Insert(0, new DraftStatement(Sentence(shortAnswer), [0], false));
            }
        }
        else
        {
            statements.Add(new DraftStatement(Sentence(shortAnswer), [0], false));
            statements.Add(new DraftStatement($"{Introduction(passage, language)} «{quote}»", [0], true));
        }

        var proofs = new List<Proof> { proof };
        foreach (var beside in items.Count == 0 ? chosen.Beside : [])
        {
            statements.Add(new DraftStatement($"{AnswerTexts.Also(language)} «{OneLine(beside.Text)}»", [proofs.Count], true));
            proofs.Add(new Proof(beside.Passage.Ranked, beside.Span, beside.Text));
        }

        return new DraftAnswer(shortAnswer, statements, proofs, Notices(question, chosen, language), "extractive");
    }

    /// <summary>A text on one line: marks of Markdown tables and line ends become spaces.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[])['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string ShortAnswer(FoundEvidence evidence, ChosenAnswer chosen, Language language)
    {
        var question = evidence.Question;
        if (question.Kind == QuestionKind.YesNo || chosen.Span is null)
        {
            return question.Kind == QuestionKind.YesNo
                ? Polarity.Of(evidence, chosen.Sentence) == Verdict.No ? AnswerTexts.No(language) : AnswerTexts.Yes(language)
                : OneLine(chosen.Sentence.Text);
        }

        return ShortAnswers.Of(question, chosen.Span.Value, language);
    }

    // A question for several things whose answer lies in a list takes the whole list.
    private static List<EvidenceSentence> ListItems(UnderstoodQuestion question, ChosenAnswer chosen)
    {
        if (!question.WantsList || chosen.Sentence.Form != SentenceForm.ListItem)
        {
            return [];
        }

        var all = chosen.Sentence.Passage.Sentences;
        var first = chosen.Sentence.Number;
        var last = first;
        while (first > 0 && all[first - 1].Form == SentenceForm.ListItem)
        {
            first--;
        }

        while (last + 1 < all.Count && all[last + 1].Form == SentenceForm.ListItem)
        {
            last++;
        }

        return all.GetRange(first, last - first + 1);
    }

    private static string Introduction(EvidencePassage passage, Language language)
    {
        var document = passage.Ranked.Document;
        var date = document.Published is { } published ? $" ({DateText.Of(published, language)})" : "";
        var name = document.Title.Length > 0 ? OneLine(document.Title) : document.Url;
        return string.Format(CultureInfo.InvariantCulture, AnswerTexts.Source(language), name, date);
    }

    private static List<string> Notices(UnderstoodQuestion question, ChosenAnswer chosen, Language language)
    {
        if (chosen.Sentence.Passage.Ranked.Document.Published is not { } published)
        {
            return [];
        }

        if (chosen.ChangedBy?.Passage.Ranked.Document.Published is { } until)
        {
            return [string.Format(CultureInfo.InvariantCulture, AnswerTexts.Held(language), DateText.Of(published, language), DateText.Of(until, language))];
        }

        return question.Time.Relation == TimeRelation.Now ? [string.Format(CultureInfo.InvariantCulture, AnswerTexts.AsOf(language), DateText.Of(published, language))] : [];
    }

    private static string Sentence(string shortAnswer)
    {
        var text = char.ToUpperInvariant(shortAnswer[0]) + shortAnswer[1..];
        return text[^1] is '.' or '!' or '?' or '…' ? text : text + ".";
    }
}
