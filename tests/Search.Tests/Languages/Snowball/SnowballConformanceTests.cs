using System.Runtime.CompilerServices;
using Search.Text.Analysis;
using Search.Text.Languages.English;
using Search.Text.Languages.Russian;

namespace Search.Tests.Languages.Snowball;

/// <summary>Samples of the Snowball project's own vocabularies; licence in docs/licences/snowball.txt.</summary>
public class SnowballConformanceTests
{
    [Fact]
    public void Russian_stems_are_those_of_the_Snowball_project() => AssertStems(new SnowballRussianStemmer(), "snowball-russian.tsv");

    [Fact]
    public void English_stems_are_those_of_the_Snowball_project() => AssertStems(new Porter2Stemmer(), "snowball-english.tsv");

    private static void AssertStems(IStemmer stemmer, string fixture)
    {
        var stem = new char[100];
        var differing = File.ReadLines(Path.Combine(Folder(), "Fixtures", fixture))
            .Select(line => line.Split('\t'))
            .Where(pair => new string(stem, 0, stemmer.Stem(pair[0], stem)) != pair[1])
            .Select(pair => pair[0]);

        Assert.Empty(differing);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
