using System.ComponentModel.DataAnnotations;

namespace SearchApi.Archive;

/// <summary>Where the pages and their index are. Relative paths count from the repository's root, whatever the working directory.</summary>
internal sealed class ArchiveOptions
{
    /// <summary>Section of the configuration: <c>Archive:Source</c>, <c>Archive:Index</c>.</summary>
    public const string SectionName = "Archive";

    /// <summary>Folder or file of pages that the index is built from where there is none. Default <c>seeds</c>.</summary>
    [Required]
    public string Source { get; set; } = "seeds";

    /// <summary>Folder of the index. Default <c>data/index</c>.</summary>
    [Required]
    public string Index { get; set; } = "data/index";

    /// <summary>Whether to read in the background, after the start and every commit, what the first visitor would wait for. Default true.</summary>
    public bool Prepare { get; set; } = true;

    /// <summary>Least probability, 0 to 1, that a page answers a question at all; below it the question is declined. Default: by the size of the archive.</summary>
    [Range(0.0, 1.0)]
    public double? LeastSupport { get; set; }

    /// <summary>Name of the archive in feeds, exports and to chatbots.</summary>
    [Required]
    public string Name { get; set; } = "Ministry news archive";

    /// <summary>Public address of this service without a trailing slash, for feeds and exports; empty means the address of the request.</summary>
    public string PublicUrl { get; set; } = "";
}
