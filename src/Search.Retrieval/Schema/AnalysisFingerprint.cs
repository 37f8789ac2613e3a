using System.Security.Cryptography;
using System.Text;
using Search.Text;
using Search.Text.Analysis;

namespace Search.Retrieval.Schema;

/// <summary>
/// Tells whether an index was made by today's analysis: what analysis makes of a sample of words that exercise its rules, hashed.
/// </summary>
internal static class AnalysisFingerprint
{
    private const string Sample =
        "Лічбавае развіццё Беларусі, у Мінску 1 870 населеных пунктаў; сямігоддзе, з'езд, працуе, працаваць, Пятроў. "
        + "Электронное правительство: 40-е место, 5,8 %, лётчик, занимались, Wi-Fi и 5G, г. Минск, т.д. "
        + "The countries ranked 40th were running e-government services; studies, boxes, children.";

    /// <summary>Sixteen hexadecimal digits.</summary>
    public static string Of(TextAnalyzer analyzer)
    {
        var terms = LanguageCodes.All.Append(Language.Unknown)
            .SelectMany(language => analyzer.Analyze(Sample, language))
            .Select(token => $"{token.Position} {token.Kind} {token.Exact} {token.Language.Code()} {token.Stem}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', terms))))[..16];
    }
}
