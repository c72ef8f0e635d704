using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Viewer.Data.Migrations;

[DbContext(typeof(ViewerDb)), Migration("0001-viewer")]
sealed class ShowVersions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table viewer.model_version (
            id uuid not null constraint pk_model_version primary key,
            version integer not null,
            purpose text not null,
            subject_id uuid not null,
            number integer not null,
            notes character varying(2000),
            made_by uuid not null,
            made_at timestamptz not null,
            sealed_at timestamptz,
            hash text);
        create unique index ix_model_version_purpose_subject_id_number on viewer.model_version (purpose, subject_id, number);

        create table viewer.prepared_mesh (
            id uuid not null constraint pk_prepared_mesh primary key,
            version integer not null,
            file_id uuid not null,
            file_sha256 text not null,
            state text not null,
            look_after timestamptz not null,
            runs integer not null,
            triangles integer not null,
            open_edges integer not null,
            least double precision[] not null,
            most double precision[] not null,
            error double precision not null,
            full_sha256 text,
            coarse_sha256 text,
            full_length bigint not null,
            coarse_length bigint not null);
        create unique index ix_prepared_mesh_file_sha256 on viewer.prepared_mesh (file_sha256);
        create index ix_prepared_mesh_look_after on viewer.prepared_mesh (look_after) where state = 'Preparing';

        create table viewer.mesh_bytes (
            sha256 text not null constraint pk_mesh_bytes primary key,
            bytes bytea not null);
        -- They are packed already.
        alter table viewer.mesh_bytes alter column bytes set storage external;

        create table viewer.layer (
            id uuid not null constraint pk_layer primary key,
            version_id uuid not null constraint fk_layer_model_version_version_id references viewer.model_version (id) on delete cascade,
            file_id uuid not null,
            file_name text not null,
            file_sha256 text not null,
            mesh_id uuid not null constraint fk_layer_prepared_mesh_mesh_id references viewer.prepared_mesh (id) on delete restrict,
            position integer not null,
            name character varying(60) not null,
            kind text not null,
            colour text not null,
            opacity integer not null);
        create unique index ix_layer_version_id_file_id on viewer.layer (version_id, file_id);
        create index ix_layer_mesh_id on viewer.layer (mesh_id);

        create table viewer.comment (
            id uuid not null constraint pk_comment primary key,
            version integer not null,
            version_id uuid not null constraint fk_comment_model_version_version_id references viewer.model_version (id) on delete cascade,
            number integer not null,
            by uuid not null,
            by_company boolean not null,
            at timestamptz not null,
            text character varying(2000) not null,
            layer_id uuid,
            x double precision,
            y double precision,
            z double precision,
            view jsonb,
            closed_at timestamptz,
            closed_by uuid);
        create unique index ix_comment_version_id_number on viewer.comment (version_id, number);

        create table viewer.reply (
            id uuid not null constraint pk_reply primary key,
            comment_id uuid not null constraint fk_reply_comment_comment_id references viewer.comment (id) on delete cascade,
            by uuid not null,
            by_company boolean not null,
            at timestamptz not null,
            text character varying(2000) not null);
        create index ix_reply_comment_id on viewer.reply (comment_id);
        """);
}
