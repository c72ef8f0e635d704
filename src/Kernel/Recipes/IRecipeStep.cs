using System.Text.Json;

using Microsoft.Extensions.DependencyInjection;

namespace Percurso.Kernel.Recipes;

/// <summary>
/// One kind of step in a recipe, contributed by the module it concerns. Running it twice changes nothing the second time.
/// Everything a recipe does is one transaction, so a step writes to the database and nowhere else.
/// </summary>
public interface IRecipeStep
{
    /// <summary>The <c>name</c> of the steps it runs.</summary>
    static abstract string Name { get; }

    /// <exception cref="RecipeBrokenException">The step says something this module cannot carry out.</exception>
    Task RunAsync(JsonElement step, CancellationToken cancel);
}

/// <summary>A recipe cannot be carried out; nothing of it was. The message says which step and why.</summary>
public sealed class RecipeBrokenException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>A step kind under its name.</summary>
sealed record StepKind(string Name, Func<IServiceProvider, JsonElement, CancellationToken, Task> RunAsync);

public static class RecipeStepRegistration
{
    public static IServiceCollection AddRecipeStep<TStep>(this IServiceCollection services) where TStep : class, IRecipeStep
    {
        services.AddScoped<TStep>();
        return services.AddSingleton(new StepKind(TStep.Name, (provider, step, cancel) =>
            provider.GetRequiredService<TStep>().RunAsync(step, cancel)));
    }

    /// <summary>Reads a step as a record; what it does not know is an error, so that a slip of the pen is not swallowed.</summary>
    /// <exception cref="RecipeBrokenException">It does not have that form.</exception>
    public static T As<T>(this JsonElement step)
    {
        try
        {
            return step.Deserialize<T>(Strict) ?? throw new RecipeBrokenException($"The step is empty; it should be a {typeof(T).Name}.");
        }
        catch (JsonException wrong)
        {
            throw new RecipeBrokenException($"The step does not have the form of {typeof(T).Name}: {wrong.Message}", wrong);
        }
    }

    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };
}
