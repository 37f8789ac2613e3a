using Search.Text;
using Search.Text.Analysis;
using Search.Text.Translation;

namespace Search.Retrieval.Schema;

/// <summary>
/// The terms under which a token is found, of one field and told apart by their first letter: stems <c>b</c>, <c>r</c>, <c>e</c> by language
/// (two languages may share a stem and mean different words by it), name keys <c>n</c>, skeletons <c>s</c>.
/// </summary>
public static class MarkedTerm
{
    private const char ExactMark = 'x';
    private const char NameMark = 'n';
    private const char SkeletonMark = 's';

    /// <summary>A stem as it is indexed.</summary>
    public static string Stem(Language language, string stem) => Mark(language) + stem;

    /// <summary>An exact form as it stands in the forward index; the inverted index keeps exact forms in a field of their own.</summary>
    public static string Exact(string form) => ExactMark + form;

    /// <summary>The term of a translated concept as it is indexed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The term is an exact form, which stands in a field of its own.</exception>
    public static string Of(WeightedTerm term) => term.Form switch
    {
        TermForm.Stem => Stem(term.Language, term.Term),
        TermForm.NameKey => NameMark + term.Term,
        TermForm.Skeleton => SkeletonMark + term.Term,
        _ => throw new ArgumentOutOfRangeException(nameof(term), term.Form, "Exact forms have a field of their own."),
    };

    /// <summary>The form that a marked term's mark stands for.</summary>
    public static TermForm FormOf(string markedTerm) => markedTerm[0] switch
    {
        NameMark => TermForm.NameKey,
        SkeletonMark => TermForm.Skeleton,
        ExactMark => TermForm.Exact,
        _ => TermForm.Stem,
    };

    /// <summary>Every term of a token: its stem first, then what other languages may know it by.</summary>
    /// <param name="token">A token of <paramref name="text"/>.</param>
    /// <param name="text">The text; capitals in it tell names.</param>
    public static IEnumerable<string> Of(AnalyzedToken token, string text)
    {
        var terms = new List<string>(4) { Stem(token.Language, token.Stem) };
        if (CrossLanguageTerms.SkeletonOf(token) is { Length: > 0 } skeleton)
        {
            terms.Add(SkeletonMark + skeleton);
        }

        terms.AddRange(CrossLanguageTerms.NameKeys(token, text).Select(key => NameMark + key));
        return terms;
    }

    private static char Mark(Language language) => language switch
    {
        Language.Belarusian => 'b',
        Language.Russian => 'r',
        Language.English => 'e',
        _ => 'u',
    };
}
