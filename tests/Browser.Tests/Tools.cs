namespace Browser.Tests;

/// <summary>What the tests need and do not bring along.</summary>
internal static class Tools
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Whether a missing tool is a failure: on a build server nobody reads skipped tests.</summary>
    public static bool IsRequired => Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>The browser: the environment's <c>CHROMIUM</c>, else the system's; <see langword="null"/> where there is none.</summary>
    public static string? Chromium { get; } = Browsers.Prepend(Environment.GetEnvironmentVariable("CHROMIUM") ?? "").FirstOrDefault(File.Exists);

    /// <summary>What to do about a missing browser.</summary>
    public static string? MissingBrowser { get; } = Chromium is null ? "No Chromium. On Debian: apt-get install --no-install-recommends chromium; elsewhere set CHROMIUM to its path." : null;

    /// <summary>The accessibility checker; <see langword="null"/> where it is not installed.</summary>
    public static string? Axe { get; } = FindAxe();

    /// <summary>What to do about a missing accessibility checker.</summary>
    public static string? MissingAxe { get; } = Axe is null ? "No axe-core. Run: npm ci --prefix tests/Browser.Tests" : null;

    private static string? FindAxe()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "node_modules", "axe-core", "axe.min.js");
            if (File.Exists(script))
            {
                return script;
            }
        }

        return null;
    }
}
