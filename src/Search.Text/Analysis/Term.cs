namespace Search.Text.Analysis;

/// <summary>A token without its place: what the cache keeps.</summary>
internal readonly record struct Term(TokenKind Kind, Language Language, string Exact, string Stem);
