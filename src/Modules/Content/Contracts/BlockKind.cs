using Microsoft.Extensions.DependencyInjection;

namespace Percurso.Content.Contracts;

/// <summary>A kind of block that pages may be made of.</summary>
/// <param name="Key">Stored with every block, <c>hero</c>; so never renamed.</param>
/// <param name="Title">What the editor calls it, in Portuguese.</param>
/// <param name="Icon">A name from the theme's icons.</param>
/// <param name="View">The partial that shows it on a page; its model are the settings.</param>
public sealed record BlockKind(string Key, string Title, string Icon, string View)
{
    /// <summary>The partial inside the editor's form; its model is a <see cref="BlockForm"/>. The usual one draws the fields of the settings.</summary>
    public string Edit { get; init; } = "/Pages/Content/Editing/_Fields.cshtml";
}

/// <summary>What one block says; its other properties are what it can be set to.</summary>
public interface IBlockSettings
{
    /// <summary>What the site's search finds it by.</summary>
    IEnumerable<string?> Words { get; }
}

/// <summary>
/// What one kind of block can be set to: a record of properties with <see cref="FieldAttribute"/>, each with a default, so that
/// a block of a former shape still reads. Any module adds its own with <c>services.AddBlock&lt;Quotation&gt;()</c>.
/// </summary>
public interface IBlock : IBlockSettings
{
    static abstract BlockKind Kind { get; }
}

/// <summary>A kind of block with the type of its settings.</summary>
public sealed record BlockType(BlockKind Kind, Type Settings);

public static class BlockRegistration
{
    public static IServiceCollection AddBlock<TBlock>(this IServiceCollection services) where TBlock : class, IBlock, new() =>
        services.AddSingleton(new BlockType(TBlock.Kind, typeof(TBlock)));
}
