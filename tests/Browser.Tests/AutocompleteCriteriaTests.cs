using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>The widget against the 18 acceptance criteria of alphagov/accessible-autocomplete, one test a criterion, in their order.</summary>
[Collection(InChromium.Name)]
public sealed partial class AutocompleteCriteriaTests(Chromium chromium) : IAsyncLifetime
{
    private ForeignSite? _site;
    private Visit? _visit;

    private IPage Page => _visit!.Page;

    private ILocator Widget => Page.Locator("ministry-search").First;

    private ILocator Field => Widget.Locator("input[type=search]");

    private ILocator Options => Widget.Locator("[role=option]");

    private ILocator Status => Widget.Locator("[role=status]");

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        if (Tools.Chromium is not null)
        {
            _site = await ForeignSite.Start(chromium.Home);
            _visit = await chromium.Visit();
            await Page.GotoAsync(_site.Address + "/strict");
        }
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_visit is not null)
        {
            await _visit.DisposeAsync();
            await _site!.DisposeAsync();
        }
    }

    [BrowserFact]
    public async Task Criterion_01_it_is_focusable_with_a_keyboard()
    {
        await Page.Keyboard.PressAsync("Tab");

        await Expect(Field).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Criterion_02_it_indicates_when_it_has_keyboard_focus()
    {
        var box = Widget.Locator(".box");
        Assert.Equal("none", await Shadow());

        await Page.Keyboard.PressAsync("Tab");

        Assert.NotEqual("none", await Shadow());

        Task<string> Shadow() => box.EvaluateAsync<string>("box => getComputedStyle(box).boxShadow");
    }

    [BrowserFact]
    public async Task Criterion_03_it_informs_that_it_is_an_editable_field()
    {
        await Expect(Field).ToHaveRoleAsync(AriaRole.Combobox);
        await Expect(Field).ToBeEditableAsync();
        await Expect(Field).ToHaveAccessibleNameAsync("Поиск по архиву новостей");
    }

    [BrowserFact]
    public async Task Criterion_04_it_informs_of_a_value_filled_in_before()
    {
        await Page.GotoAsync(_site!.Address + "/filled");

        await Expect(Field).ToHaveValueAsync("связь");
    }

    [BrowserFact]
    public async Task Criterion_05_it_informs_that_autocomplete_is_available()
    {
        await Expect(Field).ToHaveAttributeAsync("aria-autocomplete", "list");
        await Expect(Field).ToHaveAttributeAsync("aria-controls", "list");
        await Expect(Widget.Locator("#list")).ToHaveAttributeAsync("role", "listbox");
    }

    [BrowserFact]
    public async Task Criterion_06_it_explains_how_to_use_autocomplete() =>
        await Expect(Field).ToHaveAccessibleDescriptionAsync("Результаты появляются по мере набора. Выбор — стрелками вверх и вниз, открыть — Enter, скрыть — Esc.");

    [BrowserFact]
    public async Task Criterion_07_it_informs_that_content_has_been_expanded()
    {
        await Expect(Field).ToHaveAttributeAsync("aria-expanded", "false");

        await Type("электронное");

        await Expect(Field).ToHaveAttributeAsync("aria-expanded", "true");
    }

    [BrowserFact]
    public async Task Criterion_08_it_informs_when_there_are_matches_or_none()
    {
        await Type("электронное");
        await Expect(Status).ToHaveTextAsync(Count());

        await Field.FillAsync("щщщыыы");

        await Expect(Status).ToHaveTextAsync("Ничего не нашлось");
        await Expect(Field).ToHaveAttributeAsync("aria-expanded", "false");
    }

    [BrowserFact]
    public async Task Criterion_09_it_informs_how_many_matches_there_are()
    {
        await Type("цифровая коалиция");

        await Expect(Status).ToHaveTextAsync(Count());
        await Expect(Options.First).ToHaveAttributeAsync("aria-setsize", (await Options.CountAsync()).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [BrowserFact]
    public async Task Criterion_10_it_informs_as_the_number_of_matches_changes()
    {
        await Type("электронное");
        var before = await Status.TextContentAsync();

        await Field.FillAsync("ПРООН 1992");

        await Expect(Status).Not.ToHaveTextAsync(before!);
        await Expect(Status).ToHaveTextAsync(Count());
    }

    [BrowserFact]
    public async Task Criterion_11_matches_are_reached_by_keyboard_alone_and_by_pointer_alone()
    {
        await PreventLeaving();
        await Type("электронное");
        await Page.Keyboard.PressAsync("ArrowDown");
        await Page.Keyboard.PressAsync("ArrowDown");
        await Expect(Options.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");

        await Options.First.ClickAsync();

        await Expect(Status).ToContainTextAsync("Открывается");
    }

    [BrowserFact]
    public async Task Criterion_12_a_single_action_at_a_time_moves_through_the_matches()
    {
        await Type("электронное");
        var count = await Options.CountAsync();
        for (var place = 0; place < count; place++)
        {
            await Page.Keyboard.PressAsync("ArrowDown");
            await Expect(Options.Nth(place)).ToHaveAttributeAsync("aria-selected", "true");
        }

        await Page.Keyboard.PressAsync("ArrowDown");

        await Expect(Widget.Locator("[aria-selected=true]")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Criterion_13_it_informs_when_a_match_is_selected()
    {
        await Type("электронное");

        await Page.Keyboard.PressAsync("ArrowDown");

        await Expect(Field).ToHaveAttributeAsync("aria-activedescendant", "option-0");
        await Expect(Options.First).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(Status).ToContainTextAsync((await Options.First.Locator(".title").TextContentAsync())!);
    }

    [BrowserFact]
    public async Task Criterion_14_it_informs_which_number_the_selected_match_is()
    {
        await Type("электронное");

        await Page.Keyboard.PressAsync("ArrowDown");

        await Expect(Status).ToHaveTextAsync(PlaceOfOne());
        await Expect(Options.First).ToHaveAttributeAsync("aria-posinset", "1");
    }

    [BrowserFact]
    public async Task Criterion_15_no_match_is_selected_beforehand()
    {
        await Type("электронное");

        await Expect(Widget.Locator("[aria-selected=true]")).ToHaveCountAsync(0);
        Assert.Null(await Field.GetAttributeAsync("aria-activedescendant"));
    }

    [BrowserFact]
    public async Task Criterion_16_the_selected_match_can_be_confirmed()
    {
        await Type("электронное");
        await Page.Keyboard.PressAsync("ArrowDown");
        await Page.Keyboard.PressAsync("Enter");

        await Page.ReachAsync(chromium.Home + "/documents/");
    }

    [BrowserFact]
    public async Task Criterion_17_it_informs_when_a_match_is_confirmed()
    {
        await PreventLeaving();
        await Type("электронное");
        await Page.Keyboard.PressAsync("ArrowDown");
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Status).ToHaveTextAsync("Открывается: " + await Options.First.Locator(".title").TextContentAsync());
    }

    [BrowserFact]
    public async Task Criterion_18_focus_returns_to_the_field_when_a_match_is_confirmed()
    {
        await PreventLeaving();
        await Type("электронное");

        await Options.First.ClickAsync();

        await Expect(Field).ToBeFocusedAsync();
        await Expect(Field).ToHaveAttributeAsync("aria-expanded", "false");
    }

    private async Task Type(string query)
    {
        await Field.FocusAsync();
        await Page.Keyboard.InsertTextAsync(query);
        await Expect(Options.First).ToBeVisibleAsync();
    }

    private Task PreventLeaving() => Page.EvaluateAsync("() => addEventListener('ministry-search-open', event => event.preventDefault())");

    [GeneratedRegex("^[0-9]+ результат(а|ов)?$")]
    private static partial Regex Count();

    [GeneratedRegex(", 1 из [0-9]+$")]
    private static partial Regex PlaceOfOne();
}
