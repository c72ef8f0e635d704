using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Files.Data.Migrations;

[DbContext(typeof(FilesDb)), Migration("0010-slots-edited")]
sealed class EditSlots : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        alter table files.slot add column jaw text, add column limits jsonb;
        update files.slot set limits = '{}', jaw = case key when 'upper-scan' then 'Upper' when 'lower-scan' then 'Lower' when 'bite' then 'Bite' else 'Unsaid' end;
        alter table files.slot alter column jaw set not null, alter column limits set not null;
        """);
}
