using System.Text.Json;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>axe-core finds nothing to complain about, in light and dark, on any page and on the widget.</summary>
[Collection(InChromium.Name)]
public sealed class AccessibilityTests(Chromium chromium)
{
    [AxeTheory]
    [InlineData("/", ColorScheme.Light)]
    [InlineData("/?ui=be", ColorScheme.Dark)]
    [InlineData("/?q=электронное правительство", ColorScheme.Light)]
    [InlineData("/?q=электронное правительство&from=2020&to=2020&ui=en", ColorScheme.Dark)]
    [InlineData("/?q=Какое место заняла Беларусь в рейтинге электронного правительства в 2020 году?", ColorScheme.Dark)]
    [InlineData("/?q=Сколько стоит билет в метро?", ColorScheme.Light)]
    [InlineData("/?q=щщщ&verbatim=true&language=en", ColorScheme.Light)]
    [InlineData("/?q=a&from=never", ColorScheme.Light)]
    [InlineData("/help?ui=be", ColorScheme.Light)]
    [InlineData("/help?ui=en", ColorScheme.Dark)]
    public async Task A_page_has_no_violation(string address, ColorScheme scheme)
    {
        await using var visit = await chromium.Visit(scheme: scheme);
        await visit.Page.GotoAsync(address);
        visit.Expect("400 (Bad Request)");

        Assert.Equal("", await Violations(visit.Page));
    }

    [AxeTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_document_with_a_quote_has_no_violation(ColorScheme scheme)
    {
        await using var visit = await chromium.Visit(scheme: scheme);
        await visit.Page.GotoAsync("/?q=электронное правительство");
        var address = await visit.Page.Locator(".list h2 a").First.GetAttributeAsync("href");
        await visit.Page.GotoAsync(address + "&start=30&length=120#quote");

        Assert.Equal("", await Violations(visit.Page));
    }

    [AxeTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_open_widget_has_no_violation(ColorScheme scheme)
    {
        await using var site = await ForeignSite.Start(chromium.Home);
        await using var visit = await chromium.Visit(scheme: scheme);
        await visit.Page.GotoAsync(site.Address + "/open-policy");
        await visit.Page.Locator("ministry-search").First.Locator("input[type=search]").PressSequentiallyAsync("электронное правительство");
        await visit.Page.Locator("[role=option]").First.WaitForAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");

        Assert.Equal("", await Violations(visit.Page));
    }

    // The script is run through the debugger, which a page's Content-Security-Policy does not bind.
    private static async Task<string> Violations(IPage page)
    {
        Assert.True(Tools.MissingAxe is null, Tools.MissingAxe);
        await page.EvaluateAsync(await File.ReadAllTextAsync(Tools.Axe!));
        var found = await page.EvaluateAsync<JsonElement>("() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(report => report.violations.map(violation => ({ id: violation.id, nodes: violation.nodes.map(node => node.target.join(' ') + ' ' + node.failureSummary) })))");
        return string.Join('\n', found.EnumerateArray().Select(violation => $"{violation.GetProperty("id").GetString()}: {string.Join("; ", violation.GetProperty("nodes").EnumerateArray().Select(node => node.GetString()))}"));
    }
}
