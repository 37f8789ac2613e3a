using System.Collections;

namespace Search.Lucene.Codecs;

/// <summary>The fields of a segment, by number.</summary>
public sealed class FieldInfos : IReadOnlyList<FieldInfo>
{
    private readonly FieldInfo[] _fields;
    private readonly Dictionary<string, FieldInfo> _byName;

    internal FieldInfos(IEnumerable<FieldInfo> fields)
    {
        _fields = [.. fields.OrderBy(field => field.Number)];
        _byName = _fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
    }

    /// <summary>Fields in the segment.</summary>
    public int Count => _fields.Length;

    /// <summary>The field at a place in number order (numbers may have gaps).</summary>
    public FieldInfo this[int index] => _fields[index];

    /// <summary>The field of this name, or null.</summary>
    public FieldInfo? Find(string name) => _byName.GetValueOrDefault(name);

    internal FieldInfo? FindNumber(int number) => Array.Find(_fields, field => field.Number == number);

    /// <inheritdoc/>
    public IEnumerator<FieldInfo> GetEnumerator() => ((IEnumerable<FieldInfo>)_fields).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
