namespace SearchApi.Problems;

/// <summary>Errors as RFC 9457 problem+json.</summary>
internal static class Problem
{
    /// <summary>Media type of an error.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>400 with what is wrong with each field and what is allowed there.</summary>
    public static IResult Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        TypedResults.ValidationProblem(
            errors.ToDictionary(StringComparer.Ordinal),
            title: "The request is not valid.",
            type: "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.1");

    /// <summary>400 for one field.</summary>
    public static IResult Invalid(string field, string message) => Invalid(new Dictionary<string, string[]> { [field] = [message] });

    /// <summary>An error without fields.</summary>
    /// <param name="status">HTTP status code.</param>
    /// <param name="detail">What to do about it; never an exception's own words.</param>
    public static IResult Of(int status, string detail) => TypedResults.Problem(detail, statusCode: status);
}
