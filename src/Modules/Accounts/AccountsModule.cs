using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Recipes;
using Percurso.Accounts.Security;
using Percurso.Accounts.Staff;
using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Kernel.Events;
using Percurso.Kernel.Navigation;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Security;

namespace Percurso.Accounts;

/// <summary>Who signs in, and what their roles allow.</summary>
public sealed class AccountsModule : IModule
{
    public void AddTo(IHostApplicationBuilder app)
    {
        app.AddModuleDb<AccountsDb>(AccountsDb.Schema);
        app.Services.AddScoped<IPermissions, GrantedPermissions>();
        app.Services.AddScoped<IPeople, AccountNames>();
        app.Services.AddPermissions(
            new Permission(AccountsPermissions.ManagePeople, "Ver as pessoas, convidar, dar papéis e desligar"),
            new Permission(AccountsPermissions.ManageRoles, "Mudar o que cada papel permite"));
        app.Services.AddNavigation(
            new NavItem(Menu.Administration, "Pessoas", "/admin/pessoas", 710, "users", AccountsPermissions.ManagePeople, Group: "Empresa"),
            new NavItem(Menu.Administration, "Papéis", "/admin/papeis", 720, "shield-check", AccountsPermissions.ManageRoles, Group: "Empresa"));
        app.Services.AddHandler<StaffInvited, SendInvitation>("accounts.send-invitation");
        app.Services.AddSingleton<InvitationLink>();
        app.Services.AddScoped<GiveRoles>();
        app.Services.AddScoped<SignIn>();
        app.Services.AddRecipeStep<Roles>();
        app.Services.AddRecipeStep<Administrator>();
        app.Services.AddRecipeStep<People>();
        app.Services.AddHostedService<SayDemoPeople>();
        app.Services.AddExtension("header", "/Pages/Accounts/_HeaderSession.cshtml", 90);
        app.Services.AddExtension("admin-side", "/Pages/Accounts/_SideSession.cshtml", 90);
        AddIdentity(app.Services);
    }

    static void AddIdentity(IServiceCollection services)
    {
        services.AddIdentity<Account, Role>(options =>
        {
            options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            options.User.RequireUniqueEmail = true;
            options.Password = new()
            {
                RequiredLength = IdentityWords.PasswordLength,
                RequireDigit = false,
                RequireLowercase = false,
                RequireUppercase = false,
                RequireNonAlphanumeric = false,
            };
            options.Lockout.MaxFailedAccessAttempts = 10;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        })
            .AddEntityFrameworkStores<AccountsDb>()
            .AddErrorDescriber<IdentityWords>()
            .AddDefaultTokenProviders();

        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "percurso";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.LoginPath = "/entrar";
            options.ReturnUrlParameter = "voltar";
            options.ExpireTimeSpan = TimeSpan.FromDays(14);
            options.SlidingExpiration = true;
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
    }
}
