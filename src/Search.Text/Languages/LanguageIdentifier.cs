using Search.Text.Analysis;

namespace Search.Text.Languages;

/// <summary>
/// Tells the language of a page, a passage or a query. The alphabet parts English from the others, the letters that only one of
/// Belarusian and Russian has decide between these, and where they are silent or at odds a trained model does.
/// </summary>
public static class LanguageIdentifier
{
    /// <summary>Below this confidence a text is of either language as far as anyone can tell: <c>форум</c> is a word of both.</summary>
    public const double DecidedFrom = 0.55;

    /// <summary>From this confidence on a text is analysed in one language only; below, a guess is told but both are searched.</summary>
    public const double SureFrom = 0.98;

    /// <summary>A text with some Cyrillic is English only where Latin letters are more than so many times as frequent; names and terms are Latin in any text.</summary>
    private const int LatinMajority = 2;

    /// <summary>What letters alone say is wrong in fewer than one of a thousand texts.</summary>
    private const double LetterConfidence = 0.999;

    private static readonly LanguageModel Model = ReadModel();

    /// <summary>The language and how sure that is.</summary>
    /// <param name="text">Any text; one word is enough for an answer, though not always for a decided one.</param>
    /// <returns>
    /// The language with a confidence of 0 to 1, the share of such answers that are right. <see cref="Language.Unknown"/> below
    /// <see cref="DecidedFrom"/>, and for texts without letters or in other alphabets, with confidence 0.
    /// </returns>
    public static (Language Language, double Confidence) Identify(ReadOnlySpan<char> text)
    {
        var evidence = Weigh(text);
        if (evidence.Latin > LatinMajority * evidence.Cyrillic)
        {
            var share = (double)(evidence.Latin - evidence.ForeignLatin) / (evidence.Latin + evidence.Cyrillic);
            return evidence.ForeignLatin > 0 && evidence.ForeignLatin * 20 > evidence.Latin ? (Language.Unknown, 1 - share) : (Language.English, share);
        }

        if (evidence.Cyrillic == 0)
        {
            return (Language.Unknown, 0);
        }

        if (evidence.BelarusianWords > 0 != evidence.RussianWords > 0)
        {
            return (evidence.BelarusianWords > 0 ? Language.Belarusian : Language.Russian, LetterConfidence);
        }

        var confidence = 1 / (1 + Math.Exp(-Math.Abs(evidence.LogOdds)));
        return confidence < DecidedFrom ? (Language.Unknown, confidence) : (evidence.LogOdds > 0 ? Language.Belarusian : Language.Russian, confidence);
    }

    private static Evidence Weigh(ReadOnlySpan<char> text)
    {
        const int LongestRead = 64;
        Span<char> letters = stackalloc char[LetterNormalizer.MaxLength(LongestRead)];
        var evidence = default(Evidence);
        for (var start = 0; start < text.Length;)
        {
            var end = LetterNormalizer.WordEnd(text, start);
            if (end == start)
            {
                start++;
                continue;
            }

            end = Math.Min(end, start + LongestRead);
            var word = letters[..LetterNormalizer.NormalizeWord(text[start..end], letters, Language.Unknown)];
            evidence = word.IsEmpty ? evidence : evidence.With(word);
            start = end;
        }

        return evidence;
    }

    private static LanguageModel ReadModel()
    {
        using var stream = typeof(LanguageIdentifier).Assembly.GetManifestResourceStream("language-model.bin")
            ?? throw new InvalidOperationException("The language model is not embedded.");
        return LanguageModel.Read(stream);
    }

    /// <summary>What the words of a text add up to.</summary>
    private readonly record struct Evidence(int Latin, int ForeignLatin, int Cyrillic, int BelarusianWords, int RussianWords, double LogOdds)
    {
        public Evidence With(ReadOnlySpan<char> word)
        {
            if (CyrillicWords.IsCyrillic(word))
            {
                var byLetters = CyrillicWords.LanguageByLetters(word);
                return this with
                {
                    Cyrillic = Cyrillic + word.Length,
                    BelarusianWords = BelarusianWords + (byLetters == Language.Belarusian ? 1 : 0),
                    RussianWords = RussianWords + (byLetters == Language.Russian ? 1 : 0),
                    LogOdds = LogOdds + Model.LogOdds(word),
                };
            }

            int latin = 0, foreign = 0;
            foreach (var letter in word)
            {
                latin += LetterTable.IsLatin(letter) ? 1 : 0;
                foreign += LetterTable.IsLatin(letter) && !char.IsAscii(letter) ? 1 : 0;
            }

            return this with { Latin = Latin + latin, ForeignLatin = ForeignLatin + foreign };
        }
    }
}
