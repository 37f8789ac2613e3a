namespace Search.Text.Analysis;

/// <summary>
/// Remembers the terms of recent forms, so that a frequent word is folded and compared but neither stemmed nor allocated again.
/// Bounded: each pair of slots holds the last two forms that fell into it. Safe for concurrent use, since entries never change.
/// </summary>
/// <param name="capacity">Number of slots, a power of two.</param>
internal sealed class TermCache(int capacity)
{
    private readonly Entry?[] _slots = new Entry?[capacity];

    /// <summary>The terms of a form, from memory or made anew.</summary>
    /// <param name="form">A normalised form.</param>
    /// <param name="language">The language it is read in.</param>
    /// <param name="kind">The kind of its token; part of the key, since a number and a word have different terms.</param>
    public Term[] TermsOf(ReadOnlySpan<char> form, Language language, TokenKind kind)
    {
        var hash = Hash(form, language, kind);
        var place = (int)(hash & (uint)(_slots.Length - 2));
        var first = Volatile.Read(ref _slots[place]);
        if (first is not null && first.Is(hash, form, language, kind))
        {
            return first.Terms;
        }

        var second = Volatile.Read(ref _slots[place + 1]);
        var found = second is not null && second.Is(hash, form, language, kind)
            ? second
            : new Entry(hash, form.ToString(), language, kind, TermMaker.TermsOf(form, language, kind));

        // The one used last stands first; the other is the next to go.
        Volatile.Write(ref _slots[place + 1], first);
        Volatile.Write(ref _slots[place], found);
        return found.Terms;
    }

    private static uint Hash(ReadOnlySpan<char> form, Language language, TokenKind kind)
    {
        var hash = 2166136261u ^ ((uint)language << 8) ^ (uint)kind;
        foreach (var letter in form)
        {
            hash = (hash ^ letter) * 0x9E3779B1u;
        }

        return hash ^ (hash >> 15);
    }

    private sealed record Entry(uint Hash, string Form, Language Language, TokenKind Kind, Term[] Terms)
    {
        public bool Is(uint hash, ReadOnlySpan<char> form, Language language, TokenKind kind) =>
            Hash == hash && Language == language && Kind == kind && form.SequenceEqual(Form);
    }
}
