using System.Collections.Frozen;
using Search.Answering.Reading;

namespace Search.Answering.Conversation;

/// <summary>What a word of a follow-up points to.</summary>
internal enum Pointer : byte
{
    None,
    Masculine,
    Feminine,
    Neuter,
    Person,
    Plural,
    Place,
    Time,
    Event,
}

/// <summary>The words of <c>Rules/followups.tsv</c>.</summary>
internal static class FollowUpWords
{
    private static readonly FrozenDictionary<string, string[][]> Classes = EmbeddedText.Lines("Rules.followups.tsv")
        .Select(line => line.Split('\t'))
        .ToFrozenDictionary(columns => columns[0], columns => columns[1].Split('|').Select(phrase => ReadingTokenizer.Lower(phrase).Split(' ')).ToArray(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Pointer> Pointers = Enum.GetValues<Pointer>()
        .Where(pointer => pointer != Pointer.None)
        .SelectMany(pointer => Classes[ReadingTokenizer.Lower(pointer.ToString())].Select(phrase => (Word: phrase[0], Pointer: pointer)))
        .DistinctBy(item => item.Word)
        .ToFrozenDictionary(item => item.Word, item => item.Pointer, StringComparer.Ordinal);

    private static readonly string[][] Openers = [.. Classes["opener"].OrderByDescending(phrase => phrase.Length)];

    private static readonly FrozenSet<string> Pointing = Words("pointing");
    private static readonly FrozenSet<string> Expletive = Words("expletive");
    private static readonly FrozenSet<string> Happening = Words("happen");

    /// <summary>Tokens of the opener that a text begins with; 0 where it begins with none.</summary>
    public static int OpenerLength(IReadOnlyList<ReadingToken> tokens) =>
        Openers.FirstOrDefault(opener => opener.Length < tokens.Count && opener.Select((word, i) => tokens[i].Lower == word).All(same => same))?.Length ?? 0;

    /// <summary>What a pronoun points to.</summary>
    /// <param name="word">Lower case.</param>
    public static Pointer PointerOf(string word) => Pointers.GetValueOrDefault(word);

    /// <summary>Whether the word points at the noun behind it: "this", «этой».</summary>
    public static bool IsPointing(string word) => Pointing.Contains(word);

    /// <summary>Whether "it" before this word stands for nothing.</summary>
    public static bool IsExpletive(string word) => Expletive.Contains(word);

    /// <summary>Whether the verb only says that something happens.</summary>
    public static bool IsHappening(string word) => Happening.Contains(word);

    private static FrozenSet<string> Words(string name) => Classes[name].Select(phrase => phrase[0]).ToFrozenSet(StringComparer.Ordinal);
}
