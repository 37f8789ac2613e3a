namespace Search.Retrieval;

/// <summary>When index runs met a page in their sources; UTC, whole seconds.</summary>
/// <param name="First">The run that first indexed it.</param>
/// <param name="Last">The last run whose sources held it; a page that its source has lost since keeps an earlier time than the others.</param>
public readonly record struct SeenTimes(DateTimeOffset First, DateTimeOffset Last);
