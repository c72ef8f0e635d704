using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Cases.Data.Migrations;

[DbContext(typeof(CasesDb)), Migration("0020-guidance")]
sealed class ReadGuidance : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table cases.sheet_opened (
            account_id uuid not null,
            item_id uuid not null,
            edition integer not null,
            at timestamptz not null,
            constraint pk_sheet_opened primary key (account_id, item_id, edition));

        create table cases.sheet_read (
            dentist_id uuid not null,
            item_id uuid not null,
            edition integer not null,
            by uuid not null,
            at timestamptz not null,
            constraint pk_sheet_read primary key (dentist_id, item_id, edition));

        create table cases.clinical_sheet (
            id uuid not null constraint pk_clinical_sheet primary key,
            version integer not null,
            case_id uuid not null constraint fk_clinical_sheet_case_case_id references cases."case" (id) on delete cascade,
            answers jsonb not null,
            filled_by uuid,
            filled_at timestamptz);
        create unique index ix_clinical_sheet_case_id on cases.clinical_sheet (case_id);
        """);
}
