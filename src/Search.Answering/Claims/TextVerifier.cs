using System.Text.RegularExpressions;
using Search.Answering.Composition;
using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Reading;
using Search.Answering.Verification;
using Search.Retrieval;
using Search.Text;
using Search.Text.Languages;
using Search.Text.Passages;

namespace Search.Answering.Claims;

/// <summary>A sentence of a text with what the archive says to it.</summary>
/// <param name="Text">The sentence, verbatim.</param>
/// <param name="Span">Where it stands in the text.</param>
/// <param name="Status">What the archive says.</param>
/// <param name="Claimed">The words of the sentence that the archive states otherwise; <see langword="null"/> where it denies the sentence as a whole or does not contradict.</param>
/// <param name="Stated">What it states instead, verbatim.</param>
/// <param name="Sources">The sentences that decide, best first; empty where nothing was found.</param>
public sealed record VerifiedSentence(string Text, TextSpan Span, ClaimStatus Status, string? Claimed, string? Stated, IReadOnlyList<Citation> Sources);

/// <summary>The front door of verification: any text → its sentences → what the archive says to each. Safe for concurrent use.</summary>
/// <param name="retriever">Finds the passages.</param>
public sealed partial class TextVerifier(PassageRetriever retriever)
{
    /// <summary>Longest text that is verified, in UTF-16 code units.</summary>
    public const int MaxLength = 10_000;

    /// <summary>Most sentences that are verified.</summary>
    public const int MaxSentences = 100;

    private readonly EvidenceFinder _finder = new();

    /// <summary>The sentences of a text, in order.</summary>
    public static IReadOnlyList<TextSpan> Sentences(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. TextUnits.Split(text, LanguageIdentifier.Identify(text).Language).Select(unit => unit.Span)];
    }

    /// <summary>Verifies a text, sentence by sentence.</summary>
    /// <param name="text">Any text of at most <see cref="MaxSentences"/> sentences.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The text is too long.</exception>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public IReadOnlyList<VerifiedSentence> Verify(string text, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, MaxLength);
        var spans = Sentences(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(spans.Count, MaxSentences);
        return [.. spans.Select(span => VerifySentence(text, span, cancellation))];
    }

    private VerifiedSentence VerifySentence(string text, TextSpan span, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var sentence = span.Of(text);
        var evidence = Find(Marker().Replace(sentence, match => new string(' ', match.Length)), cancellation);
        var verdict = ClaimCheck.Of(new Claim(evidence));
        var claimed = verdict.Sentences.Select(deciding => deciding.Claimed).FirstOrDefault();
        var stated = verdict.Sentences.Select(deciding => deciding.Stated).FirstOrDefault();
        return new VerifiedSentence(
            sentence,
            span,
            verdict.Status,
            claimed is null ? null : sentence[evidence.Question.Tokens[claimed.Typed.First].Start..evidence.Question.Tokens[claimed.Typed.End - 1].End],
            stated?.Words(verdict.Sentences[0].Sentence),
            Cite(verdict.Sentences));
    }

    private FoundEvidence Find(string sentence, CancellationToken cancellation)
    {
        var (language, _) = LanguageIdentifier.Identify(sentence);
        var reference = retriever.LatestDate?.Last ?? DateOnly.MinValue;

        // Nothing is asked: every word counts.
        var read = QuestionReader.Read(sentence, language, reference);
        var claim = read with { Kind = QuestionKind.Keywords, Expected = AnswerType.Any, Frame = new bool[read.Tokens.Count], Head = -1, Names = WithFirstWord(read) };
        var request = new RetrievalRequest(sentence) { Language = language, Verbatim = true };
        var retrieved = retriever.Retrieve(request, cancellation);
        if (claim.Time.Years is [var year, ..] and [.., var last])
        {
            var ofItsTime = retriever.Retrieve(request with { From = new PartialDate(year), To = new PartialDate(last) }, cancellation).Passages.Take(EvidenceFinder.PassageCount / 2);
            retrieved = EvidenceFinder.Joined(retrieved, EvidenceFinder.PassageCount / 2, ofItsTime);
        }

        var evidence = _finder.Read(claim, retrieved);
        return evidence with { Sentences = [.. evidence.Sentences.Take(EvidenceFinder.SentenceCount)] };
    }

    // A question never begins with a name, a statement often does.
    private static IReadOnlyList<TextSpan> WithFirstWord(UnderstoodQuestion read) =>
        read.Tokens is [{ IsCapital: true, Shape: TokenShape.Word } first, ..] && read.Tags[0] == PartOfSpeech.ProperNoun && !read.Names.Any(name => name.Start == first.Start)
            ? [TextSpan.FromBounds(first.Start, first.End), .. read.Names]
            : read.Names;

    // One source for the versions of a page; the others stand with it.
    private List<Citation> Cite(IReadOnlyList<DecidingSentence> sentences)
    {
        var citations = new List<Citation>();
        foreach (var sentence in sentences.Select(deciding => deciding.Sentence))
        {
            var proof = new Proof(sentence.Passage.Ranked, sentence.Span, sentence.Text);
            var id = sentence.Passage.Ranked.Document.Id;
            if (AnswerVerifier.IsVerbatim(proof) && !citations.Exists(known => known.Document.Id == id || known.Versions.Any(version => version.Id == id)))
            {
                citations.Add(AnswerVerifier.Cite(citations.Count + 1, proof, retriever.Versions));
            }
        }

        return citations;
    }

    [GeneratedRegex(@"\[[0-9]{1,3}\]")]
    private static partial Regex Marker();
}
