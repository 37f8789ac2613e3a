using Search.Text;
using Search.Text.Mending;

namespace Search.Retrieval.Understanding;

/// <summary>What users are told about their query, in its language.</summary>
internal static class Notices
{
    public static string BrokenSyntax(Language language) => Pick(
        language,
        "Запыт не ўдалося разабраць; шукаем усе яго словы.",
        "Запрос не удалось разобрать; ищем все его слова.",
        "The query could not be read as written; searching for all its words.");

    public static QueryNotice Mended(MendedQuery mended, string original)
    {
        var (kind, belarusian, russian, english) = mended.Kind switch
        {
            MendingKind.KeyboardLayout => ("layout", "раскладка клавіятуры", "раскладка клавиатуры", "keyboard layout"),
            MendingKind.Transliteration => ("transliteration", "лацінскія літары", "латинские буквы", "Latin letters"),
            _ => ("spelling", "правапіс", "правописание", "spelling"),
        };
        var text = Pick(
            mended.Language,
            $"Паказаны вынікі па запыце «{mended.Text}» ({belarusian}). Шукаць «{original}»?",
            $"Показаны результаты по запросу «{mended.Text}» ({russian}). Искать «{original}»?",
            $"Showing results for “{mended.Text}” ({english}). Search for “{original}” instead?");
        return new QueryNotice(kind, text, original);
    }

    private static string Pick(Language language, string belarusian, string russian, string english) => language switch
    {
        Language.Belarusian => belarusian,
        Language.English => english,
        _ => russian,
    };
}
