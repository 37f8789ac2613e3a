namespace Search.Answering.Conversation;

/// <summary>Changes to a question's text, made together.</summary>
/// <param name="text">The text.</param>
internal sealed class TextChanges(string text)
{
    private readonly List<(int Start, int End, string New)> _changes = [];
    private readonly List<string> _added = [];

    /// <summary>Puts something in the place of a stretch; a stretch that overlaps an earlier change stays.</summary>
    public void Replace(int start, int end, string words)
    {
        if (!_changes.Exists(change => change.Start < end && start < change.End))
        {
            _changes.Add((start, end, words));
        }
    }

    /// <summary>Adds words at the end, before the question mark.</summary>
    public void Append(string words) => _added.Add(words);

    /// <summary>The text with all changes, as a question.</summary>
    public string ToQuestion()
    {
        var changed = text;
        foreach (var (start, end, words) in _changes.OrderByDescending(change => change.Start))
        {
            changed = changed[..start] + words + changed[end..];
        }

        var plain = string.Join(' ', string.Join(' ', _added.Prepend(changed.TrimEnd(' ', '?', '.', '!'))).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return char.ToUpperInvariant(plain[0]) + plain[1..] + "?";
    }
}
