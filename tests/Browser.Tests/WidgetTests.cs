using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>The widget on a page of another origin, under a policy that forbids everything it can.</summary>
[Collection(InChromium.Name)]
public sealed class WidgetTests(Chromium chromium)
{
    [BrowserFact]
    public async Task It_finds_as_one_types_and_opens_the_chosen_page()
    {
        await using var site = await ForeignSite.Start(chromium.Home);
        await using var visit = await chromium.Visit();
        await visit.Page.GotoAsync(site.Address + "/strict");
        var field = Field(visit.Page);
        await field.PressSequentiallyAsync("электронное правительство");
        await Expect(Options(visit.Page).First).ToBeVisibleAsync();
        await Expect(Options(visit.Page).First.Locator("mark").First).ToBeVisibleAsync();
        await field.PressAsync("ArrowDown");
        await field.PressAsync("Enter");

        await visit.Page.ReachAsync(chromium.Home + "/documents/");
    }

    [BrowserFact]
    public async Task It_answers_a_question_with_its_quote_and_source()
    {
        await using var site = await ForeignSite.Start(chromium.Home);
        await using var visit = await chromium.Visit();
        await visit.Page.GotoAsync(site.Address + "/strict");
        await Field(visit.Page).FillAsync("Какое место заняла Беларусь в рейтинге электронного правительства в 2020 году?");
        var answer = visit.Page.Locator("ministry-search").First.Locator(".answer");

        await Expect(answer.Locator("blockquote")).ToContainTextAsync("40");
        await Expect(answer.Locator("a")).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("^https://mpt.gov.by/.*#:~:text="));
    }

    [BrowserFact]
    public async Task Escape_closes_it_and_the_shortcut_leads_to_the_first_of_several()
    {
        await using var site = await ForeignSite.Start(chromium.Home);
        await using var visit = await chromium.Visit();
        await visit.Page.GotoAsync(site.Address + "/strict");
        await visit.Page.Keyboard.PressAsync("/");
        await Expect(Field(visit.Page)).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync("связь");
        await Expect(visit.Page.Locator("ministry-search").First.Locator(".panel")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");

        await Expect(visit.Page.Locator("ministry-search").First.Locator(".panel")).ToBeHiddenAsync();
        await Expect(Field(visit.Page)).ToBeFocusedAsync();
        await Expect(Field(visit.Page)).ToHaveValueAsync("связь");
        await Expect(visit.Page.Locator("ministry-search").Nth(1).Locator("input[type=search]")).ToHaveAccessibleNameAsync("Пошук па архіве навін");
    }

    [BrowserFact]
    public async Task Without_scripts_it_is_the_plain_form_inside_it()
    {
        await using var site = await ForeignSite.Start(chromium.Home);
        await using var visit = await chromium.Visit(hasScripts: false);
        await visit.Page.GotoAsync(site.Address + "/strict");
        await visit.Page.Locator("ministry-search input[name=q]").First.FillAsync("digital coalition");
        await visit.Page.Locator("ministry-search button").First.ClickAsync();

        await Expect(visit.Page.Locator(".list h2").First).ToContainTextAsync("Partner2Connect");
    }

    [BrowserFact]
    public async Task With_the_server_down_the_plain_form_stands()
    {
        await using var site = await ForeignSite.Start("http://127.0.0.1:9");
        await using var visit = await chromium.Visit();
        await visit.Page.GotoAsync(site.Address + "/strict");

        await Expect(visit.Page.Locator("ministry-search form").First).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Найти" })).ToBeVisibleAsync();
        visit.Expect("127.0.0.1:9");
        visit.Expect("ERR_UNSAFE_PORT");
        visit.Expect("ERR_CONNECTION_REFUSED");
    }

    [BrowserFact]
    public async Task When_replies_fail_it_says_so_and_still_sends_the_form()
    {
        await using var site = await ForeignSite.Start(chromium.Home);
        await using var visit = await chromium.Visit();
        await visit.Page.RouteAsync("**/v1/**", route => route.AbortAsync());
        await visit.Page.GotoAsync(site.Address + "/strict");
        await Field(visit.Page).PressSequentiallyAsync("digital coalition");
        await Expect(visit.Page.Locator("ministry-search").First.Locator(".message")).ToContainTextAsync("недоступен");
        await Field(visit.Page).PressAsync("Enter");
        await visit.Page.ReachAsync(chromium.Home + @"/\?q=");

        visit.Expect("ERR_FAILED");
    }

    [BrowserFact]
    public async Task It_fits_a_column_of_200_pixels()
    {
        await using var site = await ForeignSite.Start(chromium.Home);
        await using var visit = await chromium.Visit(width: 216);
        await visit.Page.GotoAsync(site.Address + "/strict");
        await Field(visit.Page).PressSequentiallyAsync("электронное");
        await Expect(Options(visit.Page).First).ToBeVisibleAsync();

        Assert.False(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    [BrowserFact]
    public async Task The_sample_page_finds_in_Belarusian()
    {
        await using var site = await ForeignSite.Start(chromium.Home);
        await using var visit = await chromium.Visit();
        await visit.Page.GotoAsync(site.Address + "/sample");
        await Field(visit.Page).PressSequentiallyAsync("разумны горад");

        await Expect(Options(visit.Page).First).ToContainTextAsync("Разумны горад");
    }

    private static ILocator Field(IPage page) => page.Locator("ministry-search").First.Locator("input[type=search]");

    private static ILocator Options(IPage page) => page.Locator("ministry-search").First.Locator("[role=option]");
}
