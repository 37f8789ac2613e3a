using System.Runtime.CompilerServices;
using Search.Retrieval.Candidates;
using Search.Retrieval.Embeddings;
using Search.Retrieval.Highlighting;
using Search.Retrieval.Ranking;
using Search.Retrieval.Suggesting;
using Search.Retrieval.Understanding;
using Search.Text;
using Search.Text.Analysis;
using Search.Text.Translation;

namespace Search.Retrieval;

/// <summary>The front door of search: query → understood → candidates → ranked → shown. Safe for concurrent use.</summary>
public sealed class PassageRetriever
{
    // Enough that a page of results stays full after passages are gathered into pages and versions are joined.
    private const int CandidateCount = 300;

    // As long as a careful query.
    private const int ExampleWords = 6;

    private readonly IArchiveIndex _archive;
    private readonly QueryUnderstanding _understanding;
    private readonly SnippetMaker _snippets;
    private readonly ScoreExplainer _explainer;
    private readonly MeaningSearch? _meaning;
    private readonly ConditionalWeakTable<IPassageIndex, SuggestionIndex> _suggestions = [];
    private readonly RankingWeights _weights = RankingWeights.Default;

    // Counted once for every snapshot of the index: each question asks for it.
    private LatestPublication? _latest;

    /// <summary>Over an archive, with the product's own language data.</summary>
    /// <param name="archive">Gives the current snapshot for every call.</param>
    /// <param name="meaning">Finds passages by their vectors too; <see langword="null"/> where no model is configured.</param>
    public PassageRetriever(IArchiveIndex archive, MeaningSearch? meaning = null)
    {
        ArgumentNullException.ThrowIfNull(archive);
        _archive = archive;
        _meaning = meaning;
        var analyzer = new TextAnalyzer();
        _understanding = new QueryUnderstanding(analyzer, new Translator());
        _snippets = new SnippetMaker(analyzer);
        _explainer = new ScoreExplainer(analyzer);
    }

    /// <summary>What the current index says of itself.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public IndexManifest Manifest
    {
        get
        {
            using var lease = _archive.Lease();
            return lease.Index.Manifest;
        }
    }

    /// <summary>Latest publication date in the archive, the moment that "now" in a question means; <see langword="null"/> where no page is dated.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public PartialDate? LatestDate
    {
        get
        {
            using var lease = _archive.Lease();
            if (_latest is { } known && known.Index.TryGetTarget(out var index) && index == lease.Index)
            {
                return known.Date;
            }

            var latest = lease.Index.Documents.Select(document => document.Published).Where(date => date is not null).DefaultIfEmpty().Max();
            _latest = new LatestPublication(new WeakReference<IPassageIndex>(lease.Index), latest);
            return latest;
        }
    }

    /// <summary>Searches for pages by words and, where a model is configured and the query is plain words, by meaning.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Page, size or length of the query is out of range.</exception>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public async Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellation = default)
    {
        Validate(request);
        var hasMeaning = _meaning is not null && request is { Verbatim: false, CrossLanguage: true, Sort: SortOrder.Relevance } && PlainWords.Are(request.Query);
        return Search(request, hasMeaning ? new Meaning(_meaning!, await _meaning!.EmbedAsync(request.Query, cancellation)) : null, cancellation);
    }

    /// <summary>Searches for pages by words alone.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Page, size or length of the query is out of range.</exception>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public SearchResponse Search(SearchRequest request, CancellationToken cancellation = default)
    {
        Validate(request);
        return Search(request, null, cancellation);
    }

    private SearchResponse Search(SearchRequest request, Meaning? meaning, CancellationToken cancellation)
    {
        using var lease = _archive.Lease();
        var index = lease.Index;
        var query = _understanding.Understand(request, index);
        if (query.IsEmpty)
        {
            return new SearchResponse(Report(request, query), 0, request.Page, request.Size, [], [], []);
        }

        var passages = PassageRanker.Rank(query, index, Math.Max(CandidateCount, request.Page * request.Size * 2), _weights, cancellation);
        var near = meaning?.Nearest(index, query.Filter, cancellation);
        if (meaning is not null && near is null)
        {
            query = query with { Notices = [.. query.Notices, new QueryNotice("meaning", Notices.WordsAlone(query.Language), null)] };
        }

        var matched = FacetCounting.Match(query, index, request.Sort, near?.Select(candidate => candidate.Passage) ?? [], cancellation);
        var ranked = DocumentGathering.Gather(near is null ? passages : RankFusion.Fuse(passages, near), index, _weights);
        var ordered = ResultOrder.Sort(ranked, matched, index, request.Sort);
        var first = (request.Page - 1) * request.Size;
        var results = ordered.Skip(first).Take(request.Size).Select((page, i) => Result(page, first + i + 1, query, index, request.Explain)).ToList();
        var report = matched.Pages.Count > 0 ? Report(request, query) : Report(request, query with { Notices = [.. query.Notices, ZeroResults.Help(query, index), .. ZeroResults.Remedies(request, query.Language, Count)] });
        return new SearchResponse(report, matched.Pages.Count, request.Page, request.Size, results, matched.Languages, matched.Years);

        int Count(SearchRequest other) =>
            _understanding.Understand(other, index) is { IsEmpty: false } understood ? FacetCounting.Match(understood, index, other.Sort, [], cancellation).Pages.Count : 0;
    }

