using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Percurso.Kernel;

/// <summary>
/// One part of the product: a project of its own whose types are internal, except this one and its <c>Contracts</c>.
/// The host lists its modules by hand, lower ones first. Nothing is scanned for.
/// </summary>
public interface IModule
{
    /// <summary>Registers what the module brings: its database, handlers, jobs, letters, permissions, navigation.</summary>
    void AddTo(IHostApplicationBuilder app);

    /// <summary>Maps the endpoints that are not Razor Pages. Each says who may call it: one that does not is refused to all.</summary>
    void Map(IEndpointRouteBuilder routes) { }
}
