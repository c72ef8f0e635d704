using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Content.Data.Migrations;

[DbContext(typeof(ContentDb)), Migration("0001-messages")]
sealed class TakeMessages : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table content.message (
            id uuid not null constraint pk_message primary key,
            version integer not null,
            name character varying(120) not null,
            email character varying(254) not null,
            text character varying(5000) not null,
            culture text not null,
            left_at timestamptz not null,
            read_at timestamptz);
        create index ix_message_left_at on content.message (left_at);
        """);
}
