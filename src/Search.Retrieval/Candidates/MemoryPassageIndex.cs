using Search.Retrieval.Schema;
using Search.Text;
using Search.Text.Analysis;

namespace Search.Retrieval.Candidates;

/// <summary>
/// The reference: every query answered by going through every posting, in memory. Small and obviously right; the product's engine is
/// compared against it.
/// </summary>
public sealed class MemoryPassageIndex : IPassageIndex
{
    private readonly List<ArchiveDocument> _documents;
    private readonly List<Passage> _passages = [];
    private readonly List<int> _documentOf = [];
    private readonly List<(uint[] Body, uint[] Title)> _forward = [];
    private readonly List<int[]> _passagesOf = [];
    private readonly Dictionary<string, MemoryField> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<int, long>> _numbers = new(StringComparer.Ordinal);

    /// <summary>Indexes documents.</summary>
    /// <param name="documents">With ids that are all different; taken in order of id.</param>
    /// <param name="passages">Cuts a document.</param>
    /// <param name="analyzer">Makes the terms.</param>
    public MemoryPassageIndex(IEnumerable<ArchiveDocument> documents, Func<ArchiveDocument, IReadOnlyList<Passage>> passages, TextAnalyzer analyzer)
    {
        _documents = documents.OrderBy(document => document.Id, StringComparer.Ordinal).ToList();
        Documents = _documents.Select((document, ordinal) => new DocumentEntry(document.Id, document.Language, document.Published, ordinal)).ToList();
        for (var document = 0; document < _documents.Count; document++)
        {
            var first = _passages.Count;
            foreach (var passage in passages(_documents[document]))
            {
                Add(document, PassageFields.Of(analyzer, _documents[document], passage));
            }

            _passagesOf.Add(Enumerable.Range(first, _passages.Count - first).ToArray());
        }

        Manifest = new IndexManifest(Fields.Version, AnalysisFingerprint.Of(analyzer), _documents.Count, _passages.Count, 1);
    }

    /// <inheritdoc/>
    public IndexManifest Manifest { get; }

    /// <inheritdoc/>
    public int PassageCount => _passages.Count;

    /// <inheritdoc/>
    public IReadOnlyList<DocumentEntry> Documents { get; }

    /// <inheritdoc/>
    public int DocumentOf(int passage) => _documentOf[passage];

    /// <inheritdoc/>
    public ArchiveDocument Document(int document) => _documents[document];

    /// <inheritdoc/>
    public Passage Passage(int passage) => _passages[passage];

    /// <inheritdoc/>
    public IReadOnlyList<int> PassagesOf(int document) => _passagesOf[document];

    /// <inheritdoc/>
    public IReadOnlyList<int> VersionsOf(int group) => [group];

    /// <inheritdoc/>
    public SeenTimes? Seen(int document) => null;

    /// <inheritdoc/>
    public byte[]? Suggestions() => null;

    /// <inheritdoc/>
    public int? Find(string id) => _documents.FindIndex(document => document.Id == id) is >= 0 and var ordinal ? ordinal : null;

    /// <inheritdoc/>
    public void ReadForward(int passage, ForwardEntry into) => into.Set(_forward[passage].Body, _forward[passage].Title);

    /// <inheritdoc/>
    public int DocumentFrequency(string field, string term) => Field(field).Postings(term).Count;

