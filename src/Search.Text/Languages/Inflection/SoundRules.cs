namespace Search.Text.Languages.Inflection;

/// <summary>What the sounds of a language do to every stem, whatever its ending.</summary>
/// <param name="Marked">Consonants whose softness is kept as <c>ь</c> at the end of the stem, because hard and soft ones tell words apart.</param>
/// <param name="Doubled">Whether a soft consonant is doubled between vowels (<c>пытанне</c>, <c>пытанняў</c>, <c>соллю</c>) and counts once.</param>
/// <param name="ShortU">Whether в is ў at the end of a syllable and the stem is written with в.</param>
internal sealed record SoundRules(string Marked, bool Doubled, bool ShortU);
