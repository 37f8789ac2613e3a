using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Search.Retrieval;

namespace Search.Tests.Architecture;

public partial class HouseTests
{
    [Theory]
    [InlineData("Search.Text", "")]
    [InlineData("Search.Lucene", "")]
    [InlineData("Search.Retrieval", "Search.Lucene Search.Text")]
    [InlineData("Search.Answering", "Search.Lucene Search.Retrieval Search.Text")]
    public void Projects_use_only_what_stands_left_of_them(string project, string allowed)
    {
        var used = Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name ?? "").Where(name => name.StartsWith("Search.", StringComparison.Ordinal));

        Assert.Empty(used.Except(allowed.Split(' ')));
    }

    [Fact]
    public void Unicode_data_are_there()
    {
        // With InvariantGlobalization normalisation would silently do nothing.
        Assert.Equal("\u00e9\u0439", "e\u0301\u0438\u0306".Normalize(NormalizationForm.FormC));
    }

    [Fact]
    public void Links_of_the_documents_lead_somewhere()
    {
        var root = ArchivePaths.Root;
        var documents = Directory.GetFiles(root, "*.md").Concat(Directory.GetFiles(Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).ToList();
        var broken = documents
            .SelectMany(document => Link().Matches(File.ReadAllText(document)).Select(match => (Document: document, Target: match.Groups[1].Value.Split('#')[0])))
            .Where(link => link.Target.Length > 0 && !link.Target.Contains("://", StringComparison.Ordinal))
            .Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(link.Document) ?? root, Uri.UnescapeDataString(link.Target))))
            .Select(link => $"{Path.GetRelativePath(root, link.Document)} → {link.Target}");

        Assert.Empty(broken);
        Assert.Contains(documents, document => document.EndsWith("README.md", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
