using Search.Text;

namespace Search.Retrieval.Suggesting;

/// <summary>A completion of what is being typed.</summary>
/// <param name="Text">The query to run.</param>
/// <param name="Kind"><c>title</c>, <c>name</c> or <c>phrase</c>.</param>
/// <param name="Language">Language of the completion.</param>
/// <param name="DocumentId">The page, where the completion is a title; otherwise <see langword="null"/>.</param>
public sealed record Suggestion(string Text, string Kind, Language Language, string? DocumentId);
