using System.Text.Json;

namespace Percurso.Kernel.Recipes;

/// <summary>The recipes that came with the product: <c>recipes/*.json</c> beside the program.</summary>
public sealed class RecipeBook(string folder)
{
    static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip };

    /// <summary>By name, in the order of the alphabet.</summary>
    public IEnumerable<Recipe> All() => Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read);

    public Recipe? Find(string name) => All().FirstOrDefault(recipe => recipe.Name == name);

    static Recipe Read(string file)
    {
        try
        {
            using var json = File.OpenRead(file);
            return JsonSerializer.Deserialize<Recipe>(json, Format)! with { Name = Path.GetFileNameWithoutExtension(file) };
        }
        catch (JsonException wrong)
        {
            throw new RecipeBrokenException($"{Path.GetFileName(file)} is not a recipe: {wrong.Message}", wrong);
        }
    }
}
