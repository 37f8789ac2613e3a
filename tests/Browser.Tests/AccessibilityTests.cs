using System.Text.Json;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>axe-core finds nothing to complain about on any page and on the widget: in light and in dark, wide and at 320 pixels.</summary>
[Collection(InChromium.Name)]
public sealed class AccessibilityTests(Chromium chromium)
{
    private const string CardQuestion = "Какое место заняла Беларусь в рейтинге электронного правительства в 2020 году?";

    [AxeTheory]
    [InlineData("/")]
    [InlineData("/?ui=be")]
    [InlineData("/?q=электронное правительство")]
    [InlineData("/?q=электронное правительство&from=2020&to=2020&sort=newest&ui=en")]
    [InlineData("/?q=ghfdbntkmcndj&ui=be")]
    [InlineData("/?q=" + CardQuestion)]
    [InlineData("/?q=Сколько стоит билет в метро?&ui=be")]
    [InlineData("/?q=щщщ&verbatim=true&language=en")]
    [InlineData("/?q=a&from=never")]
    [InlineData("/help?ui=be")]
    [InlineData("/help?ui=en")]
    [InlineData("/documents/nobody?ui=en")]
    public async Task A_page_has_no_violation(string address)
    {
        await using var visit = await chromium.Visit();
        await visit.Page.GotoAsync(address);
        visit.Expect("400 (Bad Request)");
        visit.Expect("404 (Not Found)");

        await HasNoViolation(visit.Page);
    }

    [AxeTheory]
    [InlineData("")]
    [InlineData("&start=30&length=120#quote")]
    public async Task A_document_has_no_violation(string quote)
    {
        await using var visit = await chromium.Visit();
        await visit.Page.GotoAsync("/?q=электронное правительство");
        var address = await visit.Page.Locator(".list h2 a").First.GetAttributeAsync("href");
        await visit.Page.GotoAsync(address + quote);

        await HasNoViolation(visit.Page);
    }

    [AxeTheory]
    [InlineData("онлайн конф")]
    public async Task Open_suggestions_have_no_violation(string typed)
    {
        await using var visit = await chromium.Visit();
        await visit.Page.GotoAsync("/");
        await visit.Page.Locator("#q").PressSequentiallyAsync(typed);
        await visit.Page.Locator("#suggestions [role=option]").First.WaitForAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");

        await HasNoViolation(visit.Page);
    }

    [AxeTheory]
    [InlineData("электронное правительство")]
    [InlineData(CardQuestion)]
    [InlineData("щщщыыы")]
    public async Task The_open_widget_has_no_violation(string query)
    {
        await using var site = await ForeignSite.Start(chromium.Home);
        await using var visit = await chromium.Visit();
        await visit.Page.GotoAsync(site.Address + "/open-policy");
        var widget = visit.Page.Locator("ministry-search").First;
        await widget.Locator("input[type=search]").PressSequentiallyAsync(query);
        await widget.Locator(query == CardQuestion ? ".answer blockquote" : query == "щщщыыы" ? ".message" : "[role=option]").First.WaitForAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");

        await HasNoViolation(visit.Page);
    }

    private static async Task HasNoViolation(IPage page)
    {
        Assert.True(Tools.MissingAxe is null, Tools.MissingAxe);

        // The script is run through the debugger, which a page's Content-Security-Policy does not bind.
        await page.EvaluateAsync(await File.ReadAllTextAsync(Tools.Axe!));
        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 320), (ColorScheme.Dark, 320), (ColorScheme.Light, 1024), (ColorScheme.Dark, 1024) })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, 800);
            Assert.Equal($"{scheme} {width}: ", $"{scheme} {width}: {await Violations(page)}");
        }
    }

    private static async Task<string> Violations(IPage page)
    {
        var found = await page.EvaluateAsync<JsonElement>("() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(report => report.violations.map(violation => ({ id: violation.id, nodes: violation.nodes.map(node => node.target.join(' ') + ' ' + node.failureSummary) })))");
        return string.Join('\n', found.EnumerateArray().Select(violation => $"{violation.GetProperty("id").GetString()}: {string.Join("; ", violation.GetProperty("nodes").EnumerateArray().Select(node => node.GetString()))}"));
    }
}
