using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Cases.Data.Migrations;

[DbContext(typeof(CasesDb)), Migration("0030-intake")]
sealed class TakeItems : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table cases.intake_item (
            id uuid not null constraint pk_intake_item primary key,
            version integer not null,
            case_id uuid not null constraint fk_intake_item_case_case_id references cases."case" (id) on delete cascade,
            step text not null,
            slot text not null,
            need text not null,
            takes_physical boolean not null,
            state text not null,
            note character varying(500),
            reason character varying(500),
            tracking character varying(60),
            since timestamptz,
            by uuid);
        create unique index ix_intake_item_case_id_step_slot on cases.intake_item (case_id, step, slot);
        """);
}
