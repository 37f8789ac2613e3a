using Search.Text.Analysis;
using Search.Text.Names;

namespace Search.Text.Translation;

/// <summary>Turns the words of a query into concepts that passages of any language can match. Safe for use by several threads.</summary>
public sealed class Translator
{
    // How analysis writes ordinals of every language.
    private const string OrdinalEnding = "th";

    private readonly Lexicon _lexicon;
    private readonly TranslationWeights _weights;

    /// <summary>A translator over the product's own lexicon.</summary>
    public Translator()
        : this(Lexicon.OfProduct)
    {
    }

    /// <summary>A translator over a lexicon compiled with the stemmers that made the index.</summary>
    public Translator(Lexicon lexicon)
        : this(lexicon, TranslationWeights.Default)
    {
    }

    internal Translator(Lexicon lexicon, TranslationWeights weights)
    {
        _lexicon = lexicon;
        _weights = weights;
    }

    /// <summary>Groups a query's words and phrases into concepts.</summary>
    /// <param name="tokens">The query's tokens as the analyser gave them, in order of position; alternatives at one position make one concept.</param>
    /// <param name="text">The text that the tokens' spans count in; capitals in it tell names.</param>
    /// <param name="from">Language of the query; <see cref="Language.Unknown"/> tries every one.</param>
    /// <param name="functionWords">What becomes of words that bind others; by default no concept beside content words.</param>
    /// <returns>In the order of the query, function words behind. Every token is in a concept of its own or of a phrase.</returns>
    public IReadOnlyList<ConceptGroup> Translate(
        IReadOnlyList<AnalyzedToken> tokens, string text, Language from, FunctionWordUse functionWords = FunctionWordUse.LeaveOut)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(text);

        var all = QueryWord.Of(tokens, text, IsKnown);
        var words = all.Where(word => !word.IsFunction).ToList();
        if (words.Count == 0)
        {
            words = all;
        }

        var isQuestion = QueryShapes.Of(text, tokens) is QueryShape.Question;
        var groups = new List<ConceptGroup>(words.Count);
        for (var i = 0; i < words.Count;)
        {
            var (length, senses) = LongestPhrase(words, i);
            if (length > 1)
            {
                AddPhrase(groups, words.GetRange(i, length), senses);
                i += length;
            }
            else
            {
                var group = Word(words[i]);
                groups.Add(isQuestion && words.Count > 1 && FunctionWords.IsFrame(words[i].Main.Exact) ? group with { Weight = _weights.Frame } : group);
                i++;
            }
        }

        if (functionWords is FunctionWordUse.KeepLightly)
        {
            groups.AddRange(all.Where(word => word.IsFunction && !words.Contains(word)).Select(Function));
        }

