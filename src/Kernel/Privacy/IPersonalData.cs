using Microsoft.Extensions.DependencyInjection;

namespace Percurso.Kernel.Privacy;

/// <summary>
/// What one module keeps about a person, for the copy the law gives them a right to (LGPD, art. 18, II and V). Every module
/// that keeps something of people contributes.
/// </summary>
public interface IPersonalData
{
    /// <summary>Files of the copy, each a name without its extension and what is written into it as JSON.</summary>
    IAsyncEnumerable<(string Name, object Content)> OfAsync(Guid account, CancellationToken cancel);
}

public static class PersonalDataRegistration
{
    public static IServiceCollection AddPersonalData<T>(this IServiceCollection services) where T : class, IPersonalData =>
        services.AddScoped<IPersonalData, T>();
}
