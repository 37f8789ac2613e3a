using Search.Answering.Questions;
using Search.Answering.Reading;
using Search.Retrieval;
using Search.Retrieval.Ranking;
using Search.Retrieval.Schema;
using Search.Retrieval.Understanding;
using Search.Text;
using Search.Text.Analysis;

namespace Search.Answering.Extraction;

/// <summary>Finds the concepts of one question in texts of any of the three languages.</summary>
internal sealed class QuestionMatcher
{
    // A name's key or a skeleton joins more words than a stem does.
    private const float NameKeyWeight = 0.9f;
    private const float SkeletonWeight = 0.55f;

    // Name keys and skeletons join the spellings of two languages. Within one a skeleton joins the Charles Bridge with the queen, and a short key Hanoi with Hanna. The key's mark counts.
    private const int LeastOwnKey = 6;

    // What the whole archive is about need not be said on every page of it.
    private const double UnsaidWeight = 0.3;

    // A word that answers for another of the question without translating it.
    private const float EquivalentWeight = 0.6f;

    // A word of the same group says about the same, or only something near.
    internal const float RelatedWeight = 0.5f;

    private readonly TextAnalyzer _analyzer;
    private readonly Language _language;
    private readonly Dictionary<int, int> _groups = [];
    private readonly HashSet<int> _kinds = [];
    private readonly Dictionary<int, int> _equivalents = [];
    private readonly Dictionary<string, (int Concept, float Weight)> _terms = new(StringComparer.Ordinal);
    private readonly List<(int Concept, ConceptPhrase Phrase)> _phrases = [];
    private readonly Dictionary<string, List<(int Concept, float Weight)>> _wholes = new(StringComparer.Ordinal);

    /// <summary>Prepares the concepts of a question.</summary>
    /// <param name="question">The question as understood.</param>
    /// <param name="concepts">Its concepts as they were searched, with the terms that stand for them.</param>
    /// <param name="analyzer">Makes the terms of texts.</param>
    /// <param name="purpose">What texts are matched for.</param>
    public QuestionMatcher(UnderstoodQuestion question, IReadOnlyList<QueryConcept> concepts, TextAnalyzer analyzer, MatchPurpose purpose = MatchPurpose.Claim)
    {
        _analyzer = analyzer;
        _language = question.Language;
        var kept = new List<QuestionConcept>();
        foreach (var (concept, span) in concepts.Select(concept => (concept, WordOf(question, concepts, concept))))
        {
            if (IsFrame(question, concept.Span) || IsNow(question, concept.Span))
            {
                continue;
            }

            var isName = question.Names.Any(name => name.Overlaps(span));
            var isNumber = question.Tokens.Any(token => token.Shape is TokenShape.Number or TokenShape.Mixed && span.Overlaps(TextSpan.FromBounds(token.Start, token.End)));
            foreach (var word in question.Tokens.Where(token => span.Overlaps(TextSpan.FromBounds(token.Start, token.End))))
            {
                foreach (var meaning in Equivalents.Of(word.Lower))
                {
                    _equivalents.TryAdd(meaning, kept.Count);
                }
            }

            var weight = purpose == MatchPurpose.Answer && IsCountry(question, span) ? UnsaidWeight : 1;
            kept.Add(new QuestionConcept(span, concept.Span, concept.InverseDocumentFrequency * weight, isName, isNumber, concept.Terms));
            foreach (var term in concept.Terms)
            {
                var share = term.Weight * (term.Text[0] switch { 'n' => NameKeyWeight, 's' => SkeletonWeight, _ => 1f });

                // One term may stand for two concepts: the surer one has it, then the earlier. Of one phrase it stands for both: «Суперкубок» for "Super Bowl".
                var isKnown = _terms.TryGetValue(term.Text, out var before);
                if (isKnown && kept[before.Concept].Phrase == concept.Span)
                {
                    if (!_wholes.TryGetValue(term.Text, out var whole))
                    {
                        _wholes[term.Text] = whole = [before];
                    }

                    whole.Add((kept.Count - 1, share));
                }

                if (!isKnown || share > before.Weight)
                {
                    _terms[term.Text] = (kept.Count - 1, share);
                }
            }

            _phrases.AddRange(concept.Phrases.Select(phrase => (kept.Count - 1, phrase)));
        }

        if (purpose == MatchPurpose.Answer)
        {
            var terms = analyzer.Analyze(question.Text, question.Language);
            AddKinds(terms, question);
            AddRelated(terms, kept);
        }

        Concepts = kept;
        TotalWeight = Math.Max(1e-6, kept.Sum(concept => concept.Weight));
    }

