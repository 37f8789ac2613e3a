using System.Text;
using Search.Retrieval.Schema;
using Search.Retrieval.Ranking;
using Search.Retrieval.Understanding;
using Search.Text;
using Search.Text.Analysis;

namespace Search.Retrieval.Highlighting;

/// <summary>Picks the sentences of a passage that answer a query best and marks what matched.</summary>
/// <param name="analyzer">The product's analysis.</param>
internal sealed class SnippetMaker(TextAnalyzer analyzer)
{
    /// <summary>Longest snippet, in UTF-16 code units: three lines on a page, two in a widget.</summary>
    public const int MaxLength = 320;

    /// <summary>The snippet of a passage, its kind of match, and the sentence to link to.</summary>
    public (Snippet Snippet, MatchKind Match, string Sentence) Make(Passage passage, UnderstoodQuery query)
    {
        var tokens = analyzer.Analyze(passage.Text, passage.Language);
        var hits = Hits(tokens, passage.Text, query.Concepts);
        var sentences = SentenceSplitter.Split(passage.Text, passage.Language);
        var best = Best(sentences, hits, query.Concepts);
        var window = Widen(sentences, best, passage.Text);
        var (text, highlights) = Collapse(passage.Text, window, hits.Select(hit => hit.Span).ToList());
        return (new Snippet(text, highlights), Kind(hits), sentences.Count == 0 ? passage.Text : sentences[best].Of(passage.Text));
    }

    /// <summary>Places of a title or of a whole page that matched.</summary>
    public IReadOnlyList<TextSpan> Highlights(string text, Language language, UnderstoodQuery query) =>
        Merge(Hits(analyzer.Analyze(text, language), text, query.Concepts).Select(hit => hit.Span));

    private readonly record struct Hit(TextSpan Span, int Concept, MatchKind Kind);

    private static List<Hit> Hits(IReadOnlyList<AnalyzedToken> tokens, string text, IReadOnlyList<SearchConcept> concepts)
    {
        var byTerm = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < concepts.Count; i++)
        {
            foreach (var term in concepts[i].Terms)
            {
                byTerm.TryAdd(term.Text, []);
                byTerm[term.Text].Add(i);
            }
        }

        var hits = new List<Hit>();
        foreach (var token in tokens)
        {
            var stem = MarkedTerm.Stem(token.Language, token.Stem);
            foreach (var concept in MarkedTerm.Of(token, text).SelectMany(term => byTerm.GetValueOrDefault(term, [])).Distinct())
            {
                var kind = concepts[concept].ExactForms.Contains(token.Exact) ? MatchKind.Exact
                    : concepts[concept].IsFuzzy ? MatchKind.Fuzzy
                    : concepts[concept].OwnStems.Contains(stem) ? MatchKind.Inflected
                    : MatchKind.Translated;
                hits.Add(new Hit(token.Span, concept, kind));
            }
        }

        hits.AddRange(concepts.SelectMany((concept, i) => concept.Phrases.SelectMany(phrase => PhraseSpans.In(tokens, phrase)).Select(span => new Hit(span, i, MatchKind.Translated))));
        return hits;
    }

    /// <summary>Of each concept the closest match counts; of the concepts the farthest.</summary>
    private static MatchKind Kind(List<Hit> hits) =>
        hits.Count == 0 ? MatchKind.Exact : hits.GroupBy(hit => hit.Concept).Max(group => group.Min(hit => hit.Kind));

    private static int Best(IReadOnlyList<TextSpan> sentences, List<Hit> hits, IReadOnlyList<SearchConcept> concepts)
    {
        var (best, bestScore) = (0, -1.0);
        for (var i = 0; i < sentences.Count; i++)
        {
            var score = hits.Where(hit => sentences[i].Contains(hit.Span))
                .Select(hit => hit.Concept)
                .Distinct()
                .Sum(concept => concepts[concept].Weight * concepts[concept].InverseDocumentFrequency);
            if (score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        return best;
    }

    /// <summary>The best sentence, and the following ones as long as there is room.</summary>
    private static TextSpan Widen(IReadOnlyList<TextSpan> sentences, int best, string text)
    {
        if (sentences.Count == 0)
        {
            return new TextSpan(0, Math.Min(text.Length, MaxLength));
        }

        var window = sentences[best];
        for (var next = best + 1; next < sentences.Count && sentences[next].End - window.Start <= MaxLength; next++)
        {
            window = TextSpan.FromBounds(window.Start, sentences[next].End);
        }

        for (var previous = best - 1; previous >= 0 && window.End - sentences[previous].Start <= MaxLength; previous--)
        {
            window = TextSpan.FromBounds(sentences[previous].Start, window.End);
        }

        return window;
    }

    /// <summary>White space runs become one blank, and a text too long is cut at a word; highlights move along.</summary>
    private static (string Text, IReadOnlyList<TextSpan> Highlights) Collapse(string text, TextSpan window, List<TextSpan> hits)
    {
        var start = window.Start;
        var end = window.End;
        if (window.Length > MaxLength)
        {
            var firstHit = hits.Where(window.Contains).Select(hit => hit.Start).DefaultIfEmpty(start).Min();
            start = WordStart(text, Math.Max(start, Math.Min(firstHit - (MaxLength / 4), end - MaxLength)), window.Start);
            end = WordEnd(text, Math.Min(end, start + MaxLength), start);
        }

        var letters = new StringBuilder(start > window.Start ? "… " : "");
        var moved = new int[end - start + 1];
        for (var i = start; i < end; i++)
        {
            moved[i - start] = letters.Length;
            var isBlank = char.IsWhiteSpace(text[i]);
            if (!isBlank)
            {
                letters.Append(text[i]);
            }
            else if (letters.Length > 0 && letters[^1] != ' ')
            {
                letters.Append(' ');
            }
        }

        moved[end - start] = letters.Length;
        var highlights = Merge(hits.Where(hit => hit.Start >= start && hit.End <= end).Select(hit => TextSpan.FromBounds(moved[hit.Start - start], moved[hit.End - start])));
        if (end < window.End)
        {
            letters.Append(" …");
        }

        return (letters.ToString(), highlights);
    }

    private static int WordStart(string text, int at, int lowest)
    {
        while (at > lowest && !char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static int WordEnd(string text, int at, int lowest)
    {
        var end = at;
        while (end > lowest && end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            end--;
        }

        // A text without blanks is cut where it must be, but not through a surrogate pair.
        return end > lowest ? end : char.IsLowSurrogate(text[Math.Min(at, text.Length - 1)]) ? at - 1 : at;
    }

    private static List<TextSpan> Merge(IEnumerable<TextSpan> spans)
    {
        var merged = new List<TextSpan>();
        foreach (var span in spans.Where(span => span.Length > 0).OrderBy(span => span.Start).ThenByDescending(span => span.Length))
        {
            if (merged is [.., var last] && span.Start < last.End)
            {
                merged[^1] = TextSpan.FromBounds(last.Start, Math.Max(last.End, span.End));
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }
}
