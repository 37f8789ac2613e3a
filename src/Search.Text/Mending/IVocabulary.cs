namespace Search.Text.Mending;

/// <summary>
/// The words that an archive is made of, as one snapshot of its index knows them. Asked a few dozen times for a query; read through once,
/// when the first misspelt query comes. Safe for concurrent use.
/// </summary>
public interface IVocabulary
{
    /// <summary>Passages that hold a form as it stands; 0 where none does.</summary>
    /// <param name="form">With its letters normalised.</param>
    int FormFrequency(string form);

    /// <summary>Passages that hold any form with a stem; 0 where none does.</summary>
    /// <param name="language">Russian, Belarusian or English: the rules that made the stem.</param>
    /// <param name="stem">As the product's stemmer of the language gives it.</param>
    int StemFrequency(Language language, string stem);

    /// <summary>
    /// Whether a form is a word of a language although the archive may lack it, as a lexicon knows it: such a word is right as it is
    /// and is never replaced.
    /// </summary>
    /// <param name="language">Russian, Belarusian or English.</param>
    /// <param name="form">With its letters normalised.</param>
    bool IsWord(Language language, string form);

    /// <summary>
    /// Every form that a query may be mended to, in any order, each once: those of the archive with the passages that hold them, and the
    /// words of a lexicon that the archive lacks with 0, for they may be known to it in another language.
    /// </summary>
    IEnumerable<(string Form, int Frequency)> Forms();
}
