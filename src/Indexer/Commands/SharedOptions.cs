using System.CommandLine;
using Search.Retrieval;

namespace Indexer.Commands;

/// <summary>Options that several commands take.</summary>
internal static class SharedOptions
{
    public static Option<string> Index() => new("--index")
    {
        Description = "Folder of the index. Default: data/index under the repository root.",
        DefaultValueFactory = _ => ArchivePaths.Index,
    };
}
