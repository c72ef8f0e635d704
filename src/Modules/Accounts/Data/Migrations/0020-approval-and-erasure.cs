using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Accounts.Data.Migrations;

[DbContext(typeof(AccountsDb)), Migration("0020-approval-and-erasure")]
sealed class ApproveEraseAndSee : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        alter table accounts.account
            add column waits_since timestamptz,
            add column erased_at timestamptz;
        create index ix_account_waits_since on accounts.account (waits_since) where waits_since is not null;

        alter table accounts.session
            add column seen_as uuid constraint fk_session_account_seen_as references accounts.account (id) on delete cascade,
            add column seen_until timestamptz;
        create index ix_session_seen_as on accounts.session (seen_as);

        alter table accounts.deletion_request add column carried_out_at timestamptz;
        drop index accounts.ix_deletion_request_open;
        create unique index ix_deletion_request_open on accounts.deletion_request (account_id) where withdrawn_at is null and carried_out_at is null;
        """);
}
