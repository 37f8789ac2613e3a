using System.Text.RegularExpressions;
using Search.Answering;
using Search.Retrieval;
using Search.Text;

namespace SearchApi.Pages;

/// <summary>The answer above the results, each statement with the sentence that proves it.</summary>
internal static partial class AnswerCard
{
    /// <summary>Longest short answer set in large type; a longer one is a sentence and stands in the text only.</summary>
    private const int MaxShortLength = 120;

    /// <summary>The card.</summary>
    public static Html Of(Visit visit, string query, Answer answer) => answer switch
    {
        Answer.Grounded grounded => Grounded(visit, query, grounded),
        Answer.Declined declined => Declined(visit, query, declined),
        _ => Html.Empty,
    };

    private static Html Grounded(Visit visit, string query, Answer.Grounded answer)
    {
        var texts = visit.Texts;
        var code = answer.Question.Language.Code();
        var sentences = answer.Sentences.Select(sentence => Html.Of($"{WithMarkers(sentence.Text)} "));
        return Html.Of($"""
            <section class="answer" aria-labelledby="answer">
            <h2 id="answer">{texts["answer.heading"]}</h2>
            {Html.If(answer.ShortAnswer.Length <= MaxShortLength, () => Html.Of($"<p class=\"short\" lang=\"{code}\">{answer.ShortAnswer}</p>\n"))}{Html.If(!IsQuoteAlone(answer), () => Html.Of($"<p class=\"full\" lang=\"{code}\">{sentences}</p>\n"))}{Html.If(answer.IsPartial, () => Html.Of($"<p class=\"hint\">{texts["answer.partial"]}</p>"))}{answer.Notices.Select(notice => Html.Of($"<p class=\"hint\" lang=\"{code}\">{notice}</p>"))}<h3>{texts["answer.sources"]}</h3>
            <ol class="citations">{answer.Citations.Select(citation => Quote(visit, query, citation))}</ol>
            {ExportLinks.Of(texts, texts["export.answer"], $"/v1/export/answer?question={Uri.EscapeDataString(Printable.Of(query))}&", null, "answer-exports")}</section>

            """);
    }

    // An answer that only says its one quote again would stand there twice.
    private static bool IsQuoteAlone(Answer.Grounded answer) =>
        answer.ShortAnswer.Length <= MaxShortLength && answer.Citations.Count == 1 && answer.Text.Contains(answer.Citations[0].Quote.TrimEnd('.', ' '), StringComparison.Ordinal);

    private static Html Declined(Visit visit, string query, Answer.Declined answer)
    {
        var texts = visit.Texts;
        var known = Html.If(answer.Citations.Count > 0, () => Html.Of($"""
            <h3>{texts["answer.known"]}</h3>
            <ol class="citations">{answer.Citations.Select(citation => Quote(visit, query, citation))}</ol>

            """));
        return Html.Of($"""
            <section class="answer declined" aria-labelledby="answer">
            <h2 id="answer">{texts["answer.declined"]}</h2>
            <p class="full" lang="{answer.Question.Language.Code()}">{answer.Explanation}</p>
            {known}</section>

            """);
    }

    private static Html Quote(Visit visit, string query, Citation citation)
    {
        var texts = visit.Texts;
        var document = citation.Document;
        var date = document.Published is { } published
            ? Html.Of($"""<time datetime="{published.ToString()}">{texts.Date(published)}</time>""")
            : Html.Of($"<span>{texts["result.undated"]}</span>");
        var source = WebAddress.Followable(citation.Link) is { } link
            ? Html.Of($"""<span><a href="{link}" rel="external">{WebAddress.Host(document.Url)}</a></span>""")
            : Html.Empty;
        return Html.Of($"""
            <li id="source-{citation.Number}" value="{citation.Number}">
            <blockquote lang="{document.Language.Code()}"><p>{citation.Quote}</p></blockquote>
            <p class="about"><a href="{PageAddress.Document(document.Id, visit.Ui, query, citation.Span)}" lang="{document.Language.Code()}">{(document.Title.Length > 0 ? document.Title : texts["result.untitled"])}</a>{date}<span>{texts.NameOf(document.Language)}</span>{source}</p>
            {Versions(visit, query, citation)}</li>

            """);
    }

    private static Html Versions(Visit visit, string query, Citation citation) => Html.If(citation.Versions.Count > 0, () => Html.Of($"""
        <p class="versions">{visit.Texts["result.versions"]}: {citation.Versions.Select(version => Html.Of($"""<a href="{PageAddress.Document(version.Id, visit.Ui, query)}" hreflang="{version.Language.Code()}">{visit.Texts.NameOf(version.Language)}</a> """))}</p>

        """));

    private static Html WithMarkers(string text)
    {
        var parts = new List<Html>();
        var at = 0;
        foreach (Match marker in Marker().Matches(text))
        {
            parts.Add(Html.Text(text[at..marker.Index]));
            parts.Add(Html.Of($"""<a class="marker" href="#source-{marker.Groups[1].Value}">{marker.Value}</a>"""));
            at = marker.Index + marker.Length;
        }

        parts.Add(Html.Text(text[at..]));
        return Html.Join(parts);
    }

    [GeneratedRegex(@"\[([0-9]{1,3})\]")]
    private static partial Regex Marker();
}
