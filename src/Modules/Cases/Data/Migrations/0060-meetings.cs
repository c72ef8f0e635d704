using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Cases.Data.Migrations;

[DbContext(typeof(CasesDb)), Migration("0060-meetings")]
sealed class MeetDentists : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table cases.meeting (
            id uuid not null constraint pk_meeting primary key,
            version integer not null,
            case_id uuid not null constraint fk_meeting_case_case_id references cases."case" (id) on delete cascade,
            step text not null,
            state text not null,
            booking_id uuid,
            host_id uuid,
            starts_at timestamptz,
            ends_at timestamptz,
            place character varying(300),
            places integer not null,
            proposed timestamptz[] not null,
            decisions text[] not null,
            day_reminded timestamptz,
            hour_reminded timestamptz,
            confirmed_at timestamptz,
            confirmed_by uuid);
        create unique index ix_meeting_case_id_step on cases.meeting (case_id, step);
        create index ix_meeting_starts_at on cases.meeting (starts_at) where state = 'Booked';

        create table cases.meeting_line (
            id uuid not null constraint pk_meeting_line primary key,
            meeting_id uuid not null constraint fk_meeting_line_meeting_meeting_id references cases.meeting (id) on delete cascade,
            number integer not null,
            at timestamptz not null,
            by uuid not null,
            move text not null,
            time timestamptz,
            words text);
        create unique index ix_meeting_line_meeting_id_number on cases.meeting_line (meeting_id, number);
        """);
}
