using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Shipping.Data.Migrations;

/// <summary>Amounts are cents.</summary>
[DbContext(typeof(ShippingDb)), Migration("0001-shipping")]
sealed class OpenShipping : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table shipping.service (key text not null constraint pk_service primary key, title text not null, title_en text not null);
        create table shipping.region (key text not null constraint pk_region primary key, title text not null, ufs text not null);

        create table shipping.rate (
            id uuid not null constraint pk_rate primary key,
            version integer not null,
            service_key text not null constraint fk_rate_service_service_key references shipping.service (key) on delete cascade,
            region_key text not null constraint fk_rate_region_region_key references shipping.region (key) on delete cascade,
            max_grams integer not null,
            amount bigint not null,
            business_days integer not null);
        create index ix_rate_service_key on shipping.rate (service_key);
        create index ix_rate_region_key on shipping.rate (region_key);

        create table shipping.delivery (
            id uuid not null constraint pk_delivery primary key,
            version integer not null,
            purpose text not null,
            subject_id uuid not null,
            address_id uuid not null,
            name text not null,
            first_line text not null,
            second_line text not null,
            service text not null,
            title text not null,
            title_en text not null,
            price bigint not null,
            business_days integer not null);
        create unique index ix_delivery_purpose_subject_id on shipping.delivery (purpose, subject_id);
        """);
}
