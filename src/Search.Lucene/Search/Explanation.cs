using System.Globalization;
using System.Text;

namespace Search.Lucene.Search;

/// <summary>How a score came about: a value, what it is, and the values it was made from.</summary>
/// <param name="Value">The value; 0 where the document does not match.</param>
/// <param name="Description">What it is, with its formula.</param>
/// <param name="Details">What it was made from, in the order of the formula.</param>
public sealed record Explanation(double Value, string Description, IReadOnlyList<Explanation> Details)
{
    internal Explanation(double value, string description) : this(value, description, []) { }

    /// <summary>The explanation of a document that does not match.</summary>
    public static Explanation NoMatch { get; } = new(0, "no match");

    /// <summary>True if the document matches.</summary>
    public bool IsMatch => !ReferenceEquals(this, NoMatch);

    /// <summary>The tree, a line a value, indented by two spaces a level.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text, 0);
        return text.ToString();
    }

    private void Write(StringBuilder text, int depth)
    {
        text.Append(' ', depth * 2).Append(Value.ToString("G7", CultureInfo.InvariantCulture)).Append(" = ").Append(Description).Append('\n');
        foreach (var detail in Details)
        {
            detail.Write(text, depth + 1);
        }
    }
}
