using Microsoft.Extensions.Hosting;

using Percurso.Kernel;

namespace Percurso.Content;

public sealed class ContentModule : IModule
{
    public void AddTo(IHostApplicationBuilder app) { }
}
