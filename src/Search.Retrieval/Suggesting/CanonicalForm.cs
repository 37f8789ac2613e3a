using Search.Text;
using Search.Text.Analysis;
using Search.Text.Translation;

namespace Search.Retrieval.Suggesting;

/// <summary>Of all the ways a phrase is written in an archive, the one to show: its dictionary form where the archive has it.</summary>
internal static class CanonicalForm
{
    // A rare writing is a mistake or a quotation.
    private const double LeastShare = 0.05;

    /// <summary>The writing to show.</summary>
    /// <param name="phrase">The phrase with its writings.</param>
    /// <param name="isName">Whether its capitals belong to it.</param>
    public static string Of(CountedPhrase phrase, bool isName)
    {
        var total = phrase.Surfaces.Values.Sum();
        var writings = phrase.Surfaces.GroupBy(surface => surface.Key.ToLowerInvariant())
            .Select(group => (Lower: group.Key, Count: group.Sum(surface => surface.Value), Surfaces: group))
            .Where(writing => writing.Count >= LeastShare * total)
            .ToList();
        var lengths = writings.SelectMany(writing => writing.Lower.Split(' ').Select((word, place) => (place, word.Length))).GroupBy(pair => pair.place).ToDictionary(group => group.Key, group => group.Min(pair => pair.Length));
        var best = writings
            .OrderByDescending(writing => phrase.Language == Language.English ? 0 : Likeness(writing.Lower, phrase.Language, isName, lengths))
            .ThenByDescending(writing => writing.Count)
            .ThenBy(writing => writing.Lower, StringComparer.Ordinal)
            .First();
        var written = best.Surfaces.OrderByDescending(surface => surface.Value).ThenByDescending(surface => surface.Key, StringComparer.Ordinal).First().Key;
        var nominative = phrase.Language == Language.English ? written : Nominative(written, phrase.Language);
        return isName || nominative.Length < 2 || char.IsUpper(nominative[1]) ? nominative : char.ToLowerInvariant(nominative[0]) + nominative[1..];
    }

    /// <summary>The adjectives and the first noun in the dictionary form where the archive never has it, as far as the lexicon knows the words; what follows depends on the noun and stays.</summary>
    private static string Nominative(string written, Language language)
    {
        var words = written.Split(' ');
        var forms = words.Select(word => LetterNormalizer.Normalize(word, language)).ToArray();
        var adjectives = forms.TakeWhile(form => Adjectives.Is(form, language)).Count();
        var isNominative = forms.Take(adjectives).All(Adjectives.IsNominative) && (adjectives > 0 || Lexicon.OfProduct.IsDictionaryForm(language, forms[0]));
        if (Lexicon.OfProduct.DictionaryForm(language, [.. forms.Where(form => !FunctionWords.Contains(language, form)).Select(form => Stem(form, language))]) is { } known && known.Split(' ') is var dictionary && dictionary.Length == words.Length)
        {
            return string.Join(' ', dictionary.Select((form, place) => LikeIn(words[place], form)));
        }

        // «правой кнопкой» is no form of «право»: a word that may be an adjective is left as it is written.
        var isDoubtful = adjectives == 0 && Lexicon.OfProduct.PartsOfSpeech(language, Stem(forms[0], language)).Contains('a', StringComparison.Ordinal);
        if (isNominative || isDoubtful || adjectives == forms.Length || Lexicon.OfProduct.DictionaryForms(language, Stem(forms[adjectives], language), 'n').FirstOrDefault() is not { } noun)
        {
            return written;
        }

        var agreeing = new List<string>();
        foreach (var form in forms.Take(adjectives))
        {
            if (Lexicon.OfProduct.DictionaryForms(language, Stem(form, language), 'a').FirstOrDefault() is not { } masculine)
            {
                return written;
            }

            agreeing.Add(Adjectives.Agreeing(masculine, noun, language));
        }

        return string.Join(' ', agreeing.Append(noun).Select((form, place) => LikeIn(words[place], form)).Concat(words.Skip(adjectives + 1)));
    }

    /// <summary>How much a writing looks like a nominative: adjectives by their endings, the first noun by the lexicon, names by being short.</summary>
    private static double Likeness(string writing, Language language, bool isName, Dictionary<int, int> shortest)
    {
        var words = writing.Split(' ');
        var likeness = 0.0;
        for (var place = 0; place < words.Length; place++)
        {
            var form = LetterNormalizer.Normalize(words[place], language);
            var isKnown = Lexicon.OfProduct.IsWord(language, form);
            if (!isKnown && isName)
            {
                likeness += (form[^1] is 'ь' or 'й' || !"аяыиеуюоіё".Contains(form[^1], StringComparison.Ordinal) ? 0.5 : form[^1] is 'а' or 'я' or 'о' ? 0.4 : 0) - (form.Length - shortest[place]);
                continue;
            }

            if (Lexicon.OfProduct.IsDictionaryForm(language, form) && !Adjectives.Is(form, language))
            {
                return likeness + 2;
            }

            if (!Adjectives.Is(form, language))
            {
                return likeness;
            }

            likeness += Adjectives.IsNominative(form) ? 1 : 0;
        }

        return likeness;
    }

    private static string LikeIn(string written, string form) => char.IsUpper(written[0]) ? char.ToUpperInvariant(form[0]) + form[1..] : form;

    private static string Stem(string form, Language language)
    {
        Span<char> stem = stackalloc char[form.Length + 2];
        return new string(stem[..Stemmers.For(language).Stem(form, stem)]);
    }
}
