using Search.Text;

namespace Search.Answering.Extraction;

/// <summary>A content word, name or number of a question that evidence should hold.</summary>
/// <param name="Span">Where it stands in the question.</param>
/// <param name="Weight">How much it counts: rarity in the archive times its part in the question, 0 or more.</param>
/// <param name="IsName">Whether it is a name, which nothing else can stand for.</param>
/// <param name="IsNumber">Whether it is a number, likewise.</param>
internal sealed record QuestionConcept(TextSpan Span, double Weight, bool IsName, bool IsNumber);
