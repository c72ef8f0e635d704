using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Content.Data.Migrations;

/// <summary>Pictures, documents and menus are seen on pages too.</summary>
[DbContext(typeof(ContentDb)), Migration("0030-media-renew")]
sealed class RenewWithMedia : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create trigger media_item_renews after insert or update or delete on content.media_item for each statement execute function content.renew();
        create trigger media_version_renews after insert or update or delete on content.media_version for each statement execute function content.renew();
        create trigger menu_renews after insert or update or delete on content.menu for each statement execute function content.renew();
        """);
}
