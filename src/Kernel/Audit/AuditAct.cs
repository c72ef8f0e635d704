using Microsoft.Extensions.DependencyInjection;

namespace Percurso.Kernel.Audit;

/// <summary>A kind of administrative act, owned by the module that records it.</summary>
/// <param name="Name">Module and act in the past tense, <c>accounts.role-changed</c>: kept for ever, so never renamed.</param>
/// <param name="Description">What the person did, in Portuguese, after their name: "Mudou o papel de alguém".</param>
public sealed record AuditAct(string Name, string Description);

public static class AuditActRegistration
{
    /// <summary>Makes acts known, so that they can be recorded and the audit page can name them.</summary>
    public static IServiceCollection AddAuditActs(this IServiceCollection services, params AuditAct[] acts)
    {
        foreach (var act in acts) services.AddSingleton(act);
        return services;
    }
}