    /// <inheritdoc/>
    public IEnumerable<(string Term, int DocumentFrequency)> Terms(string field, string from = "") =>
        Field(field).Terms.Where(term => Utf8Order.Instance.Compare(term, from) >= 0).Order(Utf8Order.Instance).Select(term => (term, DocumentFrequency(field, term)));

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Search(IndexQuery query, int count, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Evaluate(query)
            .Select(pair => new Candidate(pair.Key, pair.Value))
            .OrderByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Passage)
            .Take(count)
            .ToList();
    }

    /// <inheritdoc/>
    public int[] Match(IndexQuery query, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return [.. Evaluate(query).Keys.Order()];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Add(int document, PassageFields fields)
    {
        var ordinal = _passages.Count;
        _passages.Add(fields.Passage);
        _documentOf.Add(document);
        _forward.Add((fields.ForwardBody, fields.ForwardTitle));
        foreach (var (name, terms) in fields.Terms)
        {
            Field(name).Add(ordinal, terms);
        }

        foreach (var (name, value) in fields.Numbers)
        {
            Numbers(name)[ordinal] = value;
        }
    }

    private MemoryField Field(string name)
    {
        if (!_fields.TryGetValue(name, out var field))
        {
            _fields[name] = field = new MemoryField();
        }

        return field;
    }

    private Dictionary<int, long> Numbers(string name)
    {
        if (!_numbers.TryGetValue(name, out var numbers))
        {
            _numbers[name] = numbers = [];
        }

        return numbers;
    }

    /// <summary>Scores of all passages that match.</summary>
    private Dictionary<int, float> Evaluate(IndexQuery query) => query switch
    {
        IndexQuery.Term term => Weighted(term.Field, [new ConceptTerm(term.Text, 1)], Bm25.Passages),
        IndexQuery.Concept concept => Weighted(concept.Field, concept.Terms, concept.Scoring),
        IndexQuery.Phrase phrase => Phrase(phrase),
        IndexQuery.Prefix prefix => AnyTerm(prefix.Field, term => term.StartsWith(prefix.Text, StringComparison.Ordinal)),
        IndexQuery.Wildcard wildcard => AnyTerm(wildcard.Field, term => TermPatterns.Matches(term, wildcard.Pattern)),
        IndexQuery.Fuzzy fuzzy => AnyTerm(fuzzy.Field, term => TermPatterns.Edits(term, fuzzy.Text, fuzzy.MaxEdits) <= fuzzy.MaxEdits),
        IndexQuery.Range range => Numbers(range.Field).Where(pair => pair.Value >= range.From && pair.Value <= range.To).ToDictionary(pair => pair.Key, _ => 1f),
        IndexQuery.Boolean boolean => Boolean(boolean),
        IndexQuery.BestOf best => best.Clauses.SelectMany(Evaluate).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Max(pair => pair.Value)),
        IndexQuery.Boost boost => Evaluate(boost.Query).ToDictionary(pair => pair.Key, pair => pair.Value * boost.Factor),
        IndexQuery.Constant constant => Evaluate(constant.Query).ToDictionary(pair => pair.Key, _ => 1f),
        _ => Enumerable.Range(0, PassageCount).ToDictionary(passage => passage, _ => 1f),
    };

    private Dictionary<int, float> Weighted(string name, IReadOnlyList<ConceptTerm> terms, Bm25 scoring)
    {
        var field = Field(name);
        var frequencies = new Dictionary<int, float>();
        var documentFrequency = 0.0;
        foreach (var term in terms)
        {
            var postings = field.Postings(term.Text);
            documentFrequency += postings.Count * (double)term.Weight;
            foreach (var (passage, positions) in postings)
            {
                frequencies[passage] = frequencies.GetValueOrDefault(passage) + (positions.Length * term.Weight);
            }
        }

        return field.Score(frequencies, Bm25.InverseDocumentFrequency(Math.Min(documentFrequency, field.PassageCount), field.PassageCount), scoring);
    }

    private Dictionary<int, float> Phrase(IndexQuery.Phrase phrase)
    {
        var field = Field(phrase.Field);
        var postings = phrase.Terms.Select(field.Postings).ToList();
        var frequencies = new Dictionary<int, float>();
        foreach (var passage in postings[0].Keys.Where(passage => postings.All(list => list.ContainsKey(passage))))
        {
            var frequency = PhraseMatching.Frequency(postings.Select(list => list[passage]).ToList(), phrase.Slop);
            if (frequency > 0)
            {
                frequencies[passage] = frequency;
            }
        }

        return field.Score(frequencies, postings.Sum(list => Bm25.InverseDocumentFrequency(list.Count, field.PassageCount)), Bm25.Passages);
    }

    private Dictionary<int, float> AnyTerm(string name, Func<string, bool> isWanted)
    {
        var field = Field(name);
        return field.Terms.Where(isWanted).SelectMany(term => field.Postings(term).Keys).Distinct().ToDictionary(passage => passage, _ => 1f);
    }

    private Dictionary<int, float> Boolean(IndexQuery.Boolean boolean)
    {
        var must = boolean.Must.Select(Evaluate).ToList();
        var should = boolean.Should.Select(Evaluate).ToList();
        var filters = boolean.Filter.Select(Evaluate).ToList();
        var excluded = boolean.MustNot.SelectMany(clause => Evaluate(clause).Keys).ToHashSet();
        var needed = must.Count + filters.Count == 0 ? Math.Max(1, boolean.MinimumShouldMatch) : boolean.MinimumShouldMatch;
        var scores = new Dictionary<int, float>();
        for (var passage = 0; passage < PassageCount; passage++)
        {
            if (!excluded.Contains(passage)
                && must.Concat(filters).All(clause => clause.ContainsKey(passage))
                && should.Count(clause => clause.ContainsKey(passage)) >= needed)
            {
                scores[passage] = must.Concat(should).Sum(clause => clause.GetValueOrDefault(passage));
            }
        }

        return scores;
    }
}
