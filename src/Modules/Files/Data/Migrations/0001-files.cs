using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Files.Data.Migrations;

[DbContext(typeof(FilesDb)), Migration("0001-files")]
sealed class KeepFiles : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table files.upload (
            id uuid not null constraint pk_upload primary key,
            purpose text not null,
            subject_id uuid not null,
            slot text not null,
            owner_id uuid not null,
            account_id uuid,
            link_id uuid,
            kind text not null,
            name character varying(255) not null,
            metadata text not null,
            length bigint,
            created_at timestamptz not null,
            expires_at timestamptz not null,
            finished_at timestamptz,
            sha256 text);
        create index ix_upload_owner_id on files.upload (owner_id);
        create index ix_upload_expires_at on files.upload (expires_at) where finished_at is null;

        -- In their order the pieces of an upload are its bytes.
        create table files.piece (
            id uuid not null constraint pk_piece primary key,
            upload_id uuid not null constraint fk_piece_upload_upload_id references files.upload (id) on delete cascade,
            number integer not null,
            length bigint,
            is_on_trial boolean not null);
        create unique index ix_piece_upload_id_number on files.piece (upload_id, number);

        create table files.file (
            id uuid not null constraint pk_file primary key,
            version integer not null,
            purpose text not null,
            subject_id uuid not null,
            slot text not null,
            number integer not null,
            name character varying(255) not null,
            length bigint not null,
            sha256 text not null,
            upload_id uuid not null constraint fk_file_upload_upload_id references files.upload (id) on delete cascade,
            sent_at timestamptz not null,
            sent_by uuid,
            link_id uuid,
            state text not null,
            verdict jsonb,
            check_after timestamptz not null,
            checks integer not null,
            risk_by uuid,
            risk_name text,
            risk_at timestamptz,
            out_reason text,
            out_by uuid,
            out_at timestamptz);
        create unique index ix_file_purpose_subject_id_slot_number on files.file (purpose, subject_id, slot, number);
        create unique index ix_file_upload_id on files.file (upload_id);
        create index ix_file_check_after on files.file (check_after) where state = 'Checking';

        create table files.slot (
            id uuid not null constraint pk_slot primary key,
            version integer not null,
            key text not null,
            title jsonb not null,
            why jsonb not null,
            example text,
            takes text[] not null,
            takes_many boolean not null,
            takes_physical boolean not null,
            required_for text[] not null,
            optional_for text[] not null,
            position integer not null,
            is_retired boolean not null);
        create unique index ix_slot_key on files.slot (key);
        """);
}
