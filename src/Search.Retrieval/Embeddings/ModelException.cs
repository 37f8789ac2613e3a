namespace Search.Retrieval.Embeddings;

/// <summary>A model's server did not give a usable reply; the message says what it did, for the operator's log.</summary>
internal sealed class ModelException(string message, Exception? inner = null) : Exception(message, inner);
