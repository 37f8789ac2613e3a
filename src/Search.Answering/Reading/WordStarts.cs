namespace Search.Answering.Reading;

/// <summary>Beginnings of words as rule files write them; <c>=</c> marks a whole word.</summary>
internal static class WordStarts
{
    /// <summary>Whether a word begins with one of the beginnings, or is one of the whole words.</summary>
    /// <param name="word">Lower case.</param>
    /// <param name="starts">Lower case, none empty.</param>
    public static bool Match(string word, string[] starts) =>
        Array.Exists(starts, start => start[0] == '=' ? word.AsSpan().SequenceEqual(start.AsSpan(1)) : word.StartsWith(start, StringComparison.Ordinal));
}
