namespace Search.Answering.Reading;

/// <summary>Parts of speech, as the Universal Dependencies name them, the rare ones joined.</summary>
internal enum PartOfSpeech : byte
{
    Noun,
    ProperNoun,
    Verb,
    Adjective,
    Adverb,
    Number,
    Pronoun,
    Preposition,
    Conjunction,
    Particle,
    Sign,
}
