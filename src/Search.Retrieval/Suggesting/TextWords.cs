using Search.Retrieval.Schema;
using Search.Text;
using Search.Text.Analysis;
using Search.Text.Translation;

namespace Search.Retrieval.Suggesting;

/// <summary>What a word may do in a phrase.</summary>
[Flags]
internal enum WordUses
{
    None = 0,

    /// <summary>It binds others and stands at no edge: «и», "of".</summary>
    Function = 1,

    /// <summary>A phrase may begin with it: a noun, an adjective, a word nobody knows.</summary>
    Begins = 2,

    /// <summary>A phrase may end with it: a noun, a word nobody knows.</summary>
    Ends = 4,

    /// <summary>It begins with a capital letter.</summary>
    Capital = 8,

    /// <summary>It begins a sentence, where a capital says nothing.</summary>
    Opens = 16,

    /// <summary>Something else than a blank stands before it: no phrase goes across.</summary>
    Breaks = 32,

    /// <summary>Alone it may be a name: an abbreviation, a proper name of the lexicon, a word with a capital that the lexicon lacks.</summary>
    Proper = 64,
}

/// <summary>A word of a text, as phrases are made of.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Stem">Its marked stem.</param>
/// <param name="Form">Its form with letters normalised.</param>
/// <param name="Uses">What it may do.</param>
internal readonly record struct TextWord(TextSpan Span, string Stem, string Form, WordUses Uses);

/// <summary>Reads a text into words.</summary>
internal static class TextWords
{
    // Words that no lexicon knows and that end so are verbs of the past, of the present, and participles without a noun.
    private static readonly string[] VerbEndings =
    [
        "лся", "лась", "лось", "лись", "ется", "ится", "ются", "ятся", "ться", "ил", "ал", "ала", "ила", "али", "или", "ают", "яют", "уют", "ует", "ит", "ено", "ано", "ены", "аны", "ать", "ить", "ять",
        "ўся", "лася", "лося", "ліся", "ецца", "іцца", "юцца", "яцца", "аў", "іў", "іла", "алі", "ілі", "аюць", "уюць", "ены", "аць", "іць", "ць",
    ];

    public static List<TextWord> Of(string text, Language language, TextAnalyzer analyzer)
    {
        var words = new List<TextWord>();
        var position = -1;
        var end = 0;
        foreach (var token in analyzer.Analyze(text, language))
        {
            // Of several terms at one place the first is the whole word.
            if (token.Position == position || token.Span.Start < end)
            {
                continue;
            }

            var isFirst = position < 0;
            position = token.Position;
            words.Add(new TextWord(token.Span, MarkedTerm.Stem(token.Language, token.Stem), token.Exact, Uses(token, text) | Place(text, end, token.Span.Start, isFirst)));
            end = token.Span.End;
        }

        return words;
    }

    private static WordUses Uses(AnalyzedToken token, string text)
    {
        var capital = char.IsUpper(text[token.Span.Start]) ? WordUses.Capital : WordUses.None;
        var isAbbreviation = token.Span.Length > 1 && token.Span.Of(text).All(letter => !char.IsLower(letter));
        if (token.Kind is not (TokenKind.Word or TokenKind.Mixed))
        {
            return WordUses.None;
        }

        if (FunctionWords.Contains(token.Language, token.Exact))
        {
            return WordUses.Function;
        }

        var parts = Lexicon.OfProduct.PartsOfSpeech(token.Language, token.Stem);
        if (parts.Length == 0)
        {
            return capital == WordUses.None && VerbEndings.Any(ending => token.Exact.EndsWith(ending, StringComparison.Ordinal)) ? WordUses.None
                : capital == WordUses.None ? WordUses.Begins | WordUses.Ends
                : capital | WordUses.Begins | WordUses.Ends | WordUses.Proper;
        }

        var proper = capital != WordUses.None && (isAbbreviation || (parts.Contains('x', StringComparison.Ordinal) && !Adjectives.Is(token.Exact, token.Language))) ? WordUses.Proper : WordUses.None;

        // A verb's form is no noun by its stem alone: «информирует» and «информация» differ, «работает» and «работа» do not.
        var isVerbal = parts.Contains('v', StringComparison.Ordinal) && capital == WordUses.None && !Lexicon.OfProduct.IsDictionaryForm(token.Language, token.Exact) && VerbEndings.Any(ending => token.Exact.EndsWith(ending, StringComparison.Ordinal));
        return isVerbal ? WordUses.None
            : parts.Contains('n', StringComparison.Ordinal) || parts.Contains('x', StringComparison.Ordinal) || capital != WordUses.None ? capital | proper | WordUses.Begins | WordUses.Ends
            : parts.Contains('a', StringComparison.Ordinal) ? capital | WordUses.Begins
            : WordUses.None;
    }

    private static WordUses Place(string text, int from, int to, bool isFirst)
    {
        var gap = text.AsSpan(from, to - from);
        var opens = isFirst || gap.ContainsAny(".!?…:;\n•|") ? WordUses.Opens : WordUses.None;
        var breaks = isFirst || gap.Length == 0 || gap.ContainsAnyExcept(" \u00A0\u202F") ? WordUses.Breaks : WordUses.None;
        return opens | breaks;
    }
}
