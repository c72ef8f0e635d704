using Microsoft.Extensions.DependencyInjection;

namespace Percurso.Kernel.Commands;

/// <summary>
/// Something an operator has the program do instead of serving: <c>dotnet Percurso.Web.dll verify-audit</c>, with the same
/// configuration. The database is up, and is not migrated; nothing else of the host runs.
/// </summary>
public interface ICommand
{
    /// <summary>What the operator types: a verb and its object, <c>verify-audit</c>.</summary>
    static abstract string Name { get; }

    /// <param name="answer">Where its answer goes.</param>
    /// <param name="cancel">The operator has had enough.</param>
    /// <returns>The program's exit code.</returns>
    /// <exception cref="StartRefusedException">It cannot be done, and the operator can mend it.</exception>
    Task<int> RunAsync(TextWriter answer, CancellationToken cancel);
}

/// <summary>A command under the name it is called by.</summary>
sealed record CommandEntry(string Name, Func<IServiceProvider, TextWriter, CancellationToken, Task<int>> RunAsync);

public static class CommandRegistration
{
    public static IServiceCollection AddCommand<TCommand>(this IServiceCollection services) where TCommand : class, ICommand
    {
        services.AddScoped<TCommand>();
        return services.AddSingleton(new CommandEntry(TCommand.Name, (provider, answer, cancel) =>
            provider.GetRequiredService<TCommand>().RunAsync(answer, cancel)));
    }
}
