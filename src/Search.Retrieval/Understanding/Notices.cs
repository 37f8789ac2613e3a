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

    public static QueryNotice Time(Language language, PartialDate? from, PartialDate? to, string original)
    {
        var range = from == to ? $"{from}" : $"{from?.ToString() ?? "…"} – {to?.ToString() ?? "…"}";
        return new QueryNotice("date", Pick(language, $"Толькі старонкі за час: {range}.", $"Только страницы за время: {range}.", $"Only pages of: {range}."), original) { Subject = range };
    }

    public static string WordsAlone(Language language) => Pick(
        language,
        "Пошук па сэнсе цяпер недаступны; знойдзена па словах.",
        "Поиск по смыслу сейчас недоступен; найдено по словам.",
        "Search by meaning is not available now; found by words.");

    public static QueryNotice NothingFound(Language language, string? unknownWord, string? shorterQuery, bool hasFilters)
    {
        var text = unknownWord is not null
            ? Pick(language, $"Слова «{unknownWord}» у архіве няма.", $"Слова «{unknownWord}» в архиве нет.", $"The archive does not hold “{unknownWord}”.")
            : hasFilters
                ? Pick(language, "Нічога не знойдзена; паспрабуйце зняць фільтры мовы і даты.", "Ничего не найдено; попробуйте снять фильтры языка и даты.", "Nothing found; try without the filters of language and date.")
                : Pick(language, "Нічога не знойдзена; паспрабуйце іншыя словы.", "Ничего не найдено; попробуйте другие слова.", "Nothing found; try other words.");
        return new QueryNotice("zero-results", text, shorterQuery) { Subject = unknownWord };
    }

    public static QueryNotice Remedy(Language language, IReadOnlyList<string> drops, int total)
    {
        var names = drops.Where(drop => drop != "to" || !drops.Contains("from")).Select(drop => drop switch
        {
            "language" => Pick(language, "фільтра мовы", "фильтра языка", "the filter of language"),
            "from" or "to" => Pick(language, "фільтра даты", "фильтра даты", "the filter of date"),
            "crossLanguage" => Pick(language, "абмежавання моваю запыту", "ограничения языком запроса", "the limit to the query’s language"),
            _ => Pick(language, "патрабавання дакладнасці", "требования точности", "the demand for exactness"),
        });
        var list = string.Join(", ", names);
        return new QueryNotice("zero-results", Pick(language, $"Без {list} старонак: {total}.", $"Без {list} страниц: {total}.", $"Pages without {list}: {total}."), null) { Drops = drops, Total = total };
    }

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
