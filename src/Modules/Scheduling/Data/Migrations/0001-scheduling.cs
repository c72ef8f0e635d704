using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Scheduling.Data.Migrations;

/// <summary>Two bookings of one person's that stand never share a moment, with what must be free around them.</summary>
[DbContext(typeof(SchedulingDb)), Migration("0001-scheduling")]
sealed class OpenScheduling : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create extension if not exists btree_gist schema public;

        create table scheduling.agenda (
            id uuid not null constraint pk_agenda primary key,
            version integer not null,
            account_id uuid not null,
            zone text not null,
            week text[] not null);
        create unique index ix_agenda_account_id on scheduling.agenda (account_id);

        create table scheduling.agenda_day (
            id uuid not null constraint pk_agenda_day primary key,
            agenda_id uuid not null constraint fk_agenda_day_agenda_agenda_id references scheduling.agenda (id) on delete cascade,
            day date not null,
            hours text not null);
        create index ix_agenda_day_agenda_id on scheduling.agenda_day (agenda_id);

        create table scheduling.booking (
            id uuid not null constraint pk_booking primary key,
            version integer not null,
            purpose text not null,
            subject_id uuid not null,
            host_id uuid not null,
            starts_at timestamptz not null,
            ends_at timestamptz not null,
            occupied tstzrange not null,
            sequence integer not null,
            cancelled_at timestamptz,
            constraint booking_alone exclude using gist (host_id with =, occupied with &&) where (cancelled_at is null));
        create index ix_booking_purpose_subject_id on scheduling.booking (purpose, subject_id);
        create index ix_booking_host_id_starts_at on scheduling.booking (host_id, starts_at);
        """);
}
