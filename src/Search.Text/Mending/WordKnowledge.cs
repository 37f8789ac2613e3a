using Search.Text.Analysis;

namespace Search.Text.Mending;

/// <summary>What an archive knows of the words of one query; every answer is kept, so that each way of mending asks for it once.</summary>
internal sealed class WordKnowledge(IVocabulary vocabulary)
{
    private static readonly Language[] Languages = [Language.Russian, Language.Belarusian, Language.English];

    // Enough to prefer the language whose stems the archive has, too little to lose a word.
    private const double FormOnly = 0.9;

    private readonly Dictionary<(string Word, Language Language), (int Frequency, bool IsOfLanguage)> answers = [];

    /// <summary>How often a word or any form of it occurs; 1 where only a lexicon knows it, 0 where nobody does.</summary>
    /// <param name="word">As written.</param>
    /// <param name="language"><see cref="Language.Unknown"/> asks in every language that has such letters.</param>
    public int Frequency(string word, Language language) => Ask(word, language).Frequency;

    /// <summary>How sure it is that a word is one of a language, from 0 to 1: the archive may hold the same form in another one.</summary>
    public double Sureness(string word, Language language) => Ask(word, language) switch
    {
        { Frequency: 0 } => 0,
        { IsOfLanguage: true } => 1,
        _ => FormOnly,
    };

    /// <summary>Whether the archive holds a word just as it stands.</summary>
    public bool IsForm(string word, Language language) => vocabulary.FormFrequency(LetterNormalizer.Normalize(word, language)) > 0;

    private (int Frequency, bool IsOfLanguage) Ask(string word, Language language)
    {
        if (language == Language.Unknown)
        {
            return Languages.Select(each => Ask(word, each)).MaxBy(answer => (answer.IsOfLanguage, answer.Frequency));
        }

        if (!answers.TryGetValue((word, language), out var answer))
        {
            answers.Add((word, language), answer = Look(LetterNormalizer.Normalize(word, language), language));
        }

        return answer;
    }

    private (int Frequency, bool IsOfLanguage) Look(string form, Language language)
    {
        if (form.Length == 0 || IsLatin(form) != (language == Language.English))
        {
            return (0, false);
        }

        var frequency = Stemmers.StemsOf(language, form).Max(stem => vocabulary.StemFrequency(language, stem));
        if (frequency > 0)
        {
            return (frequency, true);
        }

        return vocabulary.IsWord(language, form) ? (1, true)
            : vocabulary.FormFrequency(form) is > 0 and var forms ? (forms, false)
            : form.AsSpan().ContainsAny(Joints(language)) ? Parts(form, language)
            : (0, false);
    }

    // An apostrophe is a letter in Belarusian; in English it joins what follows: country's, they're.
    private static ReadOnlySpan<char> Joints(Language language) => language == Language.English ? "-'" : "-";

    // A compound is known where all its parts are: паштова-лагістычны.
    private (int Frequency, bool IsOfLanguage) Parts(string form, Language language)
    {
        var parts = form.Split([.. Joints(language)], StringSplitOptions.RemoveEmptyEntries).Select(part => Look(part, language)).ToList();
        return parts.Count == 0 ? (0, false) : (parts.Min(part => part.Frequency), parts.TrueForAll(part => part.IsOfLanguage));
    }

    private static bool IsLatin(string form) => form.Any(letter => letter is >= 'a' and <= 'z');
}
