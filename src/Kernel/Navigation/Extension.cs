using Microsoft.Extensions.DependencyInjection;

namespace Percurso.Kernel.Navigation;

/// <summary>
/// A partial that a module puts into a place another part of the product keeps open, such as a card on the
/// administration's dashboard: <c>&lt;extension-point name="dashboard" /&gt;</c> renders all that were registered for it.
/// </summary>
/// <param name="Place">The name of the extension point.</param>
/// <param name="Partial">The path of the partial, <c>/Pages/…/_Name.cshtml</c>.</param>
/// <param name="Position">Lower comes first.</param>
/// <param name="Permission">Rendered only for those who have it.</param>
public sealed record Extension(string Place, string Partial, int Position, string? Permission = null);

public static class ExtensionRegistration
{
    public static IServiceCollection AddExtension(
        this IServiceCollection services, string place, string partial, int position, string? permission = null) =>
        services.AddSingleton(new Extension(place, partial, position, permission));
}
