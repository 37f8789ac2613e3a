namespace Search.Text.Languages.English;

/// <summary>English forms that no rule of spelling leads back to their dictionary form.</summary>
internal static class IrregularEnglish
{
    private static readonly Dictionary<string, string> Lemmas = Read(
        """
        arose arisen:arise awoke awoken:awake bore borne born:bear beat beaten:beat became:become began begun:begin bent:bend bet:bet bit bitten:bite bled:bleed
        blew blown:blow broke broken:break bred:breed brought:bring built:build burnt:burn burst:burst bought:buy caught:catch chose chosen:choose clung:cling
        came:come cost:cost crept:creep cut:cut dealt:deal dug:dig drew drawn:draw dreamt:dream drank drunk:drink drove driven:drive ate eaten:eat fell fallen:fall
        fed:feed felt:feel fought:fight found:find fled:flee flew flown:fly forbade forbidden:forbid forecast:forecast foresaw foreseen:foresee forgot forgotten:forget forgave forgiven:forgive froze frozen:freeze
        got gotten:get gave given:give went gone:go ground:grind grew grown:grow hung:hang heard:hear hid hidden:hide hit:hit held:hold hurt:hurt kept:keep knelt:kneel knew known:know
        laid:lay led:lead leapt:leap learnt:learn left:leave lent:lend lay lain:lie lit:light lost:lose made:make meant:mean met:meet mistook mistaken:mistake overcame:overcome overthrew overthrown:overthrow paid:pay proven:prove put:put
        quit:quit read:read rode ridden:ride rang rung:ring rose risen:rise ran run:run said:say saw seen:see sought:seek sold:sell sent:send set:set shook shaken:shake shed:shed shone:shine shot:shoot
        showed shown:show shrank shrunk:shrink shut:shut sang sung:sing sank sunk:sink sat:sit slept:sleep slid:slide sewn:sew sown:sow spoke spoken:speak sped:speed spent:spend spun:spin spread:spread sprang sprung:spring
        stood:stand stole stolen:steal stuck:stick stung:sting struck stricken:strike strove striven:strive swore sworn:swear swept:sweep swam swum:swim swung:swing took taken:take taught:teach tore torn:tear
        told:tell thought:think threw thrown:throw trod trodden:tread understood:understand undertook undertaken:undertake underwent undergone:undergo woke woken:wake wore worn:wear wove woven:weave wept:weep won:win wound:wind withdrew withdrawn:withdraw withstood:withstand wrote written:write
        men:man women:woman children:child people:person feet:foot teeth:tooth geese:goose mice:mouse oxen:ox lice:louse dice:die
        criteria:criterion phenomena:phenomenon data:datum media:medium bacteria:bacterium strata:stratum curricula:curriculum memoranda:memorandum
        analyses:analysis crises:crisis theses:thesis hypotheses:hypothesis bases:basis axes:axis diagnoses:diagnosis syntheses:synthesis
        nuclei:nucleus radii:radius fungi:fungus stimuli:stimulus alumni:alumnus cacti:cactus syllabi:syllabus indices:index matrices:matrix vertices:vertex appendices:appendix
        vertebrae:vertebra larvae:larva formulae:formula algae:alga antennae:antenna
        better best:good worse worst:bad further farther furthest farthest:far elder eldest:old lesser least:little
        """);

    public static string? LemmaOf(string form) => Lemmas.GetValueOrDefault(form);

    // Forms before the colon, their lemma behind it.
    private static Dictionary<string, string> Read(string list)
    {
        var lemmas = new Dictionary<string, string>(StringComparer.Ordinal);
        var forms = new List<string>();
        foreach (var word in list.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            forms.Add(colon < 0 ? word : word[..colon]);
            if (colon >= 0)
            {
                foreach (var form in forms)
                {
                    lemmas.TryAdd(form, word[(colon + 1)..]);
                }

                forms.Clear();
            }
        }

        return lemmas;
    }
}
