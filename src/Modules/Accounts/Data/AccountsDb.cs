using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;
using Percurso.Kernel.Data;

namespace Percurso.Accounts.Data;

/// <summary>People, roles and what Identity (schema version 3) keeps of them, mapped by hand onto our own base.</summary>
sealed class AccountsDb(DbContextOptions<AccountsDb> options) : ModuleDb(options)
{
    public const string Schema = "accounts";

    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<SignUp> SignUps => Set<SignUp>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<DeletionRequest> DeletionRequests => Set<DeletionRequest>();
    public DbSet<Invitation> Invitations => Set<Invitation>();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.ToTable("Account").HasKey(row => row.Id);
            account.Property(row => row.Id).ValueGeneratedNever();
            account.Property(row => row.ConcurrencyStamp).IsConcurrencyToken();
            account.HasIndex(row => row.NormalizedUserName).IsUnique();
            account.HasIndex(row => row.NormalizedEmail).IsUnique();
            account.HasIndex(row => row.WaitsSince).HasFilter("waits_since is not null");
            account.HasMany<IdentityUserClaim<Guid>>().WithOne().HasForeignKey(claim => claim.UserId);
            account.HasMany<IdentityUserLogin<Guid>>().WithOne().HasForeignKey(login => login.UserId);
            account.HasMany<IdentityUserToken<Guid>>().WithOne().HasForeignKey(token => token.UserId);
            account.HasMany<IdentityUserPasskey<Guid>>().WithOne().HasForeignKey(passkey => passkey.UserId);
            account.HasMany<IdentityUserRole<Guid>>().WithOne().HasForeignKey(role => role.UserId);
        });
        model.Entity<Role>(role =>
        {
            role.ToTable("Role").HasKey(row => row.Id);
            role.Property(row => row.Id).ValueGeneratedNever();
            role.Property(row => row.ConcurrencyStamp).IsConcurrencyToken();
            role.HasIndex(row => row.NormalizedName).IsUnique();
            role.HasMany<IdentityRoleClaim<Guid>>().WithOne().HasForeignKey(claim => claim.RoleId);
            role.HasMany<IdentityUserRole<Guid>>().WithOne().HasForeignKey(member => member.RoleId);
        });

        model.Entity<IdentityUserRole<Guid>>().ToTable("AccountRole").HasKey(row => new { row.UserId, row.RoleId });
        model.Entity<IdentityUserClaim<Guid>>().ToTable("AccountClaim").HasKey(row => row.Id);
        model.Entity<IdentityRoleClaim<Guid>>().ToTable("RoleClaim").HasKey(row => row.Id);
        model.Entity<IdentityUserLogin<Guid>>().ToTable("AccountLogin").HasKey(row => new { row.LoginProvider, row.ProviderKey });
        model.Entity<IdentityUserToken<Guid>>().ToTable("AccountToken").HasKey(row => new { row.UserId, row.LoginProvider, row.Name });
        model.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("AccountPasskey").HasKey(row => row.CredentialId);
            passkey.OwnsOne(row => row.Data).ToJson();
        });

        MapPeoplesOwn(model);
        model.Entity<Invitation>(invitation =>
        {
            invitation.ToTable("Invitation").HasKey(row => row.Id);
            invitation.HasIndex(row => row.InvitedAt);
        });

        foreach (var of in model.Model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(property => property.Name == "UserId"))
            of.SetColumnName("AccountId");
    }

    static void MapPeoplesOwn(ModelBuilder model)
    {
        model.Entity<Session>(session =>
        {
            session.ToTable("Session").HasKey(row => row.Id);
            session.Property(row => row.Id).ValueGeneratedNever();
            session.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId);
            session.HasOne<Account>().WithMany().HasForeignKey(row => row.SeenAs).OnDelete(DeleteBehavior.Cascade);
            session.HasIndex(row => row.EndsAt);
        });
        model.Entity<SignUp>().ToTable("SignUp").HasIndex(row => row.AskedAt);
        model.Entity<Consent>(consent =>
        {
            consent.ToTable("Consent").HasKey(row => row.Id);
            consent.Property(row => row.Id).ValueGeneratedNever();
            consent.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId);
            consent.HasIndex(row => new { row.AccountId, row.Kind, row.Version }).IsUnique();
        });
        model.Entity<DeletionRequest>(request =>
        {
            request.ToTable("DeletionRequest").HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId);
            request.HasIndex(row => row.AccountId, "ix_deletion_request_open").IsUnique().HasFilter("withdrawn_at is null and carried_out_at is null");
        });
        model.Entity<Attempt>(attempt =>
        {
            attempt.ToTable("Attempt").HasKey(row => row.Key);
            attempt.HasIndex(row => row.Since);
        });
    }
}
