namespace SearchApi.Endpoints;

/// <summary>A query parameter, for reading it and for describing it.</summary>
/// <param name="Name">As it stands in the address.</param>
/// <param name="Meaning">What it does, its range and default, for the API's description.</param>
/// <param name="Example">A value that works.</param>
internal sealed record QueryParameter(string Name, string Meaning, string Example)
{
    /// <summary>JSON type: <c>string</c>, <c>integer</c> or <c>boolean</c>.</summary>
    public string Type { get; init; } = "string";

    /// <summary>The only values allowed; empty means any.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Whether a request without it is refused.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it may stand several times.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Smallest and largest number allowed, or most characters of a text.</summary>
    public (int Least, int Most)? Range { get; init; }
}
