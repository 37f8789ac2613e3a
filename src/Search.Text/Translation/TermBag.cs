namespace Search.Text.Translation;

/// <summary>Collects the terms of one concept; a term met twice keeps its best weight.</summary>
internal sealed class TermBag
{
    private readonly Dictionary<(Language Language, TermForm Form, string Term), double> _weights = [];
    private readonly List<WeightedPhrase> _phrases = [];

    public IReadOnlyList<WeightedPhrase> Phrases => _phrases;

    public void Add(Language language, TermForm form, string term, double weight)
    {
        if (term.Length > 0 && weight > _weights.GetValueOrDefault((language, form, term)))
        {
            _weights[(language, form, term)] = weight;
        }
    }

    public void Add(WeightedPhrase phrase) => _phrases.Add(phrase);

    public IEnumerable<(string Term, double Weight)> Of(Language language, TermForm form) =>
        _weights.Where(pair => pair.Key.Language == language && pair.Key.Form == form).Select(pair => (pair.Key.Term, pair.Value));

    public IReadOnlyList<WeightedTerm> Best(TranslationWeights weights) =>
        [.. _weights
            .Where(pair => pair.Value >= weights.MinWeight)
            .GroupBy(pair => (pair.Key.Language, pair.Key.Form))
            .OrderBy(group => group.Key)
            .SelectMany(group => group
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key.Term, StringComparer.Ordinal)
                .Take(weights.MaxTerms)
                .Select(pair => new WeightedTerm(pair.Key.Language, pair.Key.Term, pair.Key.Form, pair.Value)))];
}
