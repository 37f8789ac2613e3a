using Search.Text;

namespace Search.Answering.Generation;

/// <summary>What users are told about the language model, in the three languages.</summary>
internal static class GenerationTexts
{
    public static string Failed(Language language) => Pick(
        language,
        "Языковая модель не ответила; ответ составлен из текста страниц.",
        "Моўная мадэль не адказала; адказ складзены з тэксту старонак.",
        "The language model did not reply; this answer is taken from the pages' own text.");

    public static string BrokeOff(Language language) => Pick(
        language,
        "Языковая модель не закончила ответ; он дополнен текстом страниц.",
        "Моўная мадэль не скончыла адказ; ён дапоўнены тэкстам старонак.",
        "The language model did not finish; the answer is completed from the pages' own text.");

    public static string NothingVerified(Language language) => Pick(
        language,
        "Языковая модель не дала проверяемого ответа; ответ составлен из текста страниц.",
        "Моўная мадэль не дала адказу, які можна праверыць; адказ складзены з тэксту старонак.",
        "The language model gave no answer that could be verified; this one is taken from the pages' own text.");

    public static string PartDropped(Language language) => Pick(
        language,
        "Часть ответа языковой модели не подтвердилась и опущена.",
        "Частка адказу моўнай мадэлі не пацвердзілася і апушчана.",
        "A part of the language model's reply could not be verified and was left out.");

    public static string LimitReached(Language language) => Pick(
        language,
        "Дневной лимит языковой модели исчерпан; ответ составлен из текста страниц.",
        "Дзённы ліміт моўнай мадэлі вычарпаны; адказ складзены з тэксту старонак.",
        "Today's allowance of the language model is used up; this answer is taken from the pages' own text.");

    private static string Pick(Language language, string russian, string belarusian, string english) => language switch
    {
        Language.Belarusian => belarusian,
        Language.English => english,
        _ => russian,
    };
}
