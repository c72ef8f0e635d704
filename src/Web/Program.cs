using Percurso.Accounts;
using Percurso.Administration;
using Percurso.Clinics;
using Percurso.Content;
using Percurso.Kernel;
using Percurso.Payments;
using Percurso.Theme;

var builder = WebApplication.CreateBuilder(args);
builder.AddPercurso(
    new ThemeModule(),
    new AdministrationModule(),
    new AccountsModule(),
    new ClinicsModule(),
    new ContentModule(),
    new PaymentsModule());

return await builder.Build().RunPercursoAsync(args);
