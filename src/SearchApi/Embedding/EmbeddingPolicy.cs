using SearchApi.Problems;

namespace SearchApi.Embedding;

/// <summary>Lets pages of other origins in, as the configuration says.</summary>
internal static class EmbeddingPolicy
{
    /// <summary>Header that carries a public key.</summary>
    public const string KeyHeader = "X-Archive-Key";

    /// <summary>Registers the rules for replies to other origins.</summary>
    public static void AddEmbedding(this WebApplicationBuilder builder)
    {
        var options = Read(builder.Configuration);
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy =>
        {
            _ = options.Origins.Count > 0 ? policy.WithOrigins([.. Allowed(options)]) : policy.AllowAnyOrigin();
            policy.WithMethods("GET", "POST").WithHeaders("Content-Type", "Accept", KeyHeader, "Authorization", "MCP-Protocol-Version").SetPreflightMaxAge(TimeSpan.FromHours(1));
        }));
    }

    /// <summary>Origins whose pages may frame ours.</summary>
    public static IReadOnlyList<string> FramingOrigins(IConfiguration configuration) => [.. Read(configuration).Origins.Where(origin => origin != "*")];

    /// <summary>Answers preflights and turns away foreign pages that are not allowed or do not send their key.</summary>
    public static void UseEmbedding(this WebApplication app)
    {
        var options = Read(app.Configuration);
        app.UseCors();
        app.Use((http, next) =>
        {
            var origin = http.Request.Headers.Origin.ToString();
            return origin.Length == 0 || IsOwn(http.Request, origin) || !IsDoor(http.Request.Path) || IsAllowed(options, origin, http.Request.Headers[KeyHeader].ToString())
                ? next(http)
                : Problem.Of(StatusCodes.Status403Forbidden, $"Pages of {origin} may not use this service: its operator names the origins and keys allowed.").ExecuteAsync(http);
        });
    }

    private static bool IsDoor(PathString path) => path.StartsWithSegments("/v1") || path.StartsWithSegments("/mcp");

    private static bool IsOwn(HttpRequest request, string origin) => origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    private static bool IsAllowed(EmbeddingOptions options, string origin, string key) =>
        (options.Origins.Count == 0 || Allowed(options).Contains(origin, StringComparer.OrdinalIgnoreCase))
        && (options.Keys.Count == 0 || (options.Keys.TryGetValue(key, out var bound) && bound.Equals(origin, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Allowed(EmbeddingOptions options) => options.Origins.Select(origin => origin.TrimEnd('/'));

    private static EmbeddingOptions Read(IConfiguration configuration) => configuration.GetSection(EmbeddingOptions.SectionName).Get<EmbeddingOptions>() ?? new EmbeddingOptions();
}
