using Search.Text;

namespace Search.Answering.Conversation;

/// <summary>A question that stands alone.</summary>
/// <param name="Text">The question, with what it left to the earlier turns filled in.</param>
/// <param name="Language">Language to answer in where the text was filled in; <see langword="null"/> where the text decides.</param>
/// <param name="IsFollowUp">Whether anything was filled in.</param>
internal sealed record ResolvedQuestion(string Text, Language? Language, bool IsFollowUp);
