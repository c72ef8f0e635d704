using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Files.Data.Migrations;

[DbContext(typeof(FilesDb)), Migration("0011-previews")]
sealed class KeepPreviews : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        alter table files.file add column sent_sha256 text;

        -- The picture itself lies in the store, under the row's id.
        create table files.preview (
            id uuid not null constraint pk_preview primary key,
            file_id uuid not null constraint fk_preview_file_file_id references files.file (id) on delete cascade,
            view text not null,
            length bigint);
        create unique index ix_preview_file_id_view on files.preview (file_id, view);
        """);
}
