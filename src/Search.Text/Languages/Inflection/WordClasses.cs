namespace Search.Text.Languages.Inflection;

/// <summary>The parts of speech an ending may belong to.</summary>
[Flags]
internal enum WordClasses : byte
{
    None = 0,
    Noun = 1,
    Adjective = 2,
    Verb = 4,
}
