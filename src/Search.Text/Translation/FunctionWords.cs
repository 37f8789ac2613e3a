namespace Search.Text.Translation;

/// <summary>Words that bind others and name nothing by themselves: they are never translated, and a phrase is recognised with or without them.</summary>
public static class FunctionWords
{
    // Articles, prepositions, conjunctions, pronouns, auxiliaries, particles and question words, by language.
    private static readonly HashSet<string> English = Words(
        """
        a an the and or but nor so yet of in on at by for from to into onto with without within about above below under over between among through during
        before after against toward towards upon via per as than that this these those there here it its he she they them his her hers their theirs we us our
        ours you your yours i me my mine him himself herself itself themselves ourselves myself yourself who whom whose which what when where why how
        is are was were be been being am do does did doing done has have had having will would shall should can could may might must
        not no if then else because while although though whether until unless since also too very just only even both either neither each
        any some such other another own same more most much many few less least s t d ll re ve m it's don't doesn't didn't isn't aren't wasn't weren't
        can't couldn't won't wouldn't that's there's what's let
        """);

    private static readonly HashSet<string> Russian = Words(
        """
        и а но или либо да же ли бы б не ни в во на с со к ко у о об обо от ото до из изо за по под подо над надо при про для без безо через между перед передо среди
        около после против вокруг ради кроме вместо внутри вне возле насчет вследствие благодаря согласно
        я ты он она оно мы вы они меня тебя его ее нас вас их мне тебе ему ей нам вам им мной тобой ею ним ней них нем нею нами вами ими себя себе собой
        мой твой свой наш ваш моя твоя своя наша ваша мое твое свое наше ваше мои твои свои наши ваши своих своим своими своей своего своему своем свою моего моей
        этот эта это эти этого этой этому этим этих этими этом эту тот та то те того той тому тем тех теми том ту
        кто что какой какая какое какие какого какой каким каких какими какому каком какую который которая которое которые которого которой которому которым которых которыми котором которую
        чей чья чье чьи кого чего кому чему кем чем ком чём когда где куда откуда почему зачем как сколько насколько
        быть был была было были есть будет будут будучи является являются являлся являлась являлось являлись бывает
        если чтобы чтоб так также тоже потому поэтому хотя пока лишь только уже еще даже ведь вот там тут здесь тогда всё все весь вся всех всего всей всем всеми
        сам сама само сами самый самая самое самые такой такая такое такие таких такого такой таким мочь может могут мог могла могли можно нужно надо
        очень более менее больше меньше один одна одно одни
        """);

    private static readonly HashSet<string> Belarusian = Words(
        """
        і й а але ды ці або альбо жа ж б бы не ні у ў ва на з са са да к ка аб аба пра ад ада из з-за за па пад пада над нада пры для без праз цераз паміж перад сярод
        каля пасля супраць вакол дзеля акрамя замест унутры па-за паводле згодна дзякуючы
        я ты ён яна яно мы вы яны мяне цябе яго яе нас вас іх мне табе яму ёй нам вам ім мной табой ёю імі намі вамі сябе сабе сабой
        мой твой свой наш ваш мая твая свая наша ваша маё тваё сваё маё мае твае свае нашы вашы сваіх сваім сваімі сваёй свайго свайму сваю
        гэты гэта гэтая гэтае гэтыя гэтага гэтай гэтаму гэтым гэтых гэтымі гэтую той тая тое тыя таго той таму тым тых тымі тую
        хто што які якая якое якія якога якой якому якім якіх якімі якую каторы чый чыя чыё чыі каго чаго каму чаму кім чым калі дзе куды адкуль навошта як колькі наколькі
        быць быў была было былі ёсць будзе будуць з'яўляецца з'яўляюцца з'яўляўся з'яўлялася з'яўляліся
        каб так таксама тое таму хоць хаця пакуль толькі ўжо яшчэ нават вось там тут тады ўсё усё ўсе усе увесь уся ўся ўсіх усіх усяго ўсяго
        сам сама само самі самы самая самае самыя такі такая такое такія такіх такога такім магчы можа могуць мог магла маглі можна трэба
        вельмі больш менш адзін адна адно адны
        """);

    // Words with which a question is framed and which its answer need not hold: what is ... called, what kind of, in what year.
    private static readonly HashSet<string> Frames = Words(
        """
        name names named call calls called term terms termed type types kind kinds sort sorts example examples year years
        word words mean means meaning thing things way ways happen happens happened occur occurs occurred known considered
        person people someone
        назвать назови назовите называется называются называлась называлось называлась назывался называют называли назван названа названо
        тип типа типу типе типы типов вид вида виде виды видов пример примеры год году года годы годах
        слово значит означает образом способ способом случилось произошло считается считают считался относится
        назваць назаві называецца называюцца называлася называўся называлі тып тыпу тыпе віду відзе прыклад год годзе гады
        слова азначае чынам спосаб спосабам здарылася адбылося лічыцца лічаць
        """);

    // First words of questions.
    private static readonly HashSet<string> Interrogatives = Words(
        """
        who whom whose what when where why which how
        кто кого кому кем что чем когда где куда откуда почему зачем как сколько какой какая какое какие каких каким чей чья чье чьи
        хто каго каму кім што чым калі дзе куды адкуль чаму навошта колькі які якая якое якія якіх якім чый чыя чыё чыі
        """);

    /// <summary>Whether a form that begins a query makes it a question, in any language.</summary>
    public static bool IsInterrogative(string exact) => Interrogatives.Contains(exact);

    /// <summary>Whether a form frames a question rather than tells its subject, in any language.</summary>
    public static bool IsFrame(string exact) => Frames.Contains(exact);

    /// <summary>Whether a form is a function word of a language.</summary>
    /// <param name="language">For <see cref="Language.Unknown"/>, of any language.</param>
    /// <param name="exact">Letters normalised: lower case, ё as е in Russian.</param>
    public static bool Contains(Language language, string exact) => language switch
    {
        Language.English => English.Contains(exact),
        Language.Russian => Russian.Contains(exact),
        Language.Belarusian => Belarusian.Contains(exact),
        _ => English.Contains(exact) || Russian.Contains(exact) || Belarusian.Contains(exact),
    };

    private static HashSet<string> Words(string list) =>
        new(list.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
