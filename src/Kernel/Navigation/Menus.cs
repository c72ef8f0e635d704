using System.Security.Claims;

using Microsoft.Extensions.DependencyInjection;

using Percurso.Kernel.Security;

namespace Percurso.Kernel.Navigation;

/// <summary>The menus as one person may see them.</summary>
public sealed class Menus(IEnumerable<NavItem> items, IPermissions permissions)
{
    /// <summary>The items of a menu that this person may follow, in their order.</summary>
    public async Task<IReadOnlyList<NavItem>> OfAsync(Menu menu, ClaimsPrincipal person)
    {
        var granted = await permissions.OfAsync(person);
        return [.. items
            .Where(item => item.Menu == menu && (item.Permission is null || granted.Contains(item.Permission)))
            .OrderBy(item => item.Position)];
    }
}

public static class NavigationRegistration
{
    public static IServiceCollection AddNavigation(this IServiceCollection services, params NavItem[] items)
    {
        foreach (var item in items) services.AddSingleton(item);
        return services;
    }
}