    /// <summary>The concepts in the order of the question.</summary>
    public IReadOnlyList<QuestionConcept> Concepts { get; }

    /// <summary>Sum of the concepts' weights; above 0.</summary>
    public double TotalWeight { get; }

    /// <summary>Whether the kind of thing asked for has known members: "which country".</summary>
    public bool AsksForKind => _kinds.Count > 0;

    /// <summary>Whether a concept is a word of the question of some sort.</summary>
    /// <param name="question">The question.</param>
    /// <param name="concept">Index of the concept.</param>
    /// <param name="isWord">Tells such words.</param>
    public bool IsAbout(UnderstoodQuestion question, int concept, Func<ReadingToken, bool> isWord) =>
        question.Tokens.Where((token, i) => token.IsContent && !question.Frame[i] && Concepts[concept].Holds(token)).Any(isWord);

    /// <summary>Which concept each token stands for.</summary>
    /// <param name="text">The text that the tokens were read from.</param>
    /// <param name="offset">What was added to the tokens' offsets.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="language">Language of the text.</param>
    /// <param name="concepts">Receives a concept's index or −1, one a token.</param>
    /// <param name="weights">Receives how surely the token stands for it, 0 to 1.</param>
    /// <param name="more">Receives the other concepts of tokens that stand for several words of one phrase, by token.</param>
    /// <param name="members">Receives whether the token names a thing of the kind asked for; <see langword="null"/> where nobody wants to know.</param>
    public void Match(string text, int offset, IReadOnlyList<ReadingToken> tokens, Language language, int[] concepts, float[] weights, List<(int Token, int Concept, float Weight)> more, bool[]? members = null)
    {
        Array.Fill(concepts, -1);
        var terms = _analyzer.Analyze(text, language);
        var at = 0;
        foreach (var term in terms)
        {
            var best = (Concept: -1, Weight: 0f);
            List<(int Concept, float Weight)>? whole = null;
            foreach (var form in MarkedTerm.Of(term, text))
            {
                if (_terms.TryGetValue(form, out var found) && found.Weight > best.Weight && !(language == _language && (form[0] == 's' || (form[0] == 'n' && form.Length < LeastOwnKey))))
                {
                    best = found;
                    whole = _wholes.GetValueOrDefault(form);
                }
            }

            var (first, end) = best.Concept < 0 ? (0, 0) : TokensIn(term.Span, offset, tokens, ref at);
            for (var i = first; i < end; i++)
            {
                if (best.Weight > weights[i] && tokens[i].Shape != TokenShape.Sign)
                {
                    (concepts[i], weights[i]) = best;
                }

                foreach (var (concept, weight) in whole ?? [])
                {
                    more.Add((i, concept, weight));
                }
            }
        }

        foreach (var (concept, phrase) in _phrases)
        {
            foreach (var span in PhraseSpans.In(terms, phrase))
            {
                for (var i = 0; i < tokens.Count; i++)
                {
                    if (phrase.Weight > weights[i] && tokens[i].Shape != TokenShape.Sign && span.Contains(TextSpan.FromBounds(tokens[i].Start - offset, tokens[i].End - offset)))
                    {
                        (concepts[i], weights[i]) = (concept, phrase.Weight);
                    }
                }
            }
        }

        if (_groups.Count > 0)
        {
            MatchRelated(terms, offset, tokens, concepts, weights);
        }

        if (_kinds.Count > 0 && members is not null)
        {
            MatchKind(terms, offset, tokens, members);
        }

        for (var i = 0; _equivalents.Count > 0 && i < tokens.Count; i++)
        {
            if (weights[i] < EquivalentWeight)
            {
                MatchEquivalent(tokens[i], i, concepts, weights);
            }
        }
    }

    private void AddKinds(IReadOnlyList<AnalyzedToken> terms, UnderstoodQuestion question)
    {
        if (question.Head < 0)
        {
            return;
        }

        var head = TextSpan.FromBounds(question.Tokens[question.Head].Start, question.Tokens[question.Head].End);
        Thesaurus.Kinds.Find(terms, (span, kinds) =>
        {
            if (span.Overlaps(head))
            {
                _kinds.UnionWith(kinds);
            }
        });
    }

