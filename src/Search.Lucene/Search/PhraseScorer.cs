using Search.Lucene.Codecs;

namespace Search.Lucene.Search;

/// <summary>Documents that hold all terms of a phrase, verified by their positions.</summary>
internal sealed class PhraseScorer : Scorer
{
    private readonly PhraseCursor[] _byCost;
    private readonly ImpactBounds[] _bounds;
    private readonly PhraseMatcher _matcher;
    private readonly NormValues? _norms;
    private readonly TermScoring _scoring;
    private readonly float[] _freqs;
    private BlockScoring? _blocks;
    private float _floor = -1f;

    public PhraseScorer(PhraseCursor[] cursors, PhraseMatcher matcher, NormValues? norms, TermScoring scoring)
    {
        _byCost = [.. cursors.OrderBy(cursor => cursor.Postings.DocFreq)];
        _bounds = [.. _byCost.Select(cursor => new ImpactBounds(cursor.Postings, norms, scoring))];
        _freqs = new float[cursors.Length];
        _matcher = matcher;
        _norms = norms;
        _scoring = scoring;
    }

    /// <summary>The postings of the rarest term.</summary>
    public PostingsEnum Lead => _byCost[0].Postings;

    /// <summary>Scores blocks of the rarest term as if each occurrence of it were one of the phrase.</summary>
    public BlockScoring Blocks => _blocks ??= new BlockScoring(_scoring, _norms);

    /// <summary>The frequency of the phrase in the document it stands at, after <see cref="Matches"/>.</summary>
    public float Freq { get; private set; }

    /// <inheritdoc/>
    public override int DocId => _byCost[0].Postings.DocId;

    /// <inheritdoc/>
    public override long Cost => _byCost[0].Postings.DocFreq;

    /// <inheritdoc/>
    public override bool NeedsVerification => true;

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        var lead = _byCost[0].Postings;
        var doc = lead.Advance(target);
        for (var i = 1; i < _byCost.Length && doc != NoMoreDocs;)
        {
            var other = _byCost[i].Postings;
            var next = other.DocId < doc ? other.Advance(doc) : other.DocId;
            if (next == doc)
            {
                i++;
            }
            else
            {
                doc = next == NoMoreDocs ? NoMoreDocs : lead.Advance(next);
                i = 1;
                if (next == NoMoreDocs)
                {
                    lead.Advance(NoMoreDocs);
                }
            }
        }

        return doc;
    }

    /// <summary>Moves all terms to a document of the rarest one.</summary>
    /// <returns>The document if all hold it; else the first after it that may be one.</returns>
    public int AdvanceOthers(int doc)
    {
        for (var i = 1; i < _byCost.Length; i++)
        {
            var other = _byCost[i].Postings;
            var at = other.DocId < doc ? other.Advance(doc) : other.DocId;
            if (at != doc)
            {
                return at;
            }
        }

        if (Lead.DocId < doc)
        {
            Lead.Advance(doc);
        }

        return doc;
    }

    /// <inheritdoc/>
    public override float Floor
    {
        set => _floor = value;
    }

    /// <inheritdoc/>
    public override bool Matches()
    {
        if (_floor >= 0 && BestPossibleScore() <= _floor)
        {
            return false;
        }

        return (Freq = _matcher.Freq()) > 0f;
    }

    /// <summary>A bound on the score that is known before any position is read.</summary>
    private float BestPossibleScore()
    {
        for (var i = 0; i < _byCost.Length; i++)
        {
            _freqs[i] = _byCost[i].Postings.Freq;
        }

        return _scoring.Score(_matcher.MaxFreq(_freqs), TermScoring.NormOf(_norms, DocId));
    }

    /// <inheritdoc/>
    public override float Score() => _scoring.Score(Freq, TermScoring.NormOf(_norms, DocId));

    /// <inheritdoc/>
    public override int AdvanceShallow(int target)
    {
        var upTo = NoMoreDocs;
        foreach (var bounds in _bounds)
        {
            upTo = Math.Min(upTo, bounds.AdvanceShallow(target));
        }

        return upTo;
    }

    /// <inheritdoc/>
    public override float MaxScore(int upTo)
    {
        for (var i = 0; i < _bounds.Length; i++)
        {
            _freqs[i] = _bounds[i].MaxNormalisedFreq(upTo);
        }

        return BM25Similarity.Saturate(_scoring.Weight, _matcher.MaxFreq(_freqs));
    }
}
