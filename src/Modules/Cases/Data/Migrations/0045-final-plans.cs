using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Cases.Data.Migrations;

[DbContext(typeof(CasesDb)), Migration("0045-final-plans")]
sealed class FinalPlans : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        alter table cases.review add column has_downloads boolean not null default false, add column fetched_at timestamptz;
        alter table cases.review alter column has_downloads drop default;

        create table cases.plan_report (
            review_id uuid not null constraint fk_plan_report_review_review_id references cases.review (id) on delete cascade,
            of_version integer not null,
            file_id uuid not null,
            sha256 text not null,
            constraint pk_plan_report primary key (review_id, of_version));

        create table cases.approval (
            id uuid not null constraint pk_approval primary key,
            review_id uuid not null constraint fk_approval_review_review_id references cases.review (id) on delete cascade,
            of_version integer not null,
            hash text not null,
            at timestamptz not null,
            by uuid not null,
            name text not null,
            cro text not null,
            address text,
            user_agent character varying(400),
            statement_number integer not null,
            statement text not null,
            seal text not null,
            taken_back_at timestamptz);
        create index ix_approval_review_id on cases.approval (review_id);
        """);
}
