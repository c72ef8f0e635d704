using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Accounts.Data.Migrations;

[DbContext(typeof(AccountsDb)), Migration("0010-invitations")]
sealed class InviteStaff : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table accounts.invitation (
            id uuid not null constraint pk_invitation primary key,
            version integer not null,
            name text not null,
            email text not null,
            culture text not null,
            roles text[] not null,
            invited_by uuid not null,
            invited_at timestamptz not null,
            sent integer not null,
            accepted_at timestamptz,
            withdrawn_at timestamptz);
        create index ix_invitation_invited_at on accounts.invitation (invited_at);
        """);
}
