using System.Text.Json;
using System.Text.Json.Nodes;

using Percurso.Content.Contracts;
using Percurso.Content.Domain.Pages;

namespace Percurso.Content.Blocks;

/// <summary>The kinds of block this site knows, in the order modules brought them.</summary>
sealed class BlockKinds(IEnumerable<BlockType> types)
{
    readonly Dictionary<string, BlockType> byKey = types.ToDictionary(type => type.Kind.Key);

    public IReadOnlyCollection<BlockType> All => byKey.Values;

    /// <summary>Null for a kind whose module is not on.</summary>
    public BlockType? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>A block's settings as its kind's record; what is stored and no longer fits is taken as empty.</summary>
    public IBlockSettings? Read(Block block)
    {
        if (Find(block.Kind) is not { } type) return null;

        try
        {
            return (IBlockSettings?)block.Settings.Deserialize(type.Settings, PageContent.Json);
        }
        catch (JsonException)
        {
            return (IBlockSettings?)new JsonObject().Deserialize(type.Settings, PageContent.Json);
        }
    }

    /// <summary>What search finds a page by: title, description, and what its visible blocks say.</summary>
    public string WordsOf(PageContent content) => string.Join('\n', new[] { content.Title, content.Description }
        .Concat(content.Blocks.Where(block => !block.Hidden).Select(Read).OfType<IBlockSettings>().SelectMany(block => block.Words))
        .Where(words => !string.IsNullOrWhiteSpace(words)));
}
