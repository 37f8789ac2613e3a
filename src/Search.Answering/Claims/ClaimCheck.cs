using System.Globalization;
using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Reading;

namespace Search.Answering.Claims;

/// <summary>
/// Decides about a claim by the sentences found for it. A value supports or contradicts only in its own role (a rank is no year, a share no amount), of the
/// same subject and the same year; where that is in doubt nothing is decided.
/// </summary>
internal static class ClaimCheck
{
    // Share of a claim's words, values left out, that must stand in a sentence and over it to support it; fewer do beside a value that is hardly met by chance.
    private const double SupportingTopic = 0.55;
    private const double SupportingTopicOfRareValue = 0.4;

    // Orders differ by a word or two: the postal index and the index of e-government.
    private const double SupportingTopicOfRank = 0.75;

    // A claim without a value is all words.
    private const double SupportingWords = 0.7;

    // "Otherwise" must be said of the very same thing: more words, and more of them in the sentence itself.
    private const double ContradictingTopic = 0.6;
    private const double ContradictingTopicInside = 0.25;

    private const double OpposingTopic = 0.65;
    private const int MaxSentences = 3;

    private static readonly HashSet<string> AboutWords = new(["около", "примерно", "почти", "порядка", "приблизительно", "каля", "прыкладна", "амаль", "прыблізна", "about", "approximately", "around", "nearly", "almost", "roughly", "some"], StringComparer.Ordinal);
    private static readonly HashSet<string> MoreWords = new(["более", "больше", "свыше", "больш", "звыш", "over", "more", "least", "менее", "менш"], StringComparer.Ordinal);

    private static readonly HashSet<string> FormerWords = new(["раньше", "ранее", "раней", "вместо", "замест", "formerly", "previously", "instead", "before"], StringComparer.Ordinal);

    /// <summary>The verdict.</summary>
    public static ClaimVerdict Of(Claim claim)
    {
        if (claim.TopicWeight == 0)
        {
            return ClaimVerdict.NotFound;
        }

        var sentences = claim.Evidence.Sentences.Where(sentence => sentence.Form != SentenceForm.Heading).ToList();
        var supporting = sentences.Where(sentence => Supports(claim, sentence)).Take(MaxSentences).Select(sentence => new DecidingSentence(sentence, null, null)).ToList();
        if (supporting.Count > 0)
        {
            return new ClaimVerdict(ClaimStatus.Supported, supporting);
        }

        // Where no year is claimed, the latest value speaks first.
        var contradicting = sentences.Select(sentence => Contradicts(claim, sentence))
            .OfType<DecidingSentence>()
            .OrderByDescending(deciding => claim.Years.Count > 0 || deciding.Stated is null ? 0 : ValueContext.YearsOf(deciding.Sentence, deciding.Stated.Typed).FirstOrDefault())
            .ToList();
        return contradicting.Count == 0 || AnyStates(claim, contradicting) ? ClaimVerdict.NotFound : new ClaimVerdict(ClaimStatus.Contradicted, [.. contradicting.Take(MaxSentences)]);
    }

    private static bool Supports(Claim claim, EvidenceSentence sentence)
    {
        var needed = claim.Values.Count == 0 ? SupportingWords : claim.Values.Any(value => value.Role == ValueRole.Rank) ? SupportingTopicOfRank : claim.Values.Any(IsRare) ? SupportingTopicOfRareValue : SupportingTopic;
        return claim.TopicIn(sentence, withView: true) >= needed
            && claim.NamesAgree(sentence)
            && (needed != SupportingTopicOfRank || claim.NamesItsOrder(sentence))
            && !IsDenied(claim.Evidence.Question, sentence)
            && !IsOpposed(claim.Evidence.Question, sentence)
            && (claim.Values.Count > 0 ? claim.Values.All(value => Stating(claim, value, sentence) is not null) : claim.YearsAgree(sentence, null));
    }

    // Three digits that count: 24.6, 1.37 billion, 611, but not 300 or 45.
    private static bool IsRare(StatedValue value) =>
        value.Role == ValueRole.Date ? value.Typed.Date is { Day: not null, Year: > ValueFinder.UnknownYear } : value.Value.ToString("E6", CultureInfo.InvariantCulture).TakeWhile(sign => sign != 'E').Where(char.IsAsciiDigit).Select((digit, i) => digit == '0' ? 0 : i + 1).Max() >= 3;

    // The value of the sentence that is the claim's own, of the same subject and year.
    private static StatedValue? Stating(Claim claim, StatedValue claimed, EvidenceSentence sentence)
    {
        var stated = Comparable(claim, claimed, sentence).FirstOrDefault(value => AreEqual(claim, claimed, value, sentence) && claim.YearsAgree(sentence, value.Typed) && !ValueContext.IsOfAnother(sentence, value.Typed, claim.Evidence.Matcher));
        var isPublishedThen = claimed.Role == ValueRole.Date && stated is null && sentence.Passage.Ranked.Document.Published is { Day: not null } published && claimed.Typed.Date is { } date
            && date.Month == published.Month && (date.Day is null || date.Day == published.Day) && (date.Year == ValueFinder.UnknownYear || date.Year == published.Year) && claim.YearsAgree(sentence, null) && claim.TopicIn(sentence, withView: true) >= SupportingWords;
        return isPublishedThen ? claimed : stated;
    }

