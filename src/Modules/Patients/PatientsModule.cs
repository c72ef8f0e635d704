using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Kernel.Navigation;
using Percurso.Patients.Contracts;
using Percurso.Patients.Data;

namespace Percurso.Patients;

/// <summary>Each clinic's patients, which no other clinic ever sees.</summary>
public sealed class PatientsModule : IModule
{
    public void AddTo(IHostApplicationBuilder app)
    {
        app.AddModuleDb<PatientsDb>(PatientsDb.Schema);
        app.Services.AddScoped<IPatients, KnownPatients>();
        app.Services.AddNavigation(new NavItem(Menu.Client, "Pacientes", "/pacientes", 20, "users"));
    }
}
