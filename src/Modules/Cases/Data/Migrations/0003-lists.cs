using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Cases.Data.Migrations;

[DbContext(typeof(CasesDb)), Migration("0003-lists")]
sealed class IndexLists : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        -- The board counts by step and turn without touching the cases themselves.
        create index ix_case_step_key_turn on cases."case" (step_key, turn) where look_on is not null;
        create index ix_message_unconfirmed on cases.message (case_id) where said_where is not null and confirmed_at is null;
        """);
}
