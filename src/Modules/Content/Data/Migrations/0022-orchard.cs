using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Content.Data.Migrations;

[DbContext(typeof(ContentDb)), Migration("0022-orchard")]
sealed class TakeOrchardRecipes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table content.orchard_upload (
            id uuid not null constraint pk_orchard_upload primary key,
            file_name character varying(200) not null,
            bytes bytea not null,
            report jsonb not null,
            at timestamptz not null,
            imported_at timestamptz);
        """);
}
