using Search.Answering.Questions;
using Search.Text;

namespace Search.Answering.Extraction;

/// <summary>A date, number, name or the like that a text states.</summary>
/// <param name="Type">What it is.</param>
/// <param name="First">First token.</param>
/// <param name="End">Just behind the last token.</param>
/// <param name="Value">Value of a number with its magnitude; not a number for dates and names.</param>
/// <param name="Unit">Unit, currency or counted noun as written, lower case; empty where there is none.</param>
/// <param name="Date">The date, as exactly as written; <see langword="null"/> for other types.</param>
/// <param name="Core">Just behind the number itself, before the unit.</param>
internal sealed record TypedValue(AnswerType Type, int First, int End, double Value, string Unit, PartialDate? Date, int Core);