    /// <summary>Where the words of a query stand in a page, by the same rules as in results: other forms, other languages, names in other letters.</summary>
    /// <param name="id">Id of the page.</param>
    /// <param name="request">The query; its paging does not count.</param>
    /// <returns>In order, not overlapping, in <see cref="ArchiveDocument.Text"/>; empty where there is no such page.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The query is too long.</exception>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public IReadOnlyList<TextSpan> Highlights(string id, SearchRequest request)
    {
        Validate(request);
        using var lease = _archive.Lease();
        var index = lease.Index;
        if (index.Find(id) is not { } ordinal)
        {
            return [];
        }

        var document = index.Document(ordinal);
        return _snippets.Highlights(document.Text, document.Language, _understanding.Understand(request, index));
    }

    /// <summary>The passages that may hold the answer to a question, best first, found by words and, where a model is configured, by meaning.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public async Task<RetrievedPassages> RetrieveAsync(RetrievalRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Retrieve(request, _meaning is { } search && !request.Verbatim ? new Meaning(search, await search.EmbedAsync(request.Text, cancellation)) : null, cancellation);
    }

    /// <summary>The passages that may hold the answer to a question, best first, found by words alone.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public RetrievedPassages Retrieve(RetrievalRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Retrieve(request, null, cancellation);
    }

    private RetrievedPassages Retrieve(RetrievalRequest request, Meaning? meaning, CancellationToken cancellation)
    {
        using var lease = _archive.Lease();
        var index = lease.Index;
        var query = _understanding.UnderstandPlain(request.Text, request.Language, new PassageFilter([], request.From, request.To), request.Verbatim, index);
        var concepts = query.Concepts.Select(concept => new QueryConcept(concept.Span, concept.Terms, concept.Phrases, concept.InverseDocumentFrequency)).ToList();
        if (query.Concepts.Count == 0)
        {
            return new RetrievedPassages(query.Language, query.Text, query.InterpretedAs is not null, concepts, []) { ArchivePassages = index.PassageCount };
        }

        var ranked = PassageRanker.Rank(query, index, Math.Max(CandidateCount, request.Count), _weights, cancellation);
        var near = meaning?.Nearest(index, query.Filter, cancellation);
        var passages = (near is null ? ranked : RankFusion.Fuse(ranked, near))
            .Take(request.Count)
            .Select((candidate, i) => new RankedPassage(i + 1, candidate.Score, index.Passage(candidate.Passage), index.Document(index.DocumentOf(candidate.Passage))))
            .ToList();
        return new RetrievedPassages(query.Language, query.Text, query.InterpretedAs is not null, concepts, passages) { ArchivePassages = index.PassageCount, Notices = meaning is not null && near is null ? [Notices.WordsAlone(query.Language)] : [] };
    }

    /// <summary>Completions of what is being typed, best first.</summary>
    /// <param name="text">What stands in the box.</param>
    /// <param name="count">Most completions wanted.</param>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public IReadOnlyList<Suggestion> Suggest(string text, int count)
    {
        using var lease = _archive.Lease();
        return SuggestionsOf(lease.Index).Suggest(text, count);
    }

    /// <summary>First words of pages spread evenly over the archive: examples of what people may look for in it.</summary>
    /// <param name="count">Most examples wanted, 1 or more.</param>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public IReadOnlyList<string> SampleQueries(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        using var lease = _archive.Lease();
        var index = lease.Index;
        count = Math.Min(count, index.Documents.Count);
        return [.. Enumerable.Range(0, count).Select(i => FirstWords(index.Document((int)((long)i * index.Documents.Count / count)))).Where(words => words.Length > 0)];
    }

    /// <summary>The page with an id; <see langword="null"/> where there is none.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public ArchiveDocument? Document(string id)
    {
        using var lease = _archive.Lease();
        var index = lease.Index;
        return index.Find(id) is { } document ? index.Document(document) : null;
    }

    /// <summary>The passages of a page in the order of the text; empty where there is no such page.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public IReadOnlyList<Passage> Passages(string id)
    {
        using var lease = _archive.Lease();
        var index = lease.Index;
        return index.Find(id) is { } document ? [.. index.PassagesOf(document).Select(index.Passage)] : [];
    }

    /// <summary>The other versions of a page: by language, then by id; empty where there are none.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public IReadOnlyList<DocumentVersion> Versions(string id)
    {
        using var lease = _archive.Lease();
        var index = lease.Index;
        return index.Find(id) is { } document ? VersionsOf(document, index, PassageFilter.None) : [];
    }

    /// <summary>When index runs met a page in their sources; <see langword="null"/> where there is no such page, or the index does not tell.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public SeenTimes? Seen(string id)
    {
        using var lease = _archive.Lease();
        var index = lease.Index;
        return index.Find(id) is { } document ? index.Seen(document) : null;
    }

    /// <summary>
    /// Reads now what a misspelt query or the first letters typed would read first, a second's work for 50,000 pages. Without it everything
    /// works as well, but somebody waits.
    /// </summary>
    /// <returns>Generation of the index that is prepared.</returns>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public long Prepare()
    {
        using var lease = _archive.Lease();
        _understanding.Prepare(lease.Index);
        SuggestionsOf(lease.Index);
        return lease.Index.Manifest.Generation;
    }

    /// <summary>A query's vector, where the model gave one, and where to look with it.</summary>
    private sealed record Meaning(MeaningSearch Search, float[]? Vector)
    {
        public IReadOnlyList<Candidate>? Nearest(IPassageIndex index, PassageFilter filter, CancellationToken cancellation) =>
            Vector is null ? null : Search.Nearest(Vector, index, filter, cancellation);
    }

    private SuggestionIndex SuggestionsOf(IPassageIndex index) => _suggestions.GetValue(index, snapshot => new SuggestionIndex(
        snapshot.Suggestions() is { } kept
            ? SuggestionData.FromBytes(kept)
            : SuggestionBuilder.Build([.. Enumerable.Range(0, snapshot.Documents.Count).Select(snapshot.Document)], new TextAnalyzer())));

    private static string FirstWords(ArchiveDocument document) =>
        string.Join(' ', (document.Title.Length > 0 ? document.Title : document.Text).Split((char[]?)null, ExampleWords + 1, StringSplitOptions.RemoveEmptyEntries).Take(ExampleWords));

    private static QueryReport Report(SearchRequest request, UnderstoodQuery query) => new(request.Query, query.Language, query.InterpretedAs, query.Notices);

    private static void Validate(SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Page, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Page, SearchRequest.MaxPage);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Size, SearchRequest.MaxSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Query.Length, SearchRequest.MaxQueryLength);
    }

    private SearchResult Result(RankedDocument page, int rank, UnderstoodQuery query, IPassageIndex index, bool explains)
    {
        var document = index.Document(page.Document);
        var passage = index.Passage(page.Passage >= 0 ? page.Passage : PassageRanker.BestOf(page.Document, query, index));
        var (snippet, match, sentence) = _snippets.Make(passage, query);
        return new SearchResult(
            rank,
            document.Id,
            document.Url,
            document.Title,
            _snippets.Highlights(document.Title, document.Language, query),
            document.Language,
            document.Published,
            page.Score,
            match,
            snippet,
            TextFragment.Link(document.Url, sentence),
            VersionsOf(page.Document, index, query.Filter),
            passage.Id,
            explains ? _explainer.Explain(passage, document, query, page.Score) : null);
    }

    /// <summary>The other versions that pass the filter: who wants pages in one language gets no others beside them.</summary>
    private static List<DocumentVersion> VersionsOf(int document, IPassageIndex index, PassageFilter filter)
    {
        var group = index.Documents[document].Group;
        return index.VersionsOf(group)
            .Where(other => other != document && filter.MatchesLanguage(index.Documents[other]))
            .Select(index.Document)
            .OrderBy(other => other.Language)
            .ThenBy(other => other.Id, StringComparer.Ordinal)
            .Select(other => new DocumentVersion(other.Language, other.Url, other.Id))
            .ToList();
    }

    private sealed record LatestPublication(WeakReference<IPassageIndex> Index, PartialDate? Date);
}
