using Lucene.Tests.Java;
using Search.Lucene;
using Search.Lucene.Segments;
using Search.Lucene.Store;

namespace Lucene.Tests.Search;

/// <summary>A random sequence of additions, updates, deletions, merges and commits, and the documents that must be there at its end.</summary>
internal sealed class IndexScript
{
    private readonly List<Step> _steps = [];

    private IndexScript() { }

    /// <summary>The documents at the end, by id.</summary>
    public SortedDictionary<string, ModelDocument> Live { get; } = new(StringComparer.Ordinal);

    public static IndexScript Random(int seed, int additions, Changes changes)
    {
        var random = new Random(seed);
        var text = new RandomText(seed);
        var script = new IndexScript();
        for (var i = 0; i < additions; i++)
        {
            script.Add(ModelDocument.Random($"d{i}", random, text));
            if (changes == Changes.Some)
            {
                script.Change(random, text, i);
            }
            else if (i % (additions / 3) == 0)
            {
                script._steps.Add(new Step(StepKind.Commit));
            }
        }

        script._steps.Add(new Step(StepKind.Commit));
        return script;
    }

    /// <summary>Runs the script with our writer.</summary>
    public void Write(string path)
    {
        var options = new IndexWriterOptions
        {
            MergePolicy = MergePolicy.None,
            MergeScheduling = MergeScheduling.Caller,
            MemoryBudgetBytes = 1 << 20,
        };
        using var writer = new IndexWriter(new FSDirectory(path), options);
        foreach (var step in _steps)
        {
            switch (step.Kind)
            {
                case StepKind.Add:
                    writer.AddDocument(step.Document.ToDocument());
                    break;
                case StepKind.Update:
                    writer.UpdateDocument(new Term("id", step.Document.Id), step.Document.ToDocument());
                    break;
                case StepKind.Delete:
                    writer.DeleteDocuments(new Term(step.Field, step.Value));
                    break;
                case StepKind.Commit:
                    writer.Commit();
                    break;
                case StepKind.Merge:
                    writer.ForceMerge(step.Segments);
                    break;
            }
        }
    }

    /// <summary>Runs the script with Java's writer.</summary>
    public void Write(string path, JavaLucene java, bool compound)
    {
        java.Send($"write\t{path}\t400\t{(compound ? "true" : "false")}");
        foreach (var step in _steps)
        {
            java.Send(step.Kind switch
            {
                StepKind.Add => $"add\t{step.Document.ToLine()}",
                StepKind.Update => $"update\tid\t{step.Document.Id}\t{step.Document.ToLine()}",
                StepKind.Delete => $"delete\t{step.Field}\t{step.Value}",
                StepKind.Merge => FormattableString.Invariant($"merge\t{step.Segments}"),
                _ => "commit",
            });
        }

        java.Send("close");
        Assert.Equal("ok", java.Answer()[0]);
    }

    private void Add(ModelDocument document)
    {
        _steps.Add(new Step(StepKind.Add) { Document = document });
        Live[document.Id] = document;
    }

    private void Change(Random random, RandomText text, int added)
    {
        switch (random.Next(60))
        {
            case < 6:
                var document = ModelDocument.Random($"d{random.Next(added + 1)}", random, text);
                _steps.Add(new Step(StepKind.Update) { Document = document });
                Live[document.Id] = document;
                break;
            case < 9:
                Delete("id", $"d{random.Next(added + 1)}", doc => doc.Id);
                break;
            case 9 when random.Next(20) == 0:
                Delete("tag", $"t{random.Next(12)}", doc => doc.Tag);
                break;
            case 10 when random.Next(3) == 0:
                _steps.Add(new Step(StepKind.Commit));
                break;
            case 11 when random.Next(8) == 0:
                _steps.Add(new Step(StepKind.Merge) { Segments = 1 + random.Next(3) });
                break;
        }
    }

    private void Delete(string field, string value, Func<ModelDocument, string> valueOf)
    {
        _steps.Add(new Step(StepKind.Delete) { Field = field, Value = value });
        foreach (var id in Live.Values.Where(doc => valueOf(doc) == value).Select(doc => doc.Id).ToArray())
        {
            Live.Remove(id);
        }
    }

    private enum StepKind
    {
        Add,
        Update,
        Delete,
        Commit,
        Merge,
    }

    private sealed record Step(StepKind Kind)
    {
        private static readonly ModelDocument None = new("", [], [], "", null, null);

        public ModelDocument Document { get; init; } = None;

        public string Field { get; init; } = "";

        public string Value { get; init; } = "";

        public int Segments { get; init; }
    }
}

/// <summary>Whether documents come and go, or are only added.</summary>
internal enum Changes
{
    None,
    Some,
}
