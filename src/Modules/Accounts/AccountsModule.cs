using Microsoft.Extensions.Hosting;

using Percurso.Kernel;

namespace Percurso.Accounts;

public sealed class AccountsModule : IModule
{
    public void AddTo(IHostApplicationBuilder app) { }
}
