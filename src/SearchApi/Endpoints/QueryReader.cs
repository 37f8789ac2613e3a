using System.Globalization;
using Search.Text;

namespace SearchApi.Endpoints;

/// <summary>
/// Reads the parameters of an address strictly: what is not understood becomes an error that says what is allowed, never a
/// silent default. A parameter that nobody asked for is an error too, so that a typing mistake does not pass for a filter.
/// </summary>
internal sealed class QueryReader
{
    private readonly IQueryCollection _query;
    private readonly SortedDictionary<string, List<string>> _errors = new(StringComparer.Ordinal);

    /// <param name="query">The address's parameters.</param>
    /// <param name="allowed">Every parameter that the door knows.</param>
    public QueryReader(IQueryCollection query, IReadOnlyList<QueryParameter> allowed)
    {
        _query = query;
        var names = allowed.Select(parameter => parameter.Name).ToList();
        foreach (var name in _query.Keys.Where(name => !names.Contains(name, StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
        {
            Refuse(name, $"Unknown parameter. Allowed: {string.Join(", ", names)}.");
        }

        foreach (var parameter in allowed.Where(parameter => !parameter.IsRepeatable && _query[parameter.Name].Count > 1))
        {
            Refuse(parameter.Name, "Given more than once.");
        }
    }

    /// <summary>What was refused, by parameter; empty where all is well.</summary>
    public IReadOnlyDictionary<string, string[]> Errors => _errors.ToDictionary(error => error.Key, error => error.Value.ToArray(), StringComparer.Ordinal);

    /// <summary>Adds an error that only the caller can see.</summary>
    public void Refuse(string name, string message)
    {
        if (!_errors.TryGetValue(name, out var messages))
        {
            _errors[name] = messages = [];
        }

        messages.Add(message);
    }

    /// <summary>A text as it stands; the empty string where it is refused.</summary>
    public string Text(QueryParameter parameter)
    {
        var text = _query[parameter.Name].FirstOrDefault() ?? "";
        if (parameter.IsRequired && string.IsNullOrWhiteSpace(text))
        {
            Refuse(parameter.Name, "Must not be empty.");
        }

        if (parameter.Range is { } range && text.Length > range.Most)
        {
            Refuse(parameter.Name, string.Create(CultureInfo.InvariantCulture, $"Is {text.Length} characters long; at most {range.Most} are allowed."));
        }

        return text;
    }

    /// <summary>A whole number in the parameter's range, or <paramref name="otherwise"/> where it is absent.</summary>
    public int Number(QueryParameter parameter, int otherwise)
    {
        if (Single(parameter) is not { } text)
        {
            return otherwise;
        }

        var (least, most) = parameter.Range ?? (int.MinValue, int.MaxValue);
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(parameter.Name, string.Create(CultureInfo.InvariantCulture, $"Must be a whole number from {least} to {most}."));
        return otherwise;
    }

    /// <summary>One of the parameter's values, in lower case, or <paramref name="otherwise"/>.</summary>
    public string Choice(QueryParameter parameter, string otherwise)
    {
        if (Single(parameter) is not { } text)
        {
            return otherwise;
        }

        if (parameter.Values.FirstOrDefault(value => value.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } chosen)
        {
            return chosen;
        }

        Refuse(parameter.Name, $"Must be one of: {string.Join(", ", parameter.Values)}.");
        return otherwise;
    }

    /// <summary>A switch: <c>on</c>, <c>true</c> or <c>1</c>; <c>off</c>, <c>false</c> or <c>0</c>.</summary>
    public bool Switch(QueryParameter parameter, bool otherwise)
    {
        switch (Single(parameter)?.ToLowerInvariant())
        {
            case null:
                return otherwise;
            case "on" or "true" or "1":
                return true;
            case "off" or "false" or "0":
                return false;
            default:
                Refuse(parameter.Name, "Must be on or off.");
                return otherwise;
        }
    }

    /// <summary>A year, month or day; <see langword="null"/> where it is absent or refused.</summary>
    public PartialDate? Date(QueryParameter parameter)
    {
        if (Single(parameter) is not { } text)
        {
            return null;
        }

        if (PartialDate.Parse(text) is { } date)
        {
            return date;
        }

        Refuse(parameter.Name, "Must be a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD.");
        return null;
    }

    /// <summary>The languages named, each once.</summary>
    public IReadOnlyList<Language> Languages(QueryParameter parameter)
    {
        var languages = new List<Language>();
        foreach (var code in _query[parameter.Name].Where(code => !string.IsNullOrEmpty(code)))
        {
            if (LanguageCodes.Parse(code) is not { } language)
            {
                Refuse(parameter.Name, "Must be one of: be, ru, en.");
                break;
            }

            if (!languages.Contains(language))
            {
                languages.Add(language);
            }
        }

        return languages;
    }

    // A form sends the fields that were left empty, too.
    private string? Single(QueryParameter parameter) => _query[parameter.Name].FirstOrDefault() is { Length: > 0 } text ? text : null;
}
