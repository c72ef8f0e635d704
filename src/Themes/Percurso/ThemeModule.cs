using Microsoft.Extensions.Hosting;

using Percurso.Kernel;

namespace Percurso.Theme;

public sealed class ThemeModule : IModule
{
    public void AddTo(IHostApplicationBuilder app) { }
}
