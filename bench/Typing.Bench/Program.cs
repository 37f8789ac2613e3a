using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

// How long after the last key a result stands on the screen, in real Chromium: the widget's results, the page's suggestions.
// dotnet run -c Release --project bench/Typing.Bench -- http://127.0.0.1:5080 [QUERIES.txt] > bench/Typing.Bench/result.md
// It needs Chromium and a running service over the archive in question; nothing is installed or fetched.
var home = args.Length > 0 ? args[0].TrimEnd('/') : "http://127.0.0.1:5080";
string[] queries = args.Length > 1
    ? [.. File.ReadLines(args[1]).Where(line => line.Length > 1)]
    :
    [
        "электронное правительство", "умный город", "цифровая подпись", "почтовая связь", "министр связи", "сервер", "таблица", "первая мировая война",
        "разумны горад", "лічбавае развіццё", "сувязь", "паштовая марка", "электронны ўрад", "сервер", "база даных", "вайна",
        "digital development", "smart city", "e-government", "postal service", "server", "database table", "image", "war",
        "'ktrnhjyyjt ghfdbntkmcndj", "umnyj gorod", "правительтво", "digitl", "базы данных", "настройки страницы",
    ];
const int keyGapMs = 120; // A quick typist's.

using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
{
    ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
    Args = ["--no-sandbox", "--disable-gpu"],
});
using var client = new HttpClient();
var archive = (await client.GetStringAsync(home + "/metrics")).Split('\n').Where(line => line.StartsWith("archive_documents ", StringComparison.Ordinal) || line.StartsWith("archive_passages ", StringComparison.Ordinal)).Select(line => line.Split(' ')).ToDictionary(pair => pair[0], pair => pair[1]);
Console.WriteLine($"""
    # From the last key to the painted result

    Written by the program that measures; not edited by hand. {queries.Length} queries in three languages, some misspelt, some on the wrong keyboard layout, typed letter by letter
    every {keyGapMs} ms in Chromium without a graphics processor, service and browser on the same {Environment.ProcessorCount} cores; {archive["archive_documents"]} pages, {archive["archive_passages"]} passages.
    Load of the machine at the start (processes that want to run): {(File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown")}.

    """);
Console.WriteLine("| | n | no result | p50 ms | p90 ms | p95 ms | worst ms | of it the request, p50 ms |\n|---|---|---|---|---|---|---|---|");
await Measure("widget: first result", "/help", "ministry-search input[type=search]", "/v1/search", "document.querySelector('ministry-search').shadowRoot.querySelector('[role=listbox]')");
await Measure("page: first suggestion", "/", "#q", "/v1/suggest", "document.querySelector('#suggestions')");

async Task Measure(string name, string address, string field, string door, string list)
{
    var page = await browser.NewPageAsync();
    await page.GotoAsync(home + address);
    if (address == "/help")
    {
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Url = home + "/widget.js" });
        await page.EvaluateAsync("() => document.querySelector('main').prepend(document.createElement('ministry-search'))");
    }

    // Painted: a frame has been drawn after the list has changed.
    await page.EvaluateAsync($$"""
        () => {
          window.shown = [];
          addEventListener('input', event => { window.lastKey = event.timeStamp; }, true);
          new MutationObserver(() => requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => window.shown.push(performance.now()); channel.port2.postMessage(0); }))
            .observe({{list}}, { childList: true });
        }
        """);
    var times = new List<double>();
    var requests = new List<double>();
    var none = 0;
    foreach (var query in queries.Prepend(queries[0]))
    {
        await page.Locator(field).FillAsync("");
        await page.WaitForTimeoutAsync(300);
        foreach (var letter in query)
        {
            await page.Keyboard.TypeAsync(letter.ToString());
            await page.WaitForTimeoutAsync(keyGapMs);
        }

        await page.WaitForTimeoutAsync(1500);
        var measured = await page.EvaluateAsync<JsonElement>($$"""
            () => {
              const after = window.shown.filter(time => time > window.lastKey);
              const requests = performance.getEntriesByType('resource').filter(entry => entry.name.includes('{{door}}') && entry.startTime > window.lastKey);
              const rows = {{list}}.childElementCount;
              window.shown = [];
              performance.clearResourceTimings();
              return { shown: rows > 0 && after.length > 0 ? after[0] - window.lastKey : null, request: requests.length > 0 ? requests.at(-1).duration : null };
            }
            """);
        if (measured.GetProperty("shown").ValueKind == JsonValueKind.Number)
        {
            times.Add(measured.GetProperty("shown").GetDouble());
            requests.Add(measured.GetProperty("request").ValueKind == JsonValueKind.Number ? measured.GetProperty("request").GetDouble() : 0);
        }
        else
        {
            none++;
        }
    }

    // The first query is for warming up.
    var sorted = times.Skip(1).Order().ToList();
    var asked = requests.Skip(1).Order().ToList();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {sorted.Count} | {none} | {At(sorted, .5):0} | {At(sorted, .9):0} | {At(sorted, .95):0} | {sorted[^1]:0} | {At(asked, .5):0} |"));
    await page.CloseAsync();
}

static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
