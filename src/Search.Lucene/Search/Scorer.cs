using Search.Lucene.Codecs;

namespace Search.Lucene.Search;

/// <summary>
/// Walks the documents of one segment that may match, in ascending order, and scores them.
/// </summary>
/// <remarks>
/// Matching has two phases: <see cref="Advance"/> finds candidates cheaply, <see cref="Matches"/> verifies the one it
/// stands at (positions of a phrase, a doc value) and is asked at most once a document, before <see cref="Score"/>.
/// Beside the walk runs a view on upper bounds, <see cref="AdvanceShallow"/> and <see cref="MaxScore"/>, which may be
/// ahead of the documents, so that ranges without a competitive document are never decoded.
/// </remarks>
internal abstract class Scorer
{
    /// <summary>What <see cref="DocId"/> is after the last document.</summary>
    public const int NoMoreDocs = PostingsEnum.NoMoreDocs;

    /// <summary>The document it stands at; -1 before the first, <see cref="NoMoreDocs"/> after the last.</summary>
    public abstract int DocId { get; }

    /// <summary>About how many documents the walk visits.</summary>
    public abstract long Cost { get; }

    /// <summary>Whether <see cref="Matches"/> can say no.</summary>
    public virtual bool NeedsVerification => false;

    /// <summary>Goes to the first candidate at or after <paramref name="target"/>, which lies after <see cref="DocId"/>, and returns it.</summary>
    public abstract int Advance(int target);

    /// <summary>Whether the candidate is a match.</summary>
    public virtual bool Matches() => true;

    /// <summary>Allows <see cref="Matches"/> to say no where the score would not be above this; below zero for nothing.</summary>
    public virtual float Floor { set { } }

    /// <summary>The score of the match, 0 or more.</summary>
    public abstract float Score();

    /// <summary>Moves the view on bounds to <paramref name="target"/>; returns the last document for which one bound holds.</summary>
    public virtual int AdvanceShallow(int target) => NoMoreDocs;

    /// <summary>A bound on the scores from the last <see cref="AdvanceShallow"/> up to and with <paramref name="upTo"/>.</summary>
    public abstract float MaxScore(int upTo);

    /// <summary>Adds the scores of all matches in the window, and moves to the first candidate after it.</summary>
    /// <remarks>It must not stand after the window's first document, unless it stands at a candidate.</remarks>
    public virtual void ScoreInto(ScoreWindow window)
    {
        var doc = DocId < window.Start ? Advance(window.Start) : DocId;
        for (; doc < window.End; doc = Advance(doc + 1))
        {
            if (Matches())
            {
                window.Add(doc, Score());
            }
        }
    }
}
