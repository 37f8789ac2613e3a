using System.Runtime.CompilerServices;
using Search.Retrieval.Candidates;
using Search.Text;
using Search.Text.Mending;

namespace Search.Retrieval.Understanding;

/// <summary>Decides whether a query is run as typed or as it was probably meant.</summary>
internal sealed class QueryMending
{
    // Below this even odds are better spent on what was typed.
    private const double LeastConfidence = 0.45;

    // One mender a snapshot: it reads the vocabulary when a query first needs it.
    private readonly ConditionalWeakTable<IPassageIndex, QueryMender> _menders = [];

    // A copied sentence is spelled as it is; below this it may have been typed with another layout, or in Latin letters.
    private const double LeastKnownOfSentence = 0.6;

    /// <summary>The mended query; <see langword="null"/> where the archive knows every word as typed, or nothing likelier was found.</summary>
    /// <param name="text">The query as typed.</param>
    /// <param name="language">Its language.</param>
    /// <param name="index">The archive it is for.</param>
    public MendedQuery? Mend(string text, Language language, IPassageIndex index)
    {
        var mender = MenderOf(index);
        var mayBeMended = mender.KnownShare(text, language) < (QueryParser.IsCopiedText(text) ? LeastKnownOfSentence : 1);
        return mayBeMended && mender.Mend(text, language) is [var best, ..] && best.Confidence >= LeastConfidence ? best : null;
    }

    /// <summary>Reads the vocabulary now, so that no query has to wait for it.</summary>
    public void Prepare(IPassageIndex index) => MenderOf(index).Prepare();

    private QueryMender MenderOf(IPassageIndex index) => _menders.GetValue(index, snapshot => new QueryMender(new IndexVocabulary(snapshot)));
}
