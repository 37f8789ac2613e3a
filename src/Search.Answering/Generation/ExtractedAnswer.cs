using Search.Answering.Composition;
using Search.Answering.Extraction;
using Search.Text;

namespace Search.Answering.Generation;

/// <summary>What the archive's own text answers, and what a model needs to word it.</summary>
/// <param name="Answer">The answer that stands where no model is asked or none may speak.</param>
/// <param name="Draft">What it was verified from.</param>
/// <param name="Question">The question as it stands alone.</param>
/// <param name="Language">Language of the answer.</param>
/// <param name="Evidence">What was read for it.</param>
/// <param name="Answerable">Probability that these passages answer the question at all, 0 to 1.</param>
internal sealed record ExtractedAnswer(Answer.Grounded Answer, DraftAnswer Draft, string Question, Language Language, FoundEvidence Evidence, double Answerable);
