using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Search.Text;

namespace SearchApi.Exports;

/// <summary>The same columns as the table, as JSON.</summary>
internal static class PlainJson
{
    /// <summary>Indented, with Cyrillic as it is and with HTML's signs escaped.</summary>
    public static JsonSerializerOptions Readable { get; } = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>An array of objects.</summary>
    public static string Write(IReadOnlyList<CitedWork> works, DateOnly accessed) =>
        new JsonArray([.. works.Select(work => new JsonObject
        {
            ["id"] = work.Id,
            ["title"] = work.Title,
            ["url"] = work.Url.Length > 0 ? work.Url : null,
            ["language"] = work.Language.Code(),
            ["published"] = work.Published?.ToString(),
            ["text"] = work.Quote,
        })]).ToJsonString(Readable);
}
