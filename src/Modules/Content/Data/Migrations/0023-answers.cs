using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Content.Data.Migrations;

[DbContext(typeof(ContentDb)), Migration("0023-answers")]
sealed class AnswerMessages : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        alter table content.message
            add column answered_at timestamptz,
            add column answered_by uuid,
            add column answer character varying(5000),
            add column spam_at timestamptz;
        """);
}
