using Percurso.Accounts;
using Percurso.Administration;
using Percurso.Cases;
using Percurso.Clinics;
using Percurso.Content;
using Percurso.Files;
using Percurso.Invoicing;
using Percurso.Kernel;
using Percurso.Meetings;
using Percurso.Patients;
using Percurso.Payments;
using Percurso.Production;
using Percurso.Scheduling;
using Percurso.Shipping;
using Percurso.Theme;
using Percurso.Viewer;

var builder = WebApplication.CreateBuilder(args);
builder.AddPercurso(
    new ThemeModule(),
    new AdministrationModule(),
    new AccountsModule(),
    new ClinicsModule(),
    new ContentModule(),
    new PaymentsModule(),
    new ShippingModule(),
    new InvoicingModule(),
    new PatientsModule(),
    new FilesModule(),
    new SchedulingModule(),
    new MeetingsModule(),
    new ViewerModule(),
    new ProductionModule(),
    new CasesModule());

return await builder.Build().RunPercursoAsync(args);
