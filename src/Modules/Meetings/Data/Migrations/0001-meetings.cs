using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Meetings.Data.Migrations;

[DbContext(typeof(MeetingsDb)), Migration("0001-meetings")]
sealed class OpenRooms : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table meetings.room (
            id uuid not null constraint pk_room primary key,
            version integer not null,
            purpose text not null,
            subject_id uuid not null,
            booking_id uuid not null,
            made_at timestamptz not null,
            ended_at timestamptz,
            ended_by uuid);
        create unique index ix_room_booking_id on meetings.room (booking_id);
        create index ix_room_purpose_subject_id on meetings.room (purpose, subject_id);

        create table meetings.visit (
            id uuid not null constraint pk_visit primary key,
            room_id uuid not null constraint fk_visit_room_room_id references meetings.room (id) on delete cascade,
            account_id uuid not null,
            is_host boolean not null,
            state text not null,
            asked_at timestamptz not null,
            came_at timestamptz,
            let_in_by uuid,
            left_at timestamptz,
            seen_at timestamptz not null,
            lost_at timestamptz,
            node uuid not null,
            connection text not null);
        create index ix_visit_room_id on meetings.visit (room_id);
        create index ix_visit_connection on meetings.visit (connection);

        create table meetings.chat_line (
            id uuid not null constraint pk_chat_line primary key,
            room_id uuid not null constraint fk_chat_line_room_room_id references meetings.room (id) on delete cascade,
            seq bigint generated always as identity not null,
            by uuid not null,
            at timestamptz not null,
            text character varying(2000) not null);
        create index ix_chat_line_room_id on meetings.chat_line (room_id);
        create index ix_chat_line_by on meetings.chat_line (by);

        -- Gone within moments, so not worth the write-ahead log: after a crash of the server there is nobody left to take them.
        create unlogged table meetings.parcel (
            seq bigint generated always as identity constraint pk_parcel primary key,
            node uuid not null,
            connection text not null,
            message text not null,
            body text not null,
            at timestamptz not null);
        """);
}
