using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Kernel.Data.Migrations;

[DbContext(typeof(KernelDb)), Migration("0002-audit")]
sealed class KeepAudit : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table kernel.audit (
            number bigint not null constraint pk_audit primary key,
            at timestamptz not null,
            account_id uuid,
            who text not null,
            act text not null,
            subject text not null,
            details jsonb not null,
            previous bytea not null,
            hash bytea not null);
        create index ix_audit_account_id on kernel.audit (account_id);
        create index ix_audit_act on kernel.audit (act);

        create table kernel.audit_head (
            "only" boolean not null constraint pk_audit_head primary key constraint ck_audit_head_only check ("only"),
            number bigint not null,
            hash bytea not null);
        insert into kernel.audit_head values (true, 0, decode(repeat('00', 32), 'hex'));

        create function kernel.refuse() returns trigger language plpgsql
            as $$ begin raise exception 'What was done stays written: % of %.% is refused.', tg_op, tg_table_schema, tg_table_name; end $$;
        create trigger audit_stays before update or delete or truncate on kernel.audit
            for each statement execute function kernel.refuse();
        create trigger audit_head_stays before insert or delete or truncate on kernel.audit_head
            for each statement execute function kernel.refuse();

        -- Also for those who replicate, whom ordinary triggers let through.
        alter table kernel.audit enable always trigger audit_stays;
        alter table kernel.audit_head enable always trigger audit_head_stays;
        """);
}
