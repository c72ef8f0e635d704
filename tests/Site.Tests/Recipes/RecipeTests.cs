using Microsoft.Extensions.DependencyInjection;

using Percurso.Kernel.Recipes;
using Percurso.Testing;
using Percurso.Testing.Databases;

namespace Percurso.Tests.Recipes;

public sealed class RecipeTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_recipe_run_again_changes_nothing()
    {
        var before = await Rows.OfAsync(site.Database, Moving);

        await RunAsync("""[ { "name": "recipe", "recipe": "demo" } ]""");

        Assert.Empty((await Rows.OfAsync(site.Database, Moving)).ChangedSince(before));
    }

    [Theory]
    [InlineData("""{ "name": "tea" }""", "No module of this site knows a step named \"tea\".")]
    [InlineData("""{ "roles": [ "x" ] }""", "A step needs a name.")]
    [InlineData("""{ "name": "roles", "rolls": [ "x" ] }""", "does not have the form")]
    [InlineData("""{ "name": "recipe", "recipe": "nowhere" }""", "The recipe it includes is not there.")]
    public async Task A_broken_step_is_named_and_nothing_of_the_recipe_stays(string broken, string why)
    {
        var before = await Rows.OfAsync(site.Database, Moving);

        var refusal = await Assert.ThrowsAsync<RecipeBrokenException>(() => RunAsync($$"""[ { "name": "roles", "roles": [ "newcomer" ] }, {{broken}} ]"""));

        Assert.StartsWith("Recipe test, step 2:", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.Empty((await Rows.OfAsync(site.Database, Moving)).ChangedSince(before));
    }

    static readonly string[] Moving = ["jobs.*", "kernel.job", "content.edition"];

    async Task RunAsync(string steps)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RunRecipe>().AllAsync(
            new("test", "Teste", "Teste", Demo: false, System.Text.Json.JsonSerializer.Deserialize<List<System.Text.Json.JsonElement>>(steps)!), CancellationToken.None);
    }
}