    // One value stands against the claim's, every other one agrees.
    private static DecidingSentence? Contradicts(Claim claim, EvidenceSentence sentence)
    {
        if (!claim.NamesAgree(sentence) || claim.TopicIn(sentence, withView: true) < ContradictingTopic || claim.TopicIn(sentence, withView: false) < ContradictingTopicInside)
        {
            return null;
        }

        var open = claim.Values.Where(value => Stating(claim, value, sentence) is null).ToList();
        if (open.Count == 0)
        {
            return claim.TopicIn(sentence, withView: false) >= OpposingTopic && claim.YearsAgree(sentence, null) && (IsOpposed(claim.Evidence.Question, sentence) || IsDenied(claim.Evidence.Question, sentence))
                ? new DecidingSentence(sentence, null, null)
                : null;
        }

        if (open.Count > 1 || IsAbout(claim, open[0]) || IsDenied(claim.Evidence.Question, sentence) || IsOpposed(claim.Evidence.Question, sentence))
        {
            return null;
        }

        var rivals = Comparable(claim, open[0], sentence)
            .Where(value => claim.YearsAgree(sentence, value.Typed) && !ValueContext.IsOfAnother(sentence, value.Typed, claim.Evidence.Matcher))
            .ToList();
        if (rivals.Count > 1)
        {
            rivals.RemoveAll(value => SameNoun(claim, open[0], value, sentence) != true);
        }

        return rivals.Count == 1 && (open[0].Role != ValueRole.Rank || claim.NamesItsOrder(sentence)) && IsCertain(claim, open[0], rivals[0], sentence) ? new DecidingSentence(sentence, open[0], rivals[0]) : null;
    }

    // Two counts, measures or sums of one sentence may be of two things: what is counted must be named by the claim, or the value must be the only one.
    private static bool IsCertain(Claim claim, StatedValue claimed, StatedValue stated, EvidenceSentence sentence) => claimed.Role switch
    {
        ValueRole.Rank or ValueRole.Percent => true,
        ValueRole.Date => claimed.Typed.Date is { Day: not null, Year: > ValueFinder.UnknownYear } && stated.Typed.Date is { Day: not null } && claim.TopicIn(sentence, withView: false) >= OpposingTopic,
        ValueRole.Count => SameNoun(claim, claimed, stated, sentence) == true || (IsBareCell(sentence, stated) && claim.TopicIn(sentence, withView: false) >= ContradictingTopic),
        ValueRole.Money or ValueRole.Duration or ValueRole.Measure => claimed.Unit.Length > 0 && claim.TopicIn(sentence, withView: false) >= ContradictingTopic,
        _ => false,
    };

    // The claimed value may stand in a sentence that is too short to support the claim by itself.
    private static bool AnyStates(Claim claim, List<DecidingSentence> contradicting) =>
        contradicting[0].Claimed is { } claimed
        && claim.Evidence.Passages.SelectMany(passage => passage.Sentences).Any(sentence =>
            claim.NamesAgree(sentence)
            && claim.TopicIn(sentence, withView: true) >= ContradictingTopicInside
            && Comparable(claim, claimed, sentence).Any(value => AreEqual(claim, claimed, value, sentence) && claim.YearsAgree(sentence, value.Typed) && !ValueContext.IsOfAnother(sentence, value.Typed, claim.Evidence.Matcher)));

    /// <summary>The values of a sentence that have the role and unit of a claim's, former values left out.</summary>
    public static IEnumerable<StatedValue> Comparable(Claim claim, StatedValue claimed, EvidenceSentence sentence)
    {
        foreach (var value in StatedValue.Read(sentence.Passage.Tokens, sentence.Values))
        {
            var isSameRole = value.Role == claimed.Role || (IsBareCell(sentence, value) && claimed.Role is ValueRole.Rank or ValueRole.Count && HeadAgrees(claim, claimed, sentence, value));
            if (isSameRole && !IsFormer(sentence, value) && (claimed.Unit.Length == 0 || value.Unit.Length == 0 || claimed.Unit == value.Unit))
            {
                yield return value;
            }
        }
    }

    // "84 kopecks (60 before)": what was so no longer stands for what is.
    private static bool IsFormer(EvidenceSentence sentence, StatedValue value) =>
        Enumerable.Range(Math.Max(sentence.First, value.Typed.First - 2), Math.Min(2, value.Typed.First - sentence.First)).Any(i =>
            FormerWords.Contains(sentence.Passage.Tokens[i].Lower) || (sentence.Passage.Tokens[i].IsSign('(') && sentence.Passage.Tokens[i + 1].Lower is "было" or "был" or "была" or "was"));

