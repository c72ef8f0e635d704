using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Privacy;
using Percurso.Accounts.Reactions;
using Percurso.Accounts.Recipes;
using Percurso.Accounts.Security;
using Percurso.Accounts.Security.Gates;
using Percurso.Accounts.Staff;
using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Events;
using Percurso.Kernel.Jobs;
using Percurso.Kernel.Navigation;
using Percurso.Kernel.Privacy;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;

namespace Percurso.Accounts;

/// <summary>Who signs in, and what their roles allow.</summary>
public sealed class AccountsModule : IModule
{
    public void AddTo(IHostApplicationBuilder app)
    {
        app.AddModuleDb<AccountsDb>(AccountsDb.Schema);
        app.Services.AddScoped<IPermissions, GrantedPermissions>();
        app.Services.AddScoped<IPeople, AccountNames>();
        app.Services.AddScoped<IFindPeople, KnownPeople>();
        app.Services.AddScoped<IOpenAccount, OpenInvitedAccount>();
        app.Services.AddScoped<IStaff, StaffByPermission>();
        app.Services.AddScoped<IProof, Proof>();
        app.Services.AddScoped<IRecords, ClientRecords>();
        app.Services.AddPermissions(
            new Permission(AccountsPermissions.ManagePeople, "Ver as pessoas, convidar, dar papéis e desligar"),
            new Permission(AccountsPermissions.ManageRoles, "Mudar o que cada papel permite"),
            new Permission(AccountsPermissions.Approve, "Aprovar ou recusar dentistas novos"),
            new Permission(AccountsPermissions.SeeAs, "Ver o site como um cliente, só lendo", "planner"),
            new Permission(AccountsPermissions.Deletions, "Ver quem pediu a exclusão dos seus dados e excluí-los"));
        app.Services.AddNavigation(
            new NavItem(Menu.Administration, "Pessoas", "/admin/pessoas", 710, "users", AccountsPermissions.ManagePeople, Group: "Empresa"),
            new NavItem(Menu.Administration, "Papéis", "/admin/papeis", 720, "shield-check", AccountsPermissions.ManageRoles, Group: "Empresa"),
            new NavItem(Menu.Client, "Início", "/inicio", 10, "home"),
            new NavItem(Menu.Client, "Minha conta", "/conta", 900, "user-circle"));
        app.Services.AddHandler<StaffInvited, SendInvitation>("accounts.send-invitation");
        app.Services.AddSingleton<InvitationLink>();
        app.Services.AddScoped<GiveRoles>();
        app.Services.AddScoped<Dismiss>();
        app.Services.AddScoped<Approve>();
        app.Services.AddScoped<Erase>();
        app.Services.AddScoped<SeeAs>();
        app.Services.AddScoped<Welcome>();
        app.Services.AddAuditActs(
            StaffActs.Invited, StaffActs.Withdrawn, StaffActs.RolesGiven, StaffActs.RoleMade, StaffActs.PermissionsSet, StaffActs.Dismissed, StaffActs.LetBackIn,
            StaffActs.Approved, StaffActs.Refused, StaffActs.ApprovalSet, StaffActs.SawAs, StaffActs.StoppedSeeing, StaffActs.Erased);
        app.Services.AddScoped<SignIn>();
        app.Services.AddScoped<Sessions>();
        app.Services.AddScoped<Attempts>();
        app.Services.AddScoped<Agreeing>();
        app.Services.AddScoped<OpenAccount>();
        app.Services.AddSingleton<Seals>();
        app.Services.AddSingleton<KeptSessions>();
        app.Services.AddJob<ForgetWhatExpired>();
        AddReactions(app.Services);
        app.Services.AddRecipeStep<Roles>();
        app.Services.AddRecipeStep<Administrator>();
        app.Services.AddRecipeStep<People>();
        app.Services.AddRecipeStep<WriteAgreements>();
        app.Services.AddHostedService<SayDemoPeople>();
        app.Services.AddExtension("header", "/Pages/Accounts/_HeaderSession.cshtml", 90);
        app.Services.AddExtension("admin-side", "/Pages/Accounts/_SideSession.cshtml", 90);
        app.Services.AddExtension("above", "/Pages/Accounts/_SeeingAs.cshtml", 10);
        app.Services.AddExtension("settings", "/Pages/Accounts/_ApprovalSetting.cshtml", 10, AccountsPermissions.Approve);
        app.Services.AddExtension("dashboard", "/Pages/Accounts/_WaitingCard.cshtml", 20, AccountsPermissions.Approve);
        app.Services.AddExtension("dashboard", "/Pages/Accounts/_DeletionsCard.cshtml", 790, AccountsPermissions.Deletions);
        app.Services.AddPersonalData<OwnRecord>();
        app.Services.AddScoped<CopyOfData>();
        app.Services.AddGate<ReadOnly>();
        app.Services.AddGate<AgreeFirst>();
        app.Services.AddGate<ApprovalFirst>();
        AddIdentity(app.Services);
    }

    static void AddReactions(IServiceCollection services)
    {
        services.AddHandler<SignUpAsked, AnswerSignUp>("accounts.answer-sign-up");
        services.AddHandler<ResetAsked, SendResetLink>("accounts.send-reset-link");
        services.AddHandler<EmailChangeAsked, AskTheNewAddress>("accounts.ask-the-new-address");
        services.AddHandler<PasswordChanged, TellOfChanges>("accounts.tell-of-password");
        services.AddHandler<EmailChanged, TellOfChanges>("accounts.tell-of-email");
        services.AddHandler<TwoFactorChanged, TellOfChanges>("accounts.tell-of-two-factor");
        services.AddHandler<PasskeysChanged, TellOfChanges>("accounts.tell-of-passkeys");
        services.AddHandler<DeletionAsked, TellOfChanges>("accounts.tell-of-deletion");
        services.AddHandler<AccountApproved, TellOfChanges>("accounts.tell-of-approval");
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
            // Tries are limited by Attempts, for known and unknown addresses alike and by the site's clock.
            options.Lockout.AllowedForNewUsers = false;
        })
            .AddEntityFrameworkStores<AccountsDb>()
            .AddUserStore<KeptSecrets>()
            .AddErrorDescriber<IdentityWords>()
            .AddSignInManager<Entrance>()
            .AddClaimsPrincipalFactory<Identify>()
            .AddTokenProvider<LetterTokens>(TokenOptions.DefaultProvider)
            .AddTokenProvider<AuthenticatorCodes>(TokenOptions.DefaultAuthenticatorProvider);

        services.AddOptions<IdentityPasskeyOptions>().Configure<PublicUrl>((options, url) =>
        {
            options.ServerDomain = url.Host;
            options.ResidentKeyRequirement = "required";
            options.UserVerificationRequirement = "required";
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<KeptSessions>((options, sessions) => options.SessionStore = sessions);

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
