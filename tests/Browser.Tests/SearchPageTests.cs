using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

[Collection(InChromium.Name)]
public sealed class SearchPageTests(Chromium chromium)
{
    private const string CardQuestion = "Какое место заняла Беларусь в рейтинге электронного правительства в 2020 году?";

    [BrowserFact]
    public async Task A_search_by_keyboard_alone_leads_to_a_page_of_the_archive()
    {
        await using var visit = await chromium.Visit();
        await visit.Page.GotoAsync("/");
        await visit.Page.Keyboard.PressAsync("Control+k");
        await visit.Page.Keyboard.TypeAsync("электронное правительство");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.ReachAsync(@"/\?q=");
        await visit.Page.Locator(".list h2 a").First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.Locator("article.document h1")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".text mark").First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Suggestions_open_as_one_types_and_arrows_choose_one()
    {
        await using var visit = await chromium.Visit();
        await visit.Page.GotoAsync("/");
        var box = visit.Page.Locator("#q");
        await box.PressSequentiallyAsync("онлайн конф");
        await Expect(visit.Page.Locator("#suggestions [role=option]").First).ToBeVisibleAsync();
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await box.PressAsync("ArrowDown");
        await Expect(box).ToHaveAttributeAsync("aria-activedescendant", "suggestion-0");
        await box.PressAsync("Escape");
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(box).ToHaveValueAsync("онлайн конф");
        await box.PressAsync("ArrowDown");
        await box.PressAsync("Enter");

        await Expect(visit.Page.Locator(".list h2").First).ToContainTextAsync("Онлайн конференция");
    }

    [BrowserFact]
    public async Task A_question_is_answered_above_the_results_and_its_quote_is_marked_on_its_page()
    {
        await using var visit = await chromium.Visit();
        await visit.Page.GotoAsync("/?q=" + Uri.EscapeDataString(CardQuestion));
        await Expect(visit.Page.Locator(".answer")).ToContainTextAsync("40");
        await visit.Page.Locator(".answer .citations .about a").First.ClickAsync();

        var quote = visit.Page.Locator("mark.quote").First;
        await Expect(quote).ToBeInViewportAsync();
        Assert.Contains("40", string.Concat(await visit.Page.Locator("mark.quote").AllTextContentsAsync()), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Language_year_and_order_are_links_and_stay_in_the_address()
    {
        await using var visit = await chromium.Visit();
        await visit.Page.GotoAsync("/?q=электронное правительство&ui=ru");
        await visit.Page.Locator(".years a[aria-label^='2020 год']").ClickAsync();
        await visit.Page.ReachAsync("from=2020&to=2020");
        Assert.All(await visit.Page.Locator(".list time").EvaluateAllAsync<string[]>("times => times.map(time => time.dateTime)"), date => Assert.StartsWith("2020", date, StringComparison.Ordinal));
        await visit.Page.Locator(".years a[aria-current]").ClickAsync();
        await visit.Page.ReachAsync("^(?!.*from=)");
        await visit.Page.Locator(".languages a[href*='language=ru']").ClickAsync();
        await visit.Page.ReachAsync("language=ru");
        await visit.Page.Locator(".order a").Nth(1).ClickAsync();
        await visit.Page.ReachAsync("sort=newest");

        Assert.Contains("language=ru", visit.Page.Url, StringComparison.Ordinal);
        Assert.Contains("ui=ru", visit.Page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Without_scripts_everything_still_works()
    {
        await using var visit = await chromium.Visit(hasScripts: false);
        await visit.Page.GotoAsync("/");
        await visit.Page.Locator("#q").FillAsync("digital coalition");
        await visit.Page.Locator(".box button").ClickAsync();
        await Expect(visit.Page.Locator(".list h2").First).ToContainTextAsync("Partner2Connect");
        await visit.Page.Locator(".filters summary").ClickAsync();
        await visit.Page.Locator("#from").FillAsync("2030");
        await visit.Page.Locator(".fields button").ClickAsync();

        await Expect(visit.Page.Locator(".none")).ToBeVisibleAsync();
    }

    [BrowserTheory]
    [InlineData("/", 320)]
    [InlineData("/", 1024)]
    [InlineData("/?q=электронное правительство", 320)]
    [InlineData("/?q=электронное правительство", 1024)]
    [InlineData("/?q=" + CardQuestion, 1024)]
    [InlineData("/help", 1024)]
    public async Task A_page_without_cache_weighs_less_than_60_KB_and_nothing_on_it_jumps(string address, int width)
    {
        await using var visit = await chromium.Visit(width);
        var bytes = 0L;
        visit.Page.RequestFinished += async (_, request) => Interlocked.Add(ref bytes, (await request.SizesAsync()).ResponseBodySize);
        await visit.Page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        var shift = await visit.Page.EvaluateAsync<double>("() => new Promise(done => { let sum = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value)).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 100); })");

        Assert.InRange(Interlocked.Read(ref bytes), 1000, 60 * 1024);
        Assert.Equal(0, shift);
    }

    [BrowserFact]
    public async Task Nothing_is_wider_than_a_narrow_screen()
    {
        await using var visit = await chromium.Visit(width: 320);
        foreach (var address in new[] { "/", "/?q=электронное правительство", "/help", "/?q=щщщ&verbatim=true" })
        {
            await visit.Page.GotoAsync(address);
            Assert.False(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"), address);
        }
    }
}
