using Search.Retrieval;
using Search.Text;

namespace Search.Answering;

/// <summary>A question as the user asked it.</summary>
/// <param name="Text">The question, at most <see cref="MaxLength"/> code units.</param>
public sealed record QuestionRequest(string Text)
{
    /// <summary>Longest question that is answered, in UTF-16 code units.</summary>
    public const int MaxLength = 1000;

    /// <summary>Language of the answer; <see langword="null"/> means the question's own.</summary>
    public Language? Language { get; init; }

    /// <summary>Earliest publication date of the evidence, inclusive.</summary>
    public PartialDate? From { get; init; }

    /// <summary>Latest publication date of the evidence, inclusive.</summary>
    public PartialDate? To { get; init; }

    /// <summary>Whose daily allowance of a language model's text is used, if one is configured; <see langword="null"/> asks for the archive's own text.</summary>
    public string? Caller { get; init; }

    /// <summary>Earlier questions and answers of the conversation, oldest first; nothing is stored between calls.</summary>
    public IReadOnlyList<ConversationTurn> Earlier { get; init; } = [];
}

/// <summary>One earlier exchange.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Answer">What was answered; <see langword="null"/> where it was declined or is not known.</param>
public sealed record ConversationTurn(string Question, string? Answer);

/// <summary>Why nothing is answered.</summary>
public enum DeclineReason
{
    /// <summary>The archive does not say.</summary>
    NoEvidence,

    /// <summary>The question takes for granted what the archive denies.</summary>
    FalsePremise,

    /// <summary>The question is about something the archive does not treat.</summary>
    OutOfScope,

    /// <summary>The text asks nothing.</summary>
    NotAQuestion,
}

/// <summary>A sentence that proves an answer.</summary>
/// <param name="Number">Marker in the answer, from 1.</param>
/// <param name="Document">The page it stands in.</param>
/// <param name="Passage">The passage it stands in.</param>
/// <param name="Quote">Verbatim text of the document at <paramref name="Span"/>.</param>
/// <param name="Span">Where the quote stands in <see cref="ArchiveDocument.Text"/>.</param>
/// <param name="Link">Address with a text fragment that leads a browser to the quote.</param>
/// <param name="Versions">Other versions of the page that hold the same fact.</param>
public sealed record Citation(int Number, ArchiveDocument Document, PassageId Passage, string Quote, TextSpan Span, string Link, IReadOnlyList<DocumentVersion> Versions);

/// <summary>What can honestly be said to a question: a verified answer, or why there is none.</summary>
public abstract record Answer
{
    private Answer(QuestionReport question, IReadOnlyList<RankedPassage> related, IReadOnlyList<string> notices)
    {
        Question = question;
        Related = related;
        Notices = notices;
    }

    /// <summary>The question as understood.</summary>
    public QuestionReport Question { get; }

    /// <summary>The nearest passages, best first; always given where the question is declined.</summary>
    public IReadOnlyList<RankedPassage> Related { get; }

    /// <summary>What the user should know: mended spelling, superseded values, a model that failed. In the answer's language.</summary>
    public IReadOnlyList<string> Notices { get; }

    /// <summary>An answer each of whose statements was verified against its citation. Only the verifier makes one.</summary>
    public sealed record Grounded : Answer
    {
        internal Grounded(QuestionReport question, string shortAnswer, IReadOnlyList<AnswerSentence> sentences, IReadOnlyList<Citation> citations, double confidence, bool isPartial, string method, IReadOnlyList<RankedPassage> related, IReadOnlyList<string> notices)
            : base(question, related, notices)
        {
            ShortAnswer = shortAnswer;
            Sentences = sentences;
            Citations = citations;
            Confidence = confidence;
            IsPartial = isPartial;
            Method = method;
        }

        /// <summary>A few words: the date, number, name or clause asked for.</summary>
        public string ShortAnswer { get; }

        /// <summary>The answer, sentence by sentence, each with the citations it rests on.</summary>
        public IReadOnlyList<AnswerSentence> Sentences { get; }

        /// <summary>Evidence in the order of its markers.</summary>
        public IReadOnlyList<Citation> Citations { get; }

        /// <summary>Calibrated probability that the answer is right, 0 to 1.</summary>
        public double Confidence { get; }

        /// <summary>Whether only a part of the question is answered.</summary>
        public bool IsPartial { get; }

        /// <summary><c>extractive</c> or <c>generative</c>.</summary>
        public string Method { get; }

        /// <summary>The whole answer with its markers.</summary>
        public string Text => string.Join(' ', Sentences.Select(sentence => sentence.Text));
    }

    /// <summary>The archive does not support an answer.</summary>
    public sealed record Declined : Answer
    {
        internal Declined(QuestionReport question, DeclineReason reason, string explanation, IReadOnlyList<Citation> citations, IReadOnlyList<RankedPassage> related, IReadOnlyList<string> notices)
            : base(question, related, notices)
        {
            Reason = reason;
            Explanation = explanation;
            Citations = citations;
        }

        /// <summary>Why.</summary>
        public DeclineReason Reason { get; }

        /// <summary>The refusal in the asker's language, with what is known instead.</summary>
        public string Explanation { get; }

        /// <summary>What the archive says instead, for a false premise; otherwise empty.</summary>
        public IReadOnlyList<Citation> Citations { get; }
    }
}

/// <summary>One sentence of an answer.</summary>
/// <param name="Text">The sentence with its markers, as <c>[1]</c>.</param>
/// <param name="Citations">Numbers of the citations it rests on.</param>
public sealed record AnswerSentence(string Text, IReadOnlyList<int> Citations);

/// <summary>The question as understood.</summary>
/// <param name="Text">As asked.</param>
/// <param name="Language">Language of the question, and of the answer unless another was asked for.</param>
/// <param name="InterpretedAs">The question as run where it was mended or leaned on earlier turns; otherwise <see langword="null"/>.</param>
public sealed record QuestionReport(string Text, Language Language, string? InterpretedAs)
{
    /// <summary>The question as it would be asked without earlier turns; <see cref="Text"/> where it does not lean on them.</summary>
    public string StandingAlone { get; init; } = Text;
}