        return groups;
    }

    private ConceptGroup Function(QueryWord word)
    {
        var bag = new TermBag();
        foreach (var reading in word.Readings)
        {
            bag.Add(reading.Language, TermForm.Stem, reading.Stem, 1);
            foreach (var term in _lexicon.FunctionTerms(reading.Language, reading.Exact))
            {
                bag.Add(term.Language, TermForm.Stem, term.Stem, 1);
            }
        }

        return new ConceptGroup(word.Span, ConceptKind.Function, bag.Best(_weights with { MaxTerms = int.MaxValue }), [], _weights.Function);
    }

    private bool IsKnown(AnalyzedToken token) =>
        _lexicon.HasExact(token.Language, token.Exact) || _lexicon.HasStem(token.Language, token.Stem);

    private (int Length, List<Lexicon.Sense> Senses) LongestPhrase(List<QueryWord> words, int start)
    {
        var senses = new List<Lexicon.Sense>();
        var length = 0;
        foreach (var reading in words[start].Readings)
        {
            foreach (var phrase in _lexicon.ByFirstStem(reading.Language, reading.Stem))
            {
                if (phrase.Stems.Length < length)
                {
                    break;
                }

                if (Matches(words, start, phrase.Stems, reading.Language))
                {
                    if (phrase.Stems.Length > length)
                    {
                        senses.Clear();
                        length = phrase.Stems.Length;
                    }

                    senses.Add(phrase.Sense);
                }
            }
        }

        return (length, senses);
    }

    private static bool Matches(List<QueryWord> words, int start, string[] stems, Language language)
    {
        if (start + stems.Length > words.Count)
        {
            return false;
        }

        for (var i = 1; i < stems.Length; i++)
        {
            var found = false;
            foreach (var reading in words[start + i].Readings)
            {
                found |= reading.Language == language && reading.Stem == stems[i];
            }

            if (!found)
            {
                return false;
            }
        }

        return true;
    }

    // Each word of the phrase stays a concept; the phrase's translation says which of the word's translations is meant.
    private void AddPhrase(List<ConceptGroup> groups, List<QueryWord> words, List<Lexicon.Sense> senses)
    {
        var own = words[0].Main.Language;
        var bags = words.Select(Stems).ToList();
        var phraseBags = words.Select(word => new TermBag()).ToList();
        foreach (var language in LanguageCodes.All.Where(language => language != own))
        {
            var names = Score(senses, language);
            foreach (var (name, weight) in names)
            {
                Align(name.Stems, language, weight, bags, phraseBags);
            }
        }

        // An abbreviation stands for its phrase in the same language too.
        foreach (var (name, weight) in Score(senses, own).Where(scored => scored.Name.Stems.Length == 1))
        {
            phraseBags.ForEach(bag => bag.Add(own, TermForm.Stem, name.Stems[0], weight * _weights.Abbreviation));
        }

        var span = TextSpan.FromBounds(words[0].Span.Start, words[^1].Span.End);
        for (var i = 0; i < words.Count; i++)
        {
            var bag = phraseBags[i];
            foreach (var language in LanguageCodes.All)
            {
                var known = language != own && bag.Of(language, TermForm.Stem).Any();
                foreach (var (term, weight) in bags[i].Of(language, TermForm.Stem).ToList())
                {
                    bag.Add(language, TermForm.Stem, term, weight * (known ? _weights.OutsidePhrase : 1));
                }
            }

            AddSpelling(bag, words[i], hasSense: true);
            AddSkeletons(bag, words[i]);
            groups.Add(new ConceptGroup(span, ConceptKind.Phrase, bag.Best(_weights), bag.Phrases, 1));
        }
    }

    private static void Align(string[] stems, Language language, double weight, List<TermBag> bags, List<TermBag> phraseBags)
    {
        if (stems.Length == 1)
        {
            foreach (var bag in phraseBags)
            {
                bag.Add(language, TermForm.Stem, stems[0], weight);
            }

            return;
        }

        var free = new List<string>();
        var taken = new bool[bags.Count];
        foreach (var stem in stems)
        {
            var best = -1;
            var bestWeight = 0d;
            for (var i = 0; i < bags.Count; i++)
            {
                var known = taken[i] ? 0 : bags[i].Of(language, TermForm.Stem).Where(term => term.Term == stem).Select(term => term.Weight).DefaultIfEmpty(0).Max();
                if (known > bestWeight)
                {
                    (best, bestWeight) = (i, known);
                }
            }

            if (best < 0)
            {
                free.Add(stem);
                continue;
            }

            taken[best] = true;
            phraseBags[best].Add(language, TermForm.Stem, stem, weight);
        }

        // Words that no dictionary line pairs: in order, to the words still without a partner; what is over goes to all.
        var open = Enumerable.Range(0, bags.Count).Where(i => !taken[i]).ToList();
        if (open.Count == 0)
        {
            return;
        }

        for (var i = 0; i < free.Count; i++)
        {
            phraseBags[open[Math.Min(i, open.Count - 1)]].Add(language, TermForm.Stem, free[i], weight);
        }

        if (free.Count == 0)
        {
            foreach (var i in open)
            {
                foreach (var stem in stems)
                {
                    phraseBags[i].Add(language, TermForm.Stem, stem, weight);
                }
            }
        }
    }

    private ConceptGroup Word(QueryWord word)
    {
        var bag = Stems(word);
        var hasSense = word.Readings.Any(reading => _lexicon.HasStem(reading.Language, reading.Stem));
        AddSpelling(bag, word, hasSense);
        AddSkeletons(bag, word);
        var kind = word.Main.Kind is not TokenKind.Word and not TokenKind.Abbreviation ? ConceptKind.Number
            : word.IsCapitalized && !word.IsFirst ? ConceptKind.Name : ConceptKind.Word;
        return new ConceptGroup(word.Span, kind, bag.Best(_weights), bag.Phrases, 1);
    }

    private TermBag Stems(QueryWord word)
    {
        var bag = new TermBag();
        foreach (var reading in word.Readings)
        {
            bag.Add(reading.Language, TermForm.Stem, reading.Stem, 1);
            if (reading.Kind is TokenKind.Number or TokenKind.Ordinal)
            {
                AddOtherNumber(bag, reading);
            }

            if (reading.Kind is not TokenKind.Word)
            {
                foreach (var language in LanguageCodes.All)
                {
                    bag.Add(language, TermForm.Stem, reading.Stem, 1);
                }
            }

            var (senses, certainty) = Senses(reading);
            var isAbbreviation = word.Written.Length > 1 && word.Written.All(char.IsUpper);
            foreach (var language in LanguageCodes.All)
            {
                var factor = certainty * (language != reading.Language ? 1 : isAbbreviation ? _weights.Abbreviation : _weights.Synonym);
                foreach (var (name, weight) in Score(senses, language))
                {
                    if (name.Stems.Length == 1)
                    {
                        bag.Add(language, TermForm.Stem, name.Stems[0], factor * weight);
                    }
                    else
                    {
                        bag.Add(new WeightedPhrase(language, name.Stems, factor * weight));
                    }
                }
            }
        }

        return bag;
    }

    // 168 and 168th name the same thing: Route 168, the 168th route.
    private void AddOtherNumber(TermBag bag, AnalyzedToken reading)
    {
        var other = reading.Kind is TokenKind.Number ? reading.Exact + OrdinalEnding
            : reading.Exact.EndsWith(OrdinalEnding, StringComparison.Ordinal) ? reading.Exact[..^OrdinalEnding.Length] : string.Empty;
        foreach (var language in LanguageCodes.All)
        {
            bag.Add(language, TermForm.Stem, other, _weights.OtherNumber);
        }
    }

    // Spellings in another script, for what may be a name and for what no dictionary knows.
    private void AddSpelling(TermBag bag, QueryWord word, bool hasSense)
    {
        var mayBeName = word.IsCapitalized && (!word.IsFirst || !hasSense);
        if (word.Main.Kind is not TokenKind.Word || !(mayBeName || !hasSense))
        {
            return;
        }

        foreach (var reading in word.Readings)
        {
            foreach (var key in CrossLanguageTerms.NameKeys(reading))
            {
                bag.Add(Language.Unknown, TermForm.NameKey, key, key[0] == NameKey.ConsonantMark ? _weights.Consonants : _weights.NameKey);
            }
        }
    }

    private void AddSkeletons(TermBag bag, QueryWord word)
    {
        foreach (var language in LanguageCodes.All)
        {
            foreach (var (term, weight) in bag.Of(language, TermForm.Stem).ToList())
            {
                bag.Add(Language.Unknown, TermForm.Skeleton, Skeleton.Of(term), weight * _weights.Skeleton);
            }
        }
    }

    private (List<(Lexicon.Sense Sense, double Share)> Senses, double Certainty) Senses(AnalyzedToken reading)
    {
        var senses = new List<(Lexicon.Sense Sense, double Share)>();
        if (reading.Kind is TokenKind.Phone or TokenKind.Address)
        {
            return (senses, 1);
        }

        Add(_lexicon.ByExact(reading.Language, reading.Exact), 1);
        if (reading.Language == Language.English)
        {
            var share = senses.Count > 0 ? _weights.LemmaBesideExact : 1;
            foreach (var lemma in EnglishLemmas.Of(reading.Exact))
            {
                Add(_lexicon.ByExact(Language.English, lemma), share);
            }
        }

        if (senses.Count == 0 || reading.Language != Language.English)
        {
            Add(_lexicon.ByStem(reading.Language, reading.Stem), senses.Count > 0 ? _weights.StemBesideExact : 1);
        }

        if (senses.Count == 0 && reading.Kind is TokenKind.Word && _weights.Prefix > 0)
        {
            foreach (var near in _lexicon.Nearest(reading.Language, reading.Stem))
            {
                Add(_lexicon.ByStem(reading.Language, near), 1);
            }

            return (senses, _weights.Prefix);
        }

        return (senses, 1);

        void Add(IReadOnlyList<Lexicon.Sense> found, double share)
        {
            foreach (var sense in found)
            {
                senses.Add((sense, share));
            }
        }
    }

    private List<(Lexicon.Name Name, double Weight)> Score(List<Lexicon.Sense> senses, Language language) =>
        Score(senses.ConvertAll(sense => (sense, 1d)), language);

    private List<(Lexicon.Name Name, double Weight)> Score(List<(Lexicon.Sense Sense, double Share)> senses, Language language)
    {
        var raw = new Dictionary<string, (Lexicon.Name Name, double Weight)>(StringComparer.Ordinal);
        var best = 0d;
        foreach (var (sense, share) in senses)
        {
            var source = share * Math.Pow(sense.Rank, -_weights.SourceRank);
            var names = sense.Concept.In(language);
            for (var i = 0; i < names.Length; i++)
            {
                var key = string.Join(' ', names[i].Stems);
                var weight = raw.GetValueOrDefault(key).Weight + (source * Math.Pow(i + 1, -_weights.TargetRank));
                raw[key] = (names[i], weight);
                best = Math.Max(best, weight);
            }
        }

        return [.. raw.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Value.Name, Math.Pow(pair.Value.Weight / best, _weights.Flattening)))];
    }
}
