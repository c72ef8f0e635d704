using Microsoft.Extensions.DependencyInjection;

namespace Percurso.Cases.Contracts;

public static class StepKindRegistration
{
    /// <summary>Makes a kind of step known to pathways.</summary>
    public static IServiceCollection AddStepKind<TKind>(this IServiceCollection services) where TKind : class, IStepKind =>
        services.AddScoped<IStepKind, TKind>();
}
