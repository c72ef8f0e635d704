using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Shipping.Data.Migrations;

/// <summary>Whose delivery it is and when it was chosen, so that the next one begins with it.</summary>
[DbContext(typeof(ShippingDb)), Migration("0002-whose")]
sealed class WhoseDelivery : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        alter table shipping.delivery add column clinic_id uuid, add column chosen_at timestamptz;
        create index ix_delivery_clinic_id_chosen_at on shipping.delivery (clinic_id, chosen_at);
        """);
}
