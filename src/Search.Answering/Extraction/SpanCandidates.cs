using Search.Answering.Questions;
using Search.Answering.Reading;

namespace Search.Answering.Extraction;

/// <summary>Lists the spans of a sentence that could be an answer at all.</summary>
internal static class SpanCandidates
{
    // 99 % of the training answers are no longer; reasons may be.
    private const int MaxTokens = 12;
    private const int MaxClauseTokens = 24;

    /// <summary>Adds the candidates of a sentence in the order of the text.</summary>
    public static void Add(UnderstoodQuestion question, EvidenceSentence sentence, List<SpanCandidate> candidates)
    {
        if (sentence.Form == SentenceForm.Heading)
        {
            return;
        }

        if (sentence.Cells.Count > 0)
        {
            candidates.AddRange(sentence.Cells.Select(cell => new SpanCandidate(sentence, cell.First, cell.End)));
            return;
        }

        var tokens = sentence.Passage.Tokens;
        var needsValue = SpanFeatures.NeedsValue(question.Expected);
        var isDate = question.Expected is AnswerType.Date or AnswerType.Year;
        var longest = question.Kind is QuestionKind.Why or QuestionKind.How or QuestionKind.List || question.WantsList ? MaxClauseTokens : MaxTokens;
        for (var first = sentence.First; first < sentence.End; first++)
        {
            if (!CanStart(tokens[first]))
            {
                continue;
            }

            var depth = 0;
            var quotes = 0;
            var values = 0;
            for (var end = first + 1; end <= sentence.End && end - first <= longest; end++)
            {
                var token = tokens[end - 1];
                depth += token.IsSign('(') ? 1 : token.IsSign(')') ? -1 : 0;
                quotes += token.IsSign('«') || token.IsSign('“') ? 1 : token.IsSign('»') || token.IsSign('”') ? -1 : 0;
                if (depth < 0 || quotes < 0)
                {
                    break;
                }

                values += HasValue(token, isDate) ? 1 : 0;
                if (depth == 0 && quotes == 0 && CanEnd(token) && (!needsValue || values > 0) && !IsAsked(sentence, first, end))
                {
                    candidates.Add(new SpanCandidate(sentence, first, end));
                }
            }
        }
    }

    // "Two categories" is no date; "two days later" is.
    private static bool HasValue(ReadingToken token, bool isDate) =>
        token.Shape is TokenShape.Number or TokenShape.Mixed
        || token.Is(WordClass.Month | WordClass.Time | WordClass.Weekday | (isDate ? WordClass.Year : WordClass.Numeral | WordClass.Ordinal | WordClass.Magnitude | WordClass.Negation));

    private static bool CanStart(ReadingToken token) => token.Shape == TokenShape.Sign
        ? token.Lower is "«" or "“" or "\"" or "$" or "€" or "£" or "№" or "+" or "-" or "−"
        : !token.Is(WordClass.Conjunction | WordClass.Auxiliary) || token.IsUpper || token.Is(WordClass.AnyPreposition);

    private static bool CanEnd(ReadingToken token) => token.Shape == TokenShape.Sign
        ? token.Lower is "»" or "”" or "\"" or "%" or "$" or "€" or ")" or "°"
        : token.IsContent || token.IsCapital;

    // A span that only repeats the question answers nothing.
    private static bool IsAsked(EvidenceSentence sentence, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (sentence.Passage.Tokens[i].IsContent && (sentence.Passage.Concepts[i] < 0 || sentence.Passage.Weights[i] <= QuestionMatcher.RelatedWeight))
            {
                return false;
            }
        }

        return true;
    }
}
