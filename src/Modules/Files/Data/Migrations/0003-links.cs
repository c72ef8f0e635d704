using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Files.Data.Migrations;

[DbContext(typeof(FilesDb)), Migration("0003-links")]
sealed class MakeLinks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table files.link (
            id uuid not null constraint pk_link primary key,
            version integer not null,
            purpose text not null,
            subject_id uuid not null,
            slots text[] not null,
            kind text not null,
            name character varying(80) not null,
            secret_hash text not null,
            made_by uuid not null,
            made_at timestamptz not null,
            ends_at timestamptz not null,
            device_hash text,
            opened_at timestamptz,
            revoked_at timestamptz);
        create unique index ix_link_secret_hash on files.link (secret_hash);
        create index ix_link_purpose_subject_id on files.link (purpose, subject_id);
        """);
}
