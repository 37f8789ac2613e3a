using Search.Text;

namespace Search.Answering.Composition;

/// <summary>Every text that is shown to users, in the three languages, with <c>{0}</c>, <c>{1}</c> for what is put in.</summary>
internal static class AnswerTexts
{
    public static string Yes(Language language) => Pick(language, "Да", "Так", "Yes");

    public static string No(Language language) => Pick(language, "Нет", "Не", "No");

    /// <summary>Leads to a quote in another language; {0} the title or address of the page, {1} its date with a comma, or nothing.</summary>
    public static string Source(Language language) => Pick(language, "На странице «{0}»{1} сказано:", "На старонцы «{0}»{1} сказана:", "The page \"{0}\"{1} says:");

    public static string Also(Language language) => Pick(language, "Там же:", "Там жа:", "It also says:");

    public static string NotAQuestion(Language language) => Pick(
        language,
        "Это не вопрос, на который может ответить архив новостей. Спросите, например, когда, кто, где или сколько.",
        "Гэта не пытанне, на якое можа адказаць архіў навін. Спытайце, напрыклад, калі, хто, дзе або колькі.",
        "This is not a question that the news archive can answer. Ask, for example, when, who, where or how many.");

    public static string OutOfScope(Language language) => Pick(
        language,
        "Архив не содержит материалов на эту тему.",
        "Архіў не змяшчае матэрыялаў на гэтую тэму.",
        "The archive holds nothing on this subject.");

    public static string NoEvidence(Language language) => Pick(
        language,
        "В архиве нет ответа на этот вопрос; ниже самые близкие материалы.",
        "У архіве няма адказу на гэтае пытанне; ніжэй самыя блізкія матэрыялы.",
        "The archive does not answer this question; the nearest pages follow.");

    /// <summary>{0} years that are known, {1} years that were asked for.</summary>
    public static string OtherYears(Language language) => Pick(
        language,
        "Есть данные за {0}, за {1} данных нет.",
        "Ёсць звесткі за {0}, за {1} звестак няма.",
        "There are data for {0}, none for {1}.");

    /// <summary>{0} names that stand nowhere in the pages found.</summary>
    public static string UnknownNames(Language language) => Pick(
        language,
        "В найденных материалах не упоминается: {0}.",
        "У знойдзеных матэрыялах не згадваецца: {0}.",
        "The pages found do not mention: {0}.");

    public static string FalsePremise(Language language) => Pick(
        language,
        "Архив говорит иначе: «{0}» [1].",
        "Архіў сведчыць іншае: «{0}» [1].",
        "The archive says otherwise: “{0}” [1].");

    /// <summary>{0} the date of the page.</summary>
    public static string AsOf(Language language) => Pick(
        language,
        "Сведения по состоянию на {0}.",
        "Звесткі па стане на {0}.",
        "As of {0}.");

    /// <summary>{0} the day of the page that states a value, {1} that of the page that tells of its change.</summary>
    public static string Held(Language language) => Pick(
        language,
        "Значение со страницы от {0}; о следующем изменении сообщает страница от {1}.",
        "Значэнне са старонкі ад {0}; пра наступную змену паведамляе старонка ад {1}.",
        "The value is stated by the page of {0}; the next change is told of by the page of {1}.");

    /// <summary>{0} the earlier value, {1} its page's date.</summary>
    public static string Superseded(Language language) => Pick(
        language,
        "Раньше ({1}): {0}.",
        "Раней ({1}): {0}.",
        "Earlier ({1}): {0}.");

    private static string Pick(Language language, string russian, string belarusian, string english) => language switch
    {
        Language.Belarusian => belarusian,
        Language.English => english,
        _ => russian,
    };
}
