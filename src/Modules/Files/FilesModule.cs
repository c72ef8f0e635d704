using Microsoft.Extensions.Hosting;

using Percurso.Files.Data;
using Percurso.Kernel;
using Percurso.Kernel.Data;

namespace Percurso.Files;

/// <summary>Private files: how they arrive whole, where they are kept, what the checks say of them, who fetched them.</summary>
public sealed class FilesModule : IModule
{
    public void AddTo(IHostApplicationBuilder app) => app.AddModuleDb<FilesDb>(FilesDb.Schema);
}
