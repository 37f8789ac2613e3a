using System.Text.Json;
using System.Text.Json.Nodes;
using Search.Text;

namespace SearchApi.Exports;

/// <summary>CSL-JSON, the input of every citation processor.</summary>
internal static class CslJson
{
    /// <summary>An array of items.</summary>
    public static string Write(IReadOnlyList<CitedWork> works, DateOnly accessed) =>
        new JsonArray([.. works.Select(work => Item(work, accessed))]).ToJsonString(PlainJson.Readable);

    private static JsonObject Item(CitedWork work, DateOnly accessed)
    {
        var item = new JsonObject
        {
            ["id"] = work.Id,
            ["type"] = "webpage",
            ["title"] = work.Title,
            ["author"] = new JsonArray(new JsonObject { ["literal"] = work.Publisher }),
            ["publisher"] = work.Publisher,
            ["language"] = work.Language.Code(),
        };
        if (work.Published is { } published)
        {
            var parts = new[] { published.Year, published.Month, published.Day }.TakeWhile(part => part is not null);
            item["issued"] = Date([.. parts.Select(part => part ?? 0)]);
        }

        if (work.Url.Length > 0)
        {
            item["URL"] = work.Url;
            item["accessed"] = Date([accessed.Year, accessed.Month, accessed.Day]);
        }

        if (work.Quote.Length > 0)
        {
            item["abstract"] = work.Quote;
        }

        return item;
    }

    private static JsonObject Date(IReadOnlyList<int> parts) =>
        new() { ["date-parts"] = new JsonArray(new JsonArray([.. parts.Select(part => JsonValue.Create(part))])) };
}
