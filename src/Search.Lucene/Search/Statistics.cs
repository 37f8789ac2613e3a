namespace Search.Lucene.Search;

/// <summary>A field over the whole index. Deleted documents count until they are merged away, as in Lucene.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="MaxDoc">Documents in the index.</param>
/// <param name="DocCount">Documents that have the field.</param>
/// <param name="SumTotalTermFreq">Occurrences of all terms.</param>
/// <param name="SumDocFreq">Pairs of term and document.</param>
public sealed record CollectionStatistics(string Field, int MaxDoc, int DocCount, long SumTotalTermFreq, long SumDocFreq)
{
    /// <summary>Average length of the field in tokens; 1 where no document has it.</summary>
    public float AverageLength => DocCount == 0 ? 1f : (float)(SumTotalTermFreq / (double)DocCount);
}

/// <summary>A term over the whole index. Deleted documents count until they are merged away, as in Lucene.</summary>
/// <param name="Term">The term.</param>
/// <param name="DocFreq">Documents that hold it; 0 if none does.</param>
/// <param name="TotalTermFreq">Occurrences.</param>
public sealed record TermStatistics(Term Term, int DocFreq, long TotalTermFreq);
