using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Cases.Data.Migrations;

[DbContext(typeof(CasesDb)), Migration("0080-waivers")]
sealed class Waivers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table cases.waiver (
            id uuid not null constraint pk_waiver primary key,
            meeting_id uuid not null constraint fk_waiver_meeting_meeting_id references cases.meeting (id) on delete cascade,
            of_step text,
            of_version integer,
            hash text,
            at timestamptz not null,
            by uuid not null,
            name text not null,
            cro text not null,
            address text,
            user_agent character varying(400),
            statement_number integer not null,
            statement text not null,
            seal text not null,
            taken_back_at timestamptz);
        create index ix_waiver_meeting_id on cases.waiver (meeting_id);
        """);
}
