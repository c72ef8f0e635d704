using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Viewer.Data.Migrations;

/// <summary>What was shown before keeps the front and the top that the standard views gave it.</summary>
[DbContext(typeof(ViewerDb)), Migration("0002-orientation")]
sealed class SayHowFilesLie : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        alter table viewer.model_version
            add column orientation_front text not null default 'YPlus',
            add column orientation_up text not null default 'ZPlus';
        alter table viewer.model_version
            alter column orientation_front drop default,
            alter column orientation_up drop default;
        """);
}
