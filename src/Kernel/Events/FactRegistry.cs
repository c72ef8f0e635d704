using System.Text.Json;

using Microsoft.Extensions.DependencyInjection;

namespace Percurso.Kernel.Events;

/// <summary>One handler, under the name its deliveries carry.</summary>
sealed record Handler(string Name, string Fact, Func<IServiceProvider, string, CancellationToken, Task> HandleAsync);

/// <summary>Who listens to what.</summary>
sealed class FactRegistry(IEnumerable<Handler> handlers, TimeProvider clock)
{
    readonly ILookup<string, Handler> byFact = handlers.ToLookup(handler => handler.Fact);
    readonly Dictionary<string, Handler> byName = handlers.ToDictionary(handler => handler.Name);

    public Handler? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The rows to save for these facts: each fact, and a delivery for each handler.</summary>
    public IReadOnlyList<object> RowsOf(IReadOnlyList<IFact> facts)
    {
        if (facts.Count == 0) return [];

        var now = clock.GetUtcNow().UtcDateTime;
        return [.. facts.SelectMany(fact => RowsOf(fact, now))];
    }

    IEnumerable<object> RowsOf(IFact fact, DateTime now)
    {
        var name = FactNameAttribute.Of(fact.GetType());
        var row = new FactRow(Guid.CreateVersion7(), name, JsonSerializer.Serialize(fact, fact.GetType(), JsonSerializerOptions.Web), now);
        yield return row;
        foreach (var handler in byFact[name])
            yield return new DeliveryRow { FactId = row.Id, Handler = handler.Name, NotBefore = now };
    }
}

public static class HandlerRegistration
{
    /// <summary>Makes a handler listen to a fact.</summary>
    /// <param name="services">The module's services.</param>
    /// <param name="name">Module and sentence, <c>content.tell-the-company</c>: stored with what waits for it, so never renamed.</param>
    public static IServiceCollection AddHandler<TFact, THandler>(this IServiceCollection services, string name)
        where TFact : IFact
        where THandler : class, IHandle<TFact>
    {
        services.AddScoped<THandler>();
        return services.AddSingleton(new Handler(name, FactNameAttribute.Of(typeof(TFact)), (provider, body, cancel) =>
            provider.GetRequiredService<THandler>().HandleAsync(JsonSerializer.Deserialize<TFact>(body, JsonSerializerOptions.Web)!, cancel)));
    }
}
