using Search.Answering.Questions;
using Search.Answering.Reading;
using Search.Retrieval;
using Search.Text;

namespace Search.Answering.Extraction;

/// <summary>What kind of line a sentence is.</summary>
internal enum SentenceForm : byte
{
    Prose,
    ListItem,
    TableRow,
    Heading,
}

/// <summary>A ranked passage as it is read for an answer: tokens, their parts of speech and what of the question they stand for.</summary>
internal sealed class EvidencePassage
{
    /// <summary>The passage and its document.</summary>
    public required RankedPassage Ranked { get; init; }

    /// <summary>Tokens; offsets count in the document's text.</summary>
    public required IReadOnlyList<ReadingToken> Tokens { get; init; }

    /// <summary>Part of speech of each token.</summary>
    public required PartOfSpeech[] Tags { get; init; }

    /// <summary>Concept of the question that each token stands for, or −1.</summary>
    public required int[] Concepts { get; init; }

    /// <summary>How surely it does, 0 to 1.</summary>
    public required float[] Weights { get; init; }

    /// <summary>Tokens that stand for several words of one phrase («Суперкубок»), with the concepts that <see cref="Concepts"/> does not tell.</summary>
    public required List<(int Token, int Concept, float Weight)> More { get; init; }

    /// <summary>Whether each token names a thing of the kind asked for.</summary>
    public required bool[] Members { get; init; }

    /// <summary>How often the word of each token stands in the passage, told by its first six letters.</summary>
    public required byte[] Counts { get; init; }

    /// <summary>Its sentences, items and rows in the order of the text.</summary>
    public List<EvidenceSentence> Sentences { get; } = [];

    /// <summary>Best match of each concept in title and headings.</summary>
    public required float[] Topic { get; init; }

    /// <summary>Best match of each concept anywhere in the passage.</summary>
    public required float[] Anywhere { get; init; }

    /// <summary>Best match of a concept in the passage and over it.</summary>
    public float Match(int concept) => Math.Max(Topic[concept], Anywhere[concept]);

    /// <summary>Language of the passage.</summary>
    public Language Language => Ranked.Passage.Language;

    /// <summary>The document's text.</summary>
    public string Text => Ranked.Document.Text;
}

/// <summary>A sentence, list item or table row of a passage, with how much of the question it covers.</summary>
internal sealed class EvidenceSentence
{
    /// <summary>Where it stands.</summary>
    public required EvidencePassage Passage { get; init; }

    /// <summary>Place in the passage, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Span in the document's text, without the mark of a list item.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>First token.</summary>
    public required int First { get; init; }

    /// <summary>Just behind the last token.</summary>
    public required int End { get; init; }

    /// <summary>What kind of line it is.</summary>
    public required SentenceForm Form { get; init; }

    /// <summary>Best match of each concept inside.</summary>
    public required float[] Own { get; init; }

    /// <summary>Best match of each concept in what introduces it: the line above a list, the head of a table.</summary>
    public required float[] Intro { get; init; }

    /// <summary>Typed values inside, by place.</summary>
    public required IReadOnlyList<TypedValue> Values { get; init; }

    /// <summary>Cells of a table row as token ranges with the matches of their column's head; empty elsewhere.</summary>
    public IReadOnlyList<TableCell> Cells { get; init; } = [];

    /// <summary>Share of the question's weight that stands inside, 0 to 1.</summary>
    public float Coverage { get; set; }

    /// <summary>Share of the question's weight inside or, counted less, in view: introduction, headings, neighbours, passage.</summary>
    public float CoverageInView { get; set; }

    /// <summary>How the question's years agree with the sentence.</summary>
    public YearAgreement Year { get; set; }

    /// <summary>Place among the sentences read for the question, from 0, by <see cref="CoverageInView"/>.</summary>
    public int CoverageRank { get; set; }

    /// <summary>The sentence ranker's score: higher is better, comparable within one question only.</summary>
    public float Score { get; set; }

    /// <summary>Share of the softmax over the question's sentences, 0 to 1.</summary>
    public float Share { get; set; }

    /// <summary>Place among the sentences read for the question, from 0, by <see cref="Score"/>.</summary>
    public int Rank { get; set; }

    /// <summary>Whether a word of a class stands inside.</summary>
    public bool Has(WordClass classes)
    {
        for (var i = First; i < End; i++)
        {
            if (Passage.Tokens[i].Is(classes))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The sentence's text, verbatim.</summary>
    public string Text => Span.Of(Passage.Text);
}

/// <summary>One cell of a table row.</summary>
/// <param name="First">First token of the cell.</param>
/// <param name="End">Just behind its last token.</param>
/// <param name="Head">The column's head, as written; empty where there is none.</param>
/// <param name="HeadMatches">Best match of each concept in the head.</param>
/// <param name="Unit">What the head says of the column's numbers; <see langword="null"/> where it says nothing.</param>
internal sealed record TableCell(int First, int End, string Head, float[] HeadMatches, ColumnUnit? Unit);

/// <summary>The unit of a column's numbers: "million rubles".</summary>
/// <param name="Type">Money or share.</param>
/// <param name="Name">As written, lower case.</param>
/// <param name="Magnitude">What the numbers are multiplied by.</param>
internal sealed record ColumnUnit(AnswerType Type, string Name, double Magnitude);

/// <summary>How the years of a question agree with a sentence, best first.</summary>
internal enum YearAgreement : byte
{
    /// <summary>The question names none.</summary>
    NotAsked,

    /// <summary>The sentence names the year.</summary>
    InSentence,

    /// <summary>Introduction, heading, title or a neighbour names it.</summary>
    InView,

    /// <summary>The sentence names no year and the page was published then.</summary>
    Published,

    /// <summary>Only the rest of the page names it.</summary>
    OnPage,

    /// <summary>Nothing names it.</summary>
    Missing,

    /// <summary>The sentence names another year instead.</summary>
    Other,
}
