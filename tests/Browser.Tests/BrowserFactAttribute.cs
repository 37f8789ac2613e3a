namespace Browser.Tests;

/// <summary>A test in real Chromium: skipped where a tool is missing, with what to install; where <c>CI=true</c>, a missing tool fails it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>Skips the test where there is no Chromium.</summary>
    public BrowserFactAttribute() => Skip = Tools.IsRequired ? null : Tools.MissingBrowser;
}

/// <summary>A <see cref="BrowserFactAttribute"/> with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips the test where there is no Chromium.</summary>
    public BrowserTheoryAttribute() => Skip = Tools.IsRequired ? null : Tools.MissingBrowser;
}

/// <summary>A <see cref="BrowserFactAttribute"/> that also needs axe-core.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AxeTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips the test where there is no Chromium or no axe-core.</summary>
    public AxeTheoryAttribute() => Skip = Tools.IsRequired ? null : Tools.MissingBrowser ?? Tools.MissingAxe;
}
