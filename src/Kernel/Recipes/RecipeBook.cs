using System.Text.Json;

namespace Percurso.Kernel.Recipes;

/// <summary>The recipes that came with the product: <c>recipes/*.json</c> beside the program.</summary>
public sealed class RecipeBook(string folder)
{
    static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip };

    /// <summary>By name, in the order of the alphabet.</summary>
    public IEnumerable<Recipe> All() => Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read);

    public Recipe? Find(string name) => All().FirstOrDefault(recipe => recipe.Name == name);

    /// <summary>A file beside the recipes, such as a picture that a step brings; its path is within their folder.</summary>
    /// <exception cref="RecipeBrokenException">It is not there.</exception>
    public byte[] ReadFile(string path)
    {
        var whole = Path.GetFullPath(Path.Combine(folder, path));
        if (!whole.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(whole))
            throw new RecipeBrokenException($"There is no file \"{path}\" beside the recipe.");

        return File.ReadAllBytes(whole);
    }

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
