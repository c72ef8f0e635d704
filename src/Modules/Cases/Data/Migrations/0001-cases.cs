using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Cases.Data.Migrations;

[DbContext(typeof(CasesDb)), Migration("0001-cases")]
sealed class WalkCases : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table cases.pathway (
            id uuid not null constraint pk_pathway primary key,
            key text not null,
            number integer not null,
            title jsonb not null,
            steps jsonb not null,
            made_at timestamptz not null,
            made_by uuid);
        create unique index ix_pathway_key_number on cases.pathway (key, number);

        -- The last number given in each year.
        create table cases.numbering (year integer not null constraint pk_numbering primary key, last integer not null);

        create table cases."case" (
            id uuid not null constraint pk_case primary key,
            version integer not null,
            number text not null,
            nickname character varying(60),
            clinic_id uuid not null,
            patient_id uuid not null,
            patient_name text not null,
            dentist_id uuid not null,
            planner_id uuid,
            pathway_id uuid not null constraint fk_case_pathway_pathway_id references cases.pathway (id) on delete cascade,
            prescription jsonb not null,
            surgery_on date,
            opened_at timestamptz not null,
            opened_by uuid not null,
            state text not null,
            event_count integer not null,
            step_key text not null,
            turn text not null,
            turn_since timestamptz not null,
            reminded integer not null,
            held_at timestamptz,
            held_by uuid,
            reason text,
            answer text,
            paused_until date);
        create unique index ix_case_number on cases."case" (number);
        create index ix_case_patient_id on cases."case" (patient_id);
        create index ix_case_pathway_id on cases."case" (pathway_id);
        create index ix_case_clinic_id_turn_since on cases."case" (clinic_id, turn_since);

        create table cases.step (
            case_id uuid not null constraint fk_step_case_case_id references cases."case" (id) on delete cascade,
            key text not null,
            kind text not null,
            position integer not null,
            needs text[] not null,
            state text not null,
            turn text not null,
            turn_since timestamptz,
            opened_at timestamptz,
            done_at timestamptz,
            done_by uuid,
            evidence jsonb,
            held_days integer not null,
            promised_on date,
            latest_on date,
            constraint pk_step primary key (case_id, key));

        create table cases.event (
            id uuid not null constraint pk_event primary key,
            case_id uuid not null constraint fk_event_case_case_id references cases."case" (id) on delete cascade,
            at timestamptz not null,
            number integer not null,
            by uuid,
            who text not null,
            what text not null,
            step text,
            "from" text,
            "to" text,
            words text);
        create unique index ix_event_case_id_number on cases.event (case_id, number);

        create table cases.message (
            id uuid not null constraint pk_message primary key,
            case_id uuid not null constraint fk_message_case_case_id references cases."case" (id) on delete cascade,
            at timestamptz not null,
            by uuid not null,
            who text not null,
            text character varying(5000) not null,
            said_where text,
            read_at timestamptz,
            confirmed_at timestamptz,
            confirmed_by uuid);
        create index ix_message_case_id on cases.message (case_id);

        create table cases.internal_note (
            id uuid not null constraint pk_internal_note primary key,
            case_id uuid not null constraint fk_internal_note_case_case_id references cases."case" (id) on delete cascade,
            at timestamptz not null,
            by uuid not null,
            text character varying(5000) not null);
        create index ix_internal_note_case_id on cases.internal_note (case_id);

        create table cases.draft (
            account_id uuid not null,
            clinic_id uuid not null,
            start text not null,
            fields jsonb not null,
            saved_at timestamptz not null,
            constraint pk_draft primary key (account_id, clinic_id, start));

        create table cases.habit (
            dentist_id uuid not null,
            clinic_id uuid not null,
            brand text,
            line text,
            platform text,
            kit text,
            sleeves text,
            constraint pk_habit primary key (dentist_id, clinic_id));
        """);
}
