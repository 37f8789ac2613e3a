using System.Text;

namespace Search.Lucene;

/// <summary>One term of one field; terms order by field (ordinal), then by unsigned bytes.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Bytes">The term, usually UTF-8; at most 32,766 bytes.</param>
public readonly record struct Term(string Field, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>A term whose bytes are the UTF-8 of <paramref name="text"/>.</summary>
    public Term(string field, string text) : this(field, Encoding.UTF8.GetBytes(text)) { }

    /// <summary>Equal field and equal bytes.</summary>
    public bool Equals(Term other) =>
        string.Equals(Field, other.Field, StringComparison.Ordinal) && Bytes.Span.SequenceEqual(other.Bytes.Span);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Field, StringComparer.Ordinal);
        hash.AddBytes(Bytes.Span);
        return hash.ToHashCode();
    }

    /// <summary>Field, colon and the bytes read as UTF-8.</summary>
    public override string ToString() => $"{Field}:{Encoding.UTF8.GetString(Bytes.Span)}";
}
