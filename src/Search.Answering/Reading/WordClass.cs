namespace Search.Answering.Reading;

/// <summary>What a word of a closed or small class does in a sentence; a word may do several things.</summary>
[Flags]
internal enum WordClass
{
    None = 0,
    PrepositionIn = 1 << 0,
    PrepositionFrom = 1 << 1,
    PrepositionTo = 1 << 2,
    PrepositionBy = 1 << 3,
    PrepositionFor = 1 << 4,
    PrepositionWith = 1 << 5,
    PrepositionAbout = 1 << 6,
    PrepositionOver = 1 << 7,
    PrepositionBetween = 1 << 8,
    PrepositionOf = 1 << 9,
    Conjunction = 1 << 10,
    Article = 1 << 11,
    Pronoun = 1 << 12,
    Auxiliary = 1 << 13,
    Particle = 1 << 14,
    Question = 1 << 15,
    Negation = 1 << 16,
    Month = 1 << 17,
    Weekday = 1 << 18,
    Year = 1 << 19,
    Time = 1 << 20,
    Unit = 1 << 21,
    Currency = 1 << 22,
    Magnitude = 1 << 23,
    Percent = 1 << 24,
    Numeral = 1 << 25,
    Ordinal = 1 << 26,
    Cause = 1 << 27,
    Now = 1 << 28,
    Role = 1 << 29,
    Organisation = 1 << 30,
    Place = 1 << 31,

    AnyPreposition = PrepositionIn | PrepositionFrom | PrepositionTo | PrepositionBy | PrepositionFor | PrepositionWith | PrepositionAbout | PrepositionOver | PrepositionBetween | PrepositionOf,

    /// <summary>Words that carry no content of their own.</summary>
    Stop = AnyPreposition | Conjunction | Article | Pronoun | Auxiliary | Particle | Question,
}
