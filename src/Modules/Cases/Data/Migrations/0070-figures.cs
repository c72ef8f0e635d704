using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Cases.Data.Migrations;

/// <summary>What the company's figures are counted from. Of what was before, the day said first is the one that stands, and whose turn it was is not known.</summary>
[DbContext(typeof(CasesDb)), Migration("0070-figures")]
sealed class CountFigures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        alter table cases.event add turn text;
        alter table cases."case" add first_ready_on date;
        alter table cases."case" add stood_days integer not null default 0;
        alter table cases."case" alter stood_days drop default;
        update cases."case" set first_ready_on = ready_on;
        create index ix_event_what_at on cases.event (what, at);
        """);
}
