namespace Search.Answering.Questions;

/// <summary>Where a question wants a moment relative to others.</summary>
internal enum TimeRelation : byte
{
    /// <summary>In the years named, or at any time where none is.</summary>
    At,

    /// <summary>Before the first year named.</summary>
    Before,

    /// <summary>After the last year named.</summary>
    After,

    /// <summary>As things stand at the reference date: the latest value counts.</summary>
    Now,
}

/// <summary>What a question says about time.</summary>
/// <param name="Relation">How the years bind the answer.</param>
/// <param name="Years">Years named or meant («в прошлом году»), ascending, without repeats.</param>
/// <param name="Month">Month named beside the first year, or alone; <see langword="null"/> where none is.</param>
/// <param name="Day">Day named beside the month; <see langword="null"/> where none is.</param>
internal sealed record TimeCondition(TimeRelation Relation, IReadOnlyList<int> Years, int? Month, int? Day)
{
    /// <summary>No word about time.</summary>
    public static TimeCondition None { get; } = new(TimeRelation.At, [], null, null);
}
