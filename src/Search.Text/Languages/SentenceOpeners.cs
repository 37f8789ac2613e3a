using System.Collections.Frozen;

namespace Search.Text.Languages;

/// <summary>
/// Function words with which sentences begin. A capital letter behind an abbreviation says little, since names have one too;
/// a capitalised function word says that a sentence begins: <c>в 2020 г. В Минске</c>, <c>в 2020 г. в Минске</c>.
/// </summary>
internal static class SentenceOpeners
{
    private const string Russian =
        "в во на с со к ко о об от до по из за у при для без под над после перед между через около и а но или да не ни он она оно они мы вы я это этот эта эти " +
        "тот та то те так там тогда также тоже такой такая такие как когда где если что чтобы хотя кроме его её ее их наш наша наши все всё всего каждый " +
        "кто который которая сегодня вчера завтра ранее позже затем потом далее ещё еще уже всем согласно благодаря помимо вместе однако поэтому кстати итак";

    private const string Belarusian =
        "у ў ва з са да аб ад па за пры для без пад над пасля перад паміж праз каля і а але ці не ні ён яна яно яны мы вы я гэта гэты гэтая гэтыя " +
        "той тая тое тыя так там тады таксама такі такая такія як калі дзе што каб хоць акрамя яго яе іх наш наша нашы усе усё усяго кожны " +
        "хто які якая якія сёння ўчора учора заўтра раней пазней затым потым далей яшчэ ужо згодна дзякуючы апроч разам аднак таму дарэчы";

    private const string English =
        "in on at by to for from with of and but or if when while as after before during since until the a an this that these those it he she they we you i " +
        "his her its their our all each every there here then thus however moreover also according under over today yesterday tomorrow what who where why how";

    private static readonly FrozenSet<string> Words =
        $"{Russian} {Belarusian} {English}".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WordsBySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the word, in lower case, is one of them.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => WordsBySpan.Contains(word);
}
