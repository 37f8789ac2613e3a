namespace SearchApi;

/// <summary>What the service tells the console; ids from 400.</summary>
internal static partial class ApiLog
{
    [LoggerMessage(400, LogLevel.Information, "No index in {Folder}: building one from {Source}")]
    public static partial void BuildingIndex(ILogger log, string folder, string source);

    [LoggerMessage(401, LogLevel.Information, "Built: {Documents} pages, {Passages} passages, {Unreadable} unreadable files, {ElapsedMs} ms")]
    public static partial void BuiltIndex(ILogger log, int documents, int passages, int unreadable, long elapsedMs);

    [LoggerMessage(402, LogLevel.Information, "Archive opened from {Folder}: {Documents} pages, {Passages} passages")]
    public static partial void ArchiveOpened(ILogger log, string folder, int documents, int passages);

    [LoggerMessage(403, LogLevel.Error, "The index cannot be used: {Reason}")]
    public static partial void IndexUnavailable(ILogger log, string reason);

    [LoggerMessage(404, LogLevel.Error, "A request failed")]
    public static partial void RequestFailed(ILogger log, Exception failure);

    [LoggerMessage(405, LogLevel.Information, "Widget: <script src=\"/widget.js\" integrity=\"{Integrity}\" crossorigin=\"anonymous\" defer></script>")]
    public static partial void WidgetIntegrity(ILogger log, string integrity);

    [LoggerMessage(406, LogLevel.Information, "Index generation {Generation} is prepared for the first visitors, {ElapsedMs} ms")]
    public static partial void Prepared(ILogger log, long generation, long elapsedMs);

    [LoggerMessage(407, LogLevel.Information, "Answers may be worded by {Model} at {Server}: questions and passages are sent there")]
    public static partial void AnsweringModel(ILogger log, string model, string server);

    [LoggerMessage(408, LogLevel.Warning, "The language model's reply was not used: {Reason}")]
    public static partial void AnsweringModelFailed(ILogger log, string reason);

    [LoggerMessage(409, LogLevel.Information, "Passages are also found by vectors of {Model} at {Server}: queries are sent there")]
    public static partial void EmbeddingModel(ILogger log, string model, string server);

    [LoggerMessage(410, LogLevel.Warning, "Searching by words alone: {Reason}")]
    public static partial void EmbeddingModelFailed(ILogger log, string reason);
}
