using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Content.Data.Migrations;

[DbContext(typeof(ContentDb)), Migration("0021-menus")]
sealed class WriteMenus : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table content.menu (
            id uuid not null constraint pk_menu primary key,
            version integer not null,
            place text not null,
            culture text not null,
            entries jsonb not null);
        create unique index ix_menu_place_culture on content.menu (place, culture);
        create trigger menu_renews after insert or update or delete on content.menu for each statement execute function content.renew();
        """);
}
