namespace Search.Answering.Questions;

/// <summary>How a question asks.</summary>
internal enum QuestionKind : byte
{
    /// <summary>Asks nothing that an archive could answer: a greeting, thanks, an order, noise.</summary>
    NotAQuestion,

    /// <summary>Key words without a question word: answered by the best sentence.</summary>
    Keywords,
    When,
    Who,
    Where,
    HowMany,
    HowMuch,
    Rank,
    What,
    Which,
    Why,
    How,
    YesNo,
    List,
}

/// <summary>What kind of thing an answer must be.</summary>
internal enum AnswerType : byte
{
    Any,
    Date,
    Year,
    Time,
    Duration,
    Number,
    Money,
    Percent,
    Quantity,
    Ordinal,
    Person,
    Organisation,
    Place,
    Language,
    Name,
    Phone,
    Address,
    Clause,
    YesNo,
    List,
}
