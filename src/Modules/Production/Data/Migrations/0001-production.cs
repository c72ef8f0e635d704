using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Production.Data.Migrations;

/// <summary>Amounts are cents.</summary>
[DbContext(typeof(ProductionDb)), Migration("0001-production")]
sealed class OpenProduction : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table production.material (
            id uuid not null constraint pk_material primary key,
            version integer not null,
            title character varying(80) not null,
            title_en character varying(80) not null,
            surcharge bigint not null,
            note character varying(300),
            is_retired boolean not null);

        create table production.printer (
            id uuid not null constraint pk_printer primary key,
            version integer not null,
            name character varying(60) not null,
            model character varying(60),
            is_retired boolean not null);

        create table production.lot (
            id uuid not null constraint pk_lot primary key,
            version integer not null,
            number character varying(40) not null,
            material_id uuid not null constraint fk_lot_material_material_id references production.material (id) on delete cascade,
            expires_on date not null,
            is_retired boolean not null);
        create index ix_lot_material_id on production.lot (material_id);

        create table production.print_order (
            id uuid not null constraint pk_print_order primary key,
            version integer not null,
            purpose text not null,
            subject_id uuid not null,
            number integer not null,
            title text not null,
            initials text not null,
            "for" text not null,
            material_id uuid not null constraint fk_print_order_material_material_id references production.material (id) on delete cascade,
            address_name text not null,
            first_line text not null,
            second_line text not null,
            service text not null,
            path text not null,
            due_on date,
            placed_at timestamptz not null,
            placed_by uuid not null,
            is_again boolean not null,
            state text not null,
            moved_at timestamptz not null,
            moved_by uuid not null,
            printer_id uuid constraint fk_print_order_printer_printer_id references production.printer (id),
            lot_id uuid constraint fk_print_order_lot_lot_id references production.lot (id),
            carrier character varying(60),
            tracking character varying(40),
            sent_at timestamptz,
            delivered_at timestamptz);
        create index ix_print_order_material_id on production.print_order (material_id);
        create index ix_print_order_printer_id on production.print_order (printer_id);
        create index ix_print_order_lot_id on production.print_order (lot_id);
        create unique index ix_print_order_purpose_subject_id_number on production.print_order (purpose, subject_id, number);
        create index ix_print_order_state_due_on on production.print_order (state, due_on);

        create table production.ordered_part (
            order_id uuid not null constraint fk_ordered_part_print_order_order_id references production.print_order (id) on delete cascade,
            position integer not null,
            name text not null,
            file_id uuid not null,
            sha256 text not null,
            quantity integer not null,
            constraint pk_ordered_part primary key (order_id, position));

        create table production.print_line (
            id uuid not null constraint pk_print_line primary key,
            order_id uuid not null constraint fk_print_line_print_order_order_id references production.print_order (id) on delete cascade,
            number integer not null,
            at timestamptz not null,
            by uuid not null,
            move text not null,
            "to" text not null,
            printer_id uuid,
            lot_id uuid,
            words text);
        create unique index ix_print_line_order_id_number on production.print_line (order_id, number);
        """);
}
