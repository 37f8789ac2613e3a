namespace EndToEnd.Tests.Service;

/// <summary>Texts that try to leave the place they are put into: every way out of a context, joined with every way to run code.</summary>
public static class Payloads
{
    private static readonly string[] WaysOut =
    [
        "", "\">", "'>", "</title>", "</textarea>", "</script>", "</style>", "--><!-- -->", "]]>", "\"/>", "`>", "\\\">", "&quot;>", "%22%3E", "</mark></p>", "</svg>", "</noscript>", "\u2028", "{{", "*/",
    ];

    private static readonly string[] WaysIn =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><script href=data:,alert(1) />", "<iframe srcdoc='<script>alert(1)</script>'>",
        "<body onload=alert(1)>", "<a href=javascript:alert(1)>a</a>", "<a href=\"jAvAsCrIpT&#58;alert(1)\">a</a>", "<form action=javascript:alert(1)><button>", "<details open ontoggle=alert(1)>",
        "<math><mi xlink:href=javascript:alert(1)>", "<object data=javascript:alert(1)>", "<embed src=javascript:alert(1)>", "<base href=//evil.example/>", "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
        "<link rel=stylesheet href=//evil.example/a.css>", "<input autofocus onfocus=alert(1)>", "<video><source onerror=alert(1)>", "<style>@import'//evil.example'</style>", "\" onmouseover=alert(1) x=\"",
        "' onfocus=alert(1) autofocus '", "[a](javascript:alert(1))", "[a](data:text/html,<script>alert(1)</script>)", "![a](x\" onerror=\"alert(1))", "<scr\0ipt>alert(1)</scr\0ipt>",
    ];

    /// <summary>500 payloads, always in the same order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. WaysOut.SelectMany(_ => WaysIn, (wayOut, wayIn) => wayOut + wayIn)];
}
