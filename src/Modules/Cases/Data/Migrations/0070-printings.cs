using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Cases.Data.Migrations;

/// <summary>The printing of guides, and cases that remake others.</summary>
[DbContext(typeof(CasesDb)), Migration("0070-printings")]
sealed class PrintGuides : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        alter table cases."case" add column remake_of uuid, add column remake_payer text;
        create index ix_case_remake_of on cases."case" (remake_of) where remake_of is not null;

        create table cases.printing (
            id uuid not null constraint pk_printing primary key,
            version integer not null,
            case_id uuid not null constraint fk_printing_case_case_id references cases."case" (id) on delete cascade,
            step text not null,
            state text not null,
            wish jsonb,
            charge_id uuid,
            order_id uuid,
            is_remake boolean not null,
            is_credited boolean not null,
            cause text,
            asked integer not null);
        create unique index ix_printing_case_id_step on cases.printing (case_id, step);
        create index ix_printing_charge_id on cases.printing (charge_id) where charge_id is not null;

        create table cases.printing_line (
            id uuid not null constraint pk_printing_line primary key,
            printing_id uuid not null constraint fk_printing_line_printing_printing_id references cases.printing (id) on delete cascade,
            number integer not null,
            at timestamptz not null,
            by uuid not null,
            move text not null,
            words text,
            cause text,
            payer text);
        create unique index ix_printing_line_printing_id_number on cases.printing_line (printing_id, number);
        """);
}
