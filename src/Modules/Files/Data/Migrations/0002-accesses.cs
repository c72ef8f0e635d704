using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Files.Data.Migrations;

[DbContext(typeof(FilesDb)), Migration("0002-accesses")]
sealed class NoteAccesses : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table files.access (
            id uuid not null constraint pk_access primary key,
            at timestamptz not null,
            account_id uuid not null,
            seen_by uuid,
            file_id uuid not null,
            purpose text not null,
            subject_id uuid not null,
            kind text not null,
            address text);
        create index ix_access_subject_id on files.access (subject_id);
        create trigger access_stays before update or delete or truncate on files.access
            for each statement execute function kernel.refuse();
        alter table files.access enable always trigger access_stays;
        """);
}
