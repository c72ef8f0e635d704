using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Content.Data.Migrations;

[DbContext(typeof(ContentDb)), Migration("0011-page-titles")]
sealed class SortPagesByTitle : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        alter table content.page add column title character varying(120);
        update content.page set title = draft ->> 'title';
        alter table content.page alter column title set not null;
        """);
}
