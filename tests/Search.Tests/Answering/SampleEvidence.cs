using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Retrieval;
using Search.Tests.Retrieval;
using Search.Text;

namespace Search.Tests.Answering;

/// <summary>Evidence that is read for a question from pages of a test.</summary>
internal static class SampleEvidence
{
    public static FoundEvidence Read(string code, string question, params (string Id, string Title, string Text)[] pages) => Read(code, question, code, pages);

    public static FoundEvidence Read(string code, string question, string codeOfPages, params (string Id, string Title, string Text)[] pages) =>
        Read(code, question, [.. pages.Select(page => SampleArchive.Document(page.Id, LanguageCodes.Parse(codeOfPages) ?? Language.Unknown, page.Title, page.Text))]);

    public static FoundEvidence Read(string code, string question, params ArchiveDocument[] pages)
    {
        var language = LanguageCodes.Parse(code) ?? Language.Unknown;
        var retrieved = SampleArchive.Retriever(pages).Retrieve(new RetrievalRequest(question) { Language = language, Verbatim = true });
        return new EvidenceFinder(SentenceRanker.Default).Find(QuestionReader.Read(question, language, new DateOnly(2025, 1, 1)), retrieved);
    }

    /// <summary>The span of a sentence that reads so.</summary>
    public static SpanCandidate Span(EvidenceSentence sentence, string text)
    {
        var start = sentence.Passage.Text.IndexOf(text, sentence.Span.Start, StringComparison.Ordinal);
        var tokens = sentence.Passage.Tokens;
        var first = Enumerable.Range(0, tokens.Count).First(i => tokens[i].Start == start);
        var end = Enumerable.Range(first, tokens.Count - first).First(i => tokens[i].End == start + text.Length) + 1;
        return new SpanCandidate(sentence, first, end);
    }
}
