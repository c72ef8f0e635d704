using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Files.Data.Migrations;

[DbContext(typeof(FilesDb)), Migration("0012-quarantine")]
sealed class SettleWhatWasSetApart : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        alter table files.file
            add column outcome text,
            add column outcome_reason text,
            add column outcome_by uuid,
            add column outcome_at timestamptz,
            add column moved_to uuid;
        create index ix_file_out_at on files.file (out_at) where state = 'Quarantined';
        """);
}
