using Search.Answering.Reading;
using Search.Text;

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

    private static readonly string[] AnyHeads = ["руковод", "=глава", "=главой", "возглав", "кіраўнік", "=кіруе", "=кіраваў", "узначал", "=head", "=heads", "=headed", "=leads", "=led", "=runs", "=ran"];

    private static readonly string[] Ministries = ["министерств", "міністэрств", "ministry"];

    private static readonly string[] Ministers = ["министр", "міністр", "=minister"];

    /// <summary>Beginnings of the adjectives of the archive's own country.</summary>
    public static readonly string[] OwnCountry = ["белорус", "беларус", "belarus"];

    // Ministries in short, and the word that follows "minister" for each.
    private static readonly (string[] Names, string[] Fields)[] InShort =
    [
        (["минсвяз", "мінсувяз"], ["связ", "сувяз", "communicat"]),
        (["минфин", "мінфін"], ["финанс", "фінанс", "financ"]),
        (["минэконом", "мінэканом"], ["эконом", "эканом", "econom"]),
        (["минобр", "мінадук"], ["образов", "адукац", "educat"]),
        (["минздрав", "мінздароў", "мінахоў"], ["здравоохр", "аховы", "health"]),
        (["минтранс", "мінтранс"], ["транспорт", "transport"]),
        (["минпром", "мінпрам"], ["промышл", "прамысл", "industr"]),
    ];

    private static readonly string[] Seasons = ["=летом", "=зимой", "=весной", "=осенью", "=летам", "=зімой", "=вясной", "=увесну", "=восенню", "=увосень", "=summer", "=winter", "=spring", "=autumn", "=fall"];

    private static readonly string[] Rankings = ["рейтинг", "рэйтынг", "список", "списк", "=спіс", "таблиц", "табліц", "турнир", "турнір", "rank", "=list", "=table", "tournament"];

    private static readonly string[] Appointed = ["назнач", "прызнач", "избра", "избир", "абран", "выбран", "appoint", "elect", "=named", "служ", "работа", "serv", "work"];

    private static readonly string[] Past =
    [
        "=был", "=была", "=были", "=стал", "=стала", "руководил", "возглавил", "возглавлял", "назнач", "избра", "бывш", "раньше", "тогда", "прежн",
        "=быў", "=былі", "=стаў", "узначаліў", "узначаліла", "узначальваў", "узначальвала", "=кіраваў", "прызнач", "абран", "былы", "раней", "тады",
        "=was", "=were", "=did", "=became", "=headed", "=led", "=chaired", "=ran", "appointed", "elected", "=named", "=former", "formerly", "=then",
    ];

    private static readonly string[] Offices = ["должност", "=пост", "=поста", "=посту", "=постом", "=посте", "пасад", "=post", "=position", "=office", "=job"];

    private static readonly string[] Deputies = ["заместител", "замминистр", "намеснік", "намесник", "deputy", "vice", "помощник", "памочнік", "assistant", "исполняющ", "врио", "выканаўц", "acting"];

    // «Хто ўзначальвае»: the first letter gives way to a vowel before it.
    private static bool Is(ReadingToken token, string[] starts) => WordStarts.Match(token.Lower.StartsWith('ў') ? "у" + token.Lower[1..] : token.Lower, starts);

    /// <summary>Whether a word names an office that only one holds, or says that somebody holds it.</summary>
    public static bool TellsHead(ReadingToken token) => Is(token, Heads);

    /// <summary>Whether a word stands for the head of anything, whatever the office is called: «возглавляет», "head".</summary>
    public static bool NamesAnyHead(ReadingToken token) => Is(token, AnyHeads);

    /// <summary>Whether a word names a ministry: its head is a minister.</summary>
    public static bool NamesMinistry(ReadingToken token) => token.StartsWithAny(Ministries);

    /// <summary>Whether a word is the short name of a ministry: «Минсвязи».</summary>
    public static bool NamesMinistryInShort(ReadingToken token) => Array.Exists(InShort, ministry => token.StartsWithAny(ministry.Names));

    /// <summary>Whether an office heads the ministry of a short name: «Министр связи» heads «Минсвязи».</summary>
    /// <param name="token">The short name.</param>
    /// <param name="office">Words of the office, in order.</param>
    public static bool IsHeadedBy(ReadingToken token, IReadOnlyList<ReadingToken> office) =>
        office.Any(TellsMinister) && Array.Exists(InShort, ministry => token.StartsWithAny(ministry.Names) && office.Any(word => word.StartsWithAny(ministry.Fields)));

    /// <summary>A question for the head of something, with the title that pages give such a head behind it: who heads a ministry is called a minister there.</summary>
    public static string WithTitle(string text, UnderstoodQuestion question)
    {
        if (!question.Tokens.Any(NamesAnyHead))
        {
            return text;
        }

        var isMinister = question.Tokens.Any(token => NamesMinistry(token) || NamesMinistryInShort(token));
        return text + " " + question.Language switch
        {
            Language.Russian => isMinister ? "министр" : "директор",
            Language.Belarusian => isMinister ? "міністр" : "дырэктар",
            _ => isMinister ? "minister" : "director",
        };
    }

    /// <summary>Whether a word names a minister.</summary>
    public static bool TellsMinister(ReadingToken token) => Is(token, Ministers);

    /// <summary>Whether a word says in which part of a year: «летом».</summary>
    public static bool TellsSeason(ReadingToken token) => Is(token, Seasons);

    /// <summary>Whether a word names what is headed by being first in it: "who heads the ranking" asks for no office.</summary>
    public static bool TellsRanking(ReadingToken token) => Is(token, Rankings);

    /// <summary>Whether a word says that somebody is given an office or serves in it.</summary>
    public static bool TellsAppointment(ReadingToken token) => Is(token, Appointed);

    /// <summary>Whether a word says that an office was held before.</summary>
    public static bool TellsPast(ReadingToken token) => Is(token, Past);

    /// <summary>Whether a noun stands for any office: "post", «должность».</summary>
    /// <param name="noun">Lower case.</param>
    public static bool NamesOffice(string noun) => WordStarts.Match(noun, Offices);

    /// <summary>Whether a word says that an office is another one's in his stead.</summary>
    public static bool IsDeputy(ReadingToken token) => token.StartsWithAny(Deputies);
}
