using Search.Text;

namespace Search.Retrieval.Understanding;

/// <summary>What users are told about their query, in its language.</summary>
internal static class Notices
{
    public static string BrokenSyntax(Language language) => Pick(
        language,
        "Запыт не ўдалося разабраць; шукаем усе яго словы.",
        "Запрос не удалось разобрать; ищем все его слова.",
        "The query could not be read as written; searching for all its words.");

    private static string Pick(Language language, string belarusian, string russian, string english) => language switch
    {
        Language.Belarusian => belarusian,
        Language.English => english,
        _ => russian,
    };
}
