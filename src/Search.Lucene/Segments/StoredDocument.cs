namespace Search.Lucene.Segments;

/// <summary>The stored fields of one document, in the order they were added.</summary>
/// <param name="Fields">Each stored value with its field's name.</param>
public sealed record StoredDocument(IReadOnlyList<StoredField> Fields)
{
    /// <summary>The first text stored under <paramref name="field"/>, or null.</summary>
    public string? GetString(string field)
    {
        foreach (var stored in Fields)
        {
            if (stored.Value is string text && string.Equals(stored.Name, field, StringComparison.Ordinal))
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>The first bytes stored under <paramref name="field"/>, or null.</summary>
    public byte[]? GetBytes(string field)
    {
        foreach (var stored in Fields)
        {
            if (stored.Value is byte[] bytes && string.Equals(stored.Name, field, StringComparison.Ordinal))
            {
                return bytes;
            }
        }

        return null;
    }
}

/// <summary>One stored value.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Value">string, byte[], int, long, float or double.</param>
public readonly record struct StoredField(string Name, object Value);
