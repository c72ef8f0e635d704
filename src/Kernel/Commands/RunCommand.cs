using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

using Percurso.Kernel.Data;

namespace Percurso.Kernel.Commands;

/// <summary>Runs one command on the database, beside a host that uses it or without one.</summary>
static class RunCommand
{
    /// <summary>The first argument, unless it is a setting (<c>--Key value</c>).</summary>
    public static string? NameIn(IReadOnlyList<string> arguments) => arguments is [{ Length: > 0 } first, ..] && first[0] is not ('-' or '/') ? first : null;

    /// <exception cref="StartRefusedException">There is no such command, or the database cannot be reached.</exception>
    public static async Task<int> NamedAsync(string name, WebApplication app, CancellationToken cancel)
    {
        await using var whole = app;
        var commands = app.Services.GetServices<CommandEntry>().ToDictionary(command => command.Name);
        if (!commands.TryGetValue(name, out var command))
            throw new StartRefusedException($"There is no command {name}. There is: {string.Join(", ", commands.Keys.Order(StringComparer.Ordinal))}.");

        await app.Services.GetRequiredService<DatabaseAtStart>().ReachAsync(cancel);
        await using var scope = app.Services.CreateAsyncScope();
        return await command.RunAsync(scope.ServiceProvider, Console.Out, cancel);
    }
}
