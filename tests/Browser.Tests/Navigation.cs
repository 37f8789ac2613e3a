using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>Waiting for a page by asking the browser again and again. Waiting for the event of a navigation misses one that ends before the wait begins.</summary>
public static class Navigation
{
    /// <summary>Waits until the page's address matches a pattern and the page is whole.</summary>
    public static async Task ReachAsync(this IPage page, string pattern)
    {
        await Expect(page).ToHaveURLAsync(new Regex(pattern));
        await page.WaitForFunctionAsync("() => document.readyState === 'complete'");
    }
}
