namespace Search.Retrieval.Understanding;

/// <summary>The names under which a query may call a field, in three languages.</summary>
internal static class FieldNames
{
    public const string Title = "title";
    public const string Url = "url";
    public const string Language = "lang";
    public const string Date = "date";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["title"] = Title, ["заголовок"] = Title, ["загаловак"] = Title,
        ["url"] = Url, ["адрес"] = Url, ["адрас"] = Url,
        ["lang"] = Language, ["language"] = Language, ["язык"] = Language, ["мова"] = Language,
        ["date"] = Date, ["дата"] = Date,
    };

    public static string? Find(string name) => Names.GetValueOrDefault(name.ToLowerInvariant());
}
