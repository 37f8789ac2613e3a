using Search.Answering.Reading;

namespace Search.Answering.Questions;

/// <summary>Words about offices and who holds them, in three languages.</summary>
internal static class OfficeWords
{
    private static readonly string[] Heads =
    [
        "министр", "премьер", "президент", "директор", "начальник", "руководит", "руководил", "=глава", "=главой", "=главе", "=главу", "председател", "ректор", "=посол", "=послом", "=мэр", "=мэром", "губернатор", "заместител", "возглав",
        "міністр", "прэм'ер", "прэзідэнт", "дырэктар", "начальнік", "кіраўнік", "=кіруе", "=кіраваў", "старшын", "рэктар", "=пасол", "=паслом", "=мэрам", "губернатар", "намеснік", "узначал",
        "minister", "premier", "president", "director", "chairm", "chairw", "=chair", "=chairs", "=chaired", "=head", "=heads", "=headed", "=leads", "=runs", "rector", "ambassador", "=mayor", "=governor", "deputy",
    ];

    private static readonly string[] Rankings = ["рейтинг", "рэйтынг", "список", "списк", "=спіс", "таблиц", "табліц", "турнир", "турнір", "rank", "=list", "=table", "tournament"];

    private static readonly string[] Appointed = ["назнач", "прызнач", "избра", "избир", "абран", "выбран", "appoint", "elect", "=named", "служ", "работа", "serv", "work"];

    private static readonly string[] Past =
    [
        "=был", "=была", "=были", "=стал", "=стала", "руководил", "возглавил", "возглавлял", "назнач", "избра", "бывш", "раньше", "тогда", "прежн",
        "=быў", "=былі", "=стаў", "узначаліў", "узначаліла", "узначальваў", "узначальвала", "=кіраваў", "прызнач", "абран", "былы", "раней", "тады",
        "=was", "=were", "=did", "=became", "=headed", "=led", "=chaired", "=ran", "appointed", "elected", "=named", "=former", "formerly", "=then",
    ];

    private static readonly string[] Offices = ["должност", "=пост", "=поста", "=посту", "=постом", "=посте", "пасад", "=post", "=position", "=office", "=job"];

    private static readonly string[] Deputies = ["заместител", "замминистр", "намеснік", "намесник", "deputy", "vice", "помощник", "памочнік", "assistant"];

    /// <summary>Whether a word names an office that only one holds, or says that somebody holds it.</summary>
    public static bool TellsHead(ReadingToken token) => WordStarts.Match(token.Lower, Heads);

    /// <summary>Whether a word names what is headed by being first in it: "who heads the ranking" asks for no office.</summary>
    public static bool TellsRanking(ReadingToken token) => WordStarts.Match(token.Lower, Rankings);

    /// <summary>Whether a word says that somebody is given an office or serves in it.</summary>
    public static bool TellsAppointment(ReadingToken token) => WordStarts.Match(token.Lower, Appointed);

    /// <summary>Whether a word says that an office was held before.</summary>
    public static bool TellsPast(ReadingToken token) => WordStarts.Match(token.Lower, Past);

    /// <summary>Whether a noun stands for any office: "post", «должность».</summary>
    /// <param name="noun">Lower case.</param>
    public static bool NamesOffice(string noun) => WordStarts.Match(noun, Offices);

    /// <summary>Whether a word says that an office is another one's in his stead.</summary>
    public static bool IsDeputy(ReadingToken token) => token.StartsWithAny(Deputies);
}
