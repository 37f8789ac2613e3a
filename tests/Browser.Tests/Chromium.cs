using EndToEnd.Tests.Service;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>One browser and one service for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private ListeningService? _service;

    /// <summary>Address of the service without a trailing slash.</summary>
    public string Home => (_service ?? throw new InvalidOperationException("The service starts before the tests.")).Address.GetLeftPart(UriPartial.Authority);

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        if (Tools.Chromium is not { } chromium)
        {
            return;
        }

        // On a machine busy with other tests a reply may take seconds; waiting longer costs nothing where it does not.
        Assertions.SetDefaultExpectTimeout(60_000);
        _service = new ListeningService();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A visit with its own cookies and cache, watched for errors and for requests to other hosts.</summary>
    public async Task<Visit> Visit(int width = 1024, bool hasScripts = true, ColorScheme scheme = ColorScheme.Light, string locale = "ru")
    {
        Assert.True(Tools.MissingBrowser is null, Tools.MissingBrowser);
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Home,
            JavaScriptEnabled = hasScripts,
            Locale = locale,
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
        });
        context.SetDefaultTimeout(60_000);
        return new Visit(context, await context.NewPageAsync());
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }
    }
}

/// <summary>All tests share a browser and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class InChromium : ICollectionFixture<Chromium>
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "In Chromium";
}