    /// <summary>Whether the value is alone in a cell: its column's head says what it is.</summary>
    public static bool IsBareCell(EvidenceSentence sentence, StatedValue value) => sentence.Cells.Any(cell => cell.First == value.Typed.First && cell.End == value.Typed.Core);

    private static bool HeadAgrees(Claim claim, StatedValue claimed, EvidenceSentence sentence, StatedValue value)
    {
        var head = sentence.Cells.First(cell => cell.First == value.Typed.First).Head;
        var words = ReadingTokenizer.Read(head, sentence.Passage.Language);
        return claimed.Role == ValueRole.Rank
            ? words.Any(word => Units.Of(word.Lower) == Units.Place)
            : claimed.NounPlaces(claim.Evidence.Question.Tokens.Count).Any(i => ConceptAt(claim, i) is >= 0 and var concept && sentence.Cells.First(cell => cell.First == value.Typed.First).HeadMatches[concept] > 0);
    }

    private static bool AreEqual(Claim claim, StatedValue claimed, StatedValue stated, EvidenceSentence sentence)
    {
        if (claimed.Role == ValueRole.Date)
        {
            return claimed.Typed.Date is { } mine && stated.Typed.Date is { } theirs && mine.Month == theirs.Month
                && (mine.Day is null || theirs.Day is null || mine.Day == theirs.Day)
                && (mine.Year == theirs.Year || mine.Year == ValueFinder.UnknownYear || (theirs.Year == ValueFinder.UnknownYear && ValueContext.YearsOf(sentence, stated.Typed).Contains(mine.Year)));
        }

        if (claimed.Role == ValueRole.Count && SameNoun(claim, claimed, stated, sentence) == false)
        {
            return false;
        }

        // "About" and "more than" leave room; so much room that another figure is no longer meant.
        const double About = 0.1;
        const double Exact = 1e-9;
        var room = IsAbout(claim, claimed) ? About : Exact;
        return Math.Abs(claimed.Value - stated.Value) <= room * Math.Max(Math.Abs(claimed.Value), Math.Abs(stated.Value));
    }

    private static bool IsAbout(Claim claim, StatedValue value)
    {
        for (var i = Math.Max(0, value.Typed.First - 2); i < value.Typed.First; i++)
        {
            var word = claim.Evidence.Question.Tokens[i].Lower;
            if (AboutWords.Contains(word) || MoreWords.Contains(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether both count the same thing; <see langword="null"/> where one of them names nothing that is known.</summary>
    public static bool? SameNoun(Claim claim, StatedValue claimed, StatedValue stated, EvidenceSentence sentence)
    {
        var mine = claimed.NounPlaces(claim.Evidence.Question.Tokens.Count).Select(i => ConceptAt(claim, i)).Where(concept => concept >= 0).ToList();
        var theirs = stated.NounPlaces(sentence.End).TakeWhile(i => sentence.Passage.Tokens[i].Shape != TokenShape.Sign).Where(i => sentence.Passage.Tags[i] != PartOfSpeech.Verb).Select(i => sentence.Passage.Concepts[i]).Where(concept => concept >= 0).ToList();
        return mine.Count == 0 || theirs.Count == 0 ? null : mine.Intersect(theirs).Any();
    }

    /// <summary>Concept of a token of the claim, or −1.</summary>
    public static int ConceptAt(Claim claim, int token)
    {
        var at = claim.Evidence.Question.Tokens[token];
        for (var i = 0; i < claim.Evidence.Matcher.Concepts.Count; i++)
        {
            var span = claim.Evidence.Matcher.Concepts[i].Phrase;
            if (span.Start < at.End && at.Start < span.End)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsDenied(UnderstoodQuestion claim, EvidenceSentence sentence) => claim.IsNegated != DeniesVerb(sentence);

    // "not" before a word that the claim shares.
    private static bool DeniesVerb(EvidenceSentence sentence)
    {
        for (var i = sentence.First; i + 1 < sentence.End; i++)
        {
            if (sentence.Passage.Tokens[i].Is(WordClass.Negation) && Enumerable.Range(i + 1, Math.Min(2, sentence.End - i - 1)).Any(next => sentence.Passage.Concepts[next] >= 0))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOpposed(UnderstoodQuestion claim, EvidenceSentence sentence)
    {
        var mine = claim.Tokens.Select(token => Opposites.Of(token.Lower)).Where(meaning => meaning != 0).ToHashSet();
        var theirs = Enumerable.Range(sentence.First, sentence.End - sentence.First).Select(i => Opposites.Of(sentence.Passage.Tokens[i].Lower)).Where(meaning => meaning != 0).ToHashSet();
        return mine.Any(meaning => theirs.Contains(-meaning) && !theirs.Contains(meaning));
    }
}
