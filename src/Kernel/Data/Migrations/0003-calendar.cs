using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Kernel.Data.Migrations;

[DbContext(typeof(KernelDb)), Migration("0003-calendar")]
sealed class SendInvitations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        alter table kernel.letter add calendar text, add calendar_method text;
        """);
}
