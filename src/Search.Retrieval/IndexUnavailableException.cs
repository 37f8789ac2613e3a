namespace Search.Retrieval;

/// <summary>The index is missing, damaged, or of another version; the message says what was found and what to run.</summary>
public sealed class IndexUnavailableException : Exception
{
    /// <summary>With what was found, what was expected and what to run.</summary>
    public IndexUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
