using Search.Retrieval;
using Search.Text;

namespace Search.Answering.Composition;

/// <summary>A stretch of a page offered as proof.</summary>
/// <param name="Passage">The passage it stands in.</param>
/// <param name="Span">Where it stands in the document's text.</param>
/// <param name="Quote">Its text as the drafter believes it to be; the verifier compares.</param>
internal sealed record Proof(RankedPassage Passage, TextSpan Span, string Quote);

/// <summary>A statement of a draft.</summary>
/// <param name="Text">The statement, without markers.</param>
/// <param name="Proofs">Indices of the proofs it rests on.</param>
/// <param name="IsQuote">Whether it only introduces and quotes a proof.</param>
internal sealed record DraftStatement(string Text, IReadOnlyList<int> Proofs, bool IsQuote);

/// <summary>An answer that nobody has verified yet.</summary>
/// <param name="ShortAnswer">A few words.</param>
/// <param name="Statements">The answer, sentence by sentence.</param>
/// <param name="Proofs">What they rest on.</param>
/// <param name="Notices">What the user should know.</param>
/// <param name="Method"><c>extractive</c> or <c>generative</c>.</param>
internal sealed record DraftAnswer(string ShortAnswer, IReadOnlyList<DraftStatement> Statements, IReadOnlyList<Proof> Proofs, IReadOnlyList<string> Notices, string Method);
