using Microsoft.Extensions.Hosting;

using Percurso.Kernel;

namespace Percurso.Administration;

public sealed class AdministrationModule : IModule
{
    public void AddTo(IHostApplicationBuilder app) { }
}