    private void AddRelated(IReadOnlyList<AnalyzedToken> terms, List<QuestionConcept> kept) => Thesaurus.Related.Find(terms, (span, groups) =>
    {
        var concept = kept.FindIndex(concept => concept.Span.Overlaps(span));
        foreach (var group in concept >= 0 ? groups : [])
        {
            _groups.TryAdd(group, concept);
        }
    });

    private void MatchRelated(IReadOnlyList<AnalyzedToken> terms, int offset, IReadOnlyList<ReadingToken> tokens, int[] concepts, float[] weights)
    {
        var at = 0;
        Thesaurus.Related.Find(terms, (span, groups) =>
        {
            foreach (var group in groups)
            {
                if (!_groups.TryGetValue(group, out var concept))
                {
                    continue;
                }

                var (first, end) = TokensIn(span, offset, tokens, ref at);
                for (var i = first; i < end; i++)
                {
                    if (weights[i] < RelatedWeight && tokens[i].IsContent)
                    {
                        (concepts[i], weights[i]) = (concept, RelatedWeight);
                    }
                }

                return;
            }
        });
    }

    private void MatchKind(IReadOnlyList<AnalyzedToken> terms, int offset, IReadOnlyList<ReadingToken> tokens, bool[] members)
    {
        var at = 0;
        Thesaurus.Members.Find(terms, (span, kinds) =>
        {
            if (_kinds.Overlaps(kinds))
            {
                var (first, end) = TokensIn(span, offset, tokens, ref at);
                Array.Fill(members, true, first, end - first);
            }
        });
    }

    // The tokens of a span; the search goes on from where the span before it began.
    private static (int First, int End) TokensIn(TextSpan span, int offset, IReadOnlyList<ReadingToken> tokens, ref int at)
    {
        while (at < tokens.Count && tokens[at].End - offset <= span.Start)
        {
            at++;
        }

        var end = at;
        while (end < tokens.Count && tokens[end].Start - offset < span.End)
        {
            end++;
        }

        return (at, end);
    }

    private void MatchEquivalent(ReadingToken token, int at, int[] concepts, float[] weights)
    {
        foreach (var meaning in Equivalents.Of(token.Lower))
        {
            if (_equivalents.TryGetValue(meaning, out var concept))
            {
                (concepts[at], weights[at]) = (concept, EquivalentWeight);
                return;
            }
        }
    }

    // Each word of a phrase has a concept of its own, in their order, and all of them have the phrase's span: what stands for "treaty" does not stand for "Versailles".
    private static TextSpan WordOf(UnderstoodQuestion question, IReadOnlyList<QueryConcept> concepts, QueryConcept concept)
    {
        var phrase = concepts.Where(other => other.Span == concept.Span).ToList();
        if (phrase.Count == 1)
        {
            return concept.Span;
        }

        var words = question.Tokens.Where(token => token.IsContent && concept.Span.Overlaps(TextSpan.FromBounds(token.Start, token.End))).ToList();
        var word = phrase.FindIndex(other => ReferenceEquals(other, concept));
        return words.Count == phrase.Count ? TextSpan.FromBounds(words[word].Start, words[word].End) : concept.Span;
    }

    private static bool IsCountry(UnderstoodQuestion question, TextSpan source)
    {
        var words = question.Tokens.Where(token => token.IsContent && source.Overlaps(TextSpan.FromBounds(token.Start, token.End))).ToList();
        return words.Count > 0 && words.TrueForAll(word => CountryNames.Contains(word.Lower));
    }

    // A page seldom says that what it tells is so now.
    private static bool IsNow(UnderstoodQuestion question, TextSpan source) =>
        question.Time.Relation == TimeRelation.Now && question.Tokens.Where(token => source.Overlaps(TextSpan.FromBounds(token.Start, token.End))).All(token => token.Is(WordClass.Now));

    private static bool IsFrame(UnderstoodQuestion question, TextSpan source)
    {
        for (var i = 0; i < question.Tokens.Count; i++)
        {
            if (source.Overlaps(TextSpan.FromBounds(question.Tokens[i].Start, question.Tokens[i].End)) && !question.Frame[i] && question.Tokens[i].IsContent)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>What a text is matched for.</summary>
internal enum MatchPurpose
{
    /// <summary>To check a claim: the country is a name as any other, and only the words themselves and their translations count.</summary>
    Claim,

    /// <summary>To find an answer: a page may take the archive's country for granted and say the same in related words.</summary>
    Answer,
}
