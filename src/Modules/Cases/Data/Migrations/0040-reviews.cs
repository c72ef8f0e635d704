using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Cases.Data.Migrations;

[DbContext(typeof(CasesDb)), Migration("0040-reviews")]
sealed class ReviewPlans : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table cases.review (
            id uuid not null constraint pk_review primary key,
            version integer not null,
            case_id uuid not null constraint fk_review_case_case_id references cases."case" (id) on delete cascade,
            step text not null,
            state text not null,
            version_id uuid,
            number integer not null,
            hash text,
            author_id uuid,
            opened_at timestamptz,
            rounds integer not null,
            approved_at timestamptz,
            approved_by uuid);
        create unique index ix_review_case_id_step on cases.review (case_id, step);

        create table cases.review_line (
            id uuid not null constraint pk_review_line primary key,
            review_id uuid not null constraint fk_review_line_review_review_id references cases.review (id) on delete cascade,
            number integer not null,
            at timestamptz not null,
            by uuid not null,
            move text not null,
            of_version integer not null,
            words text);
        create unique index ix_review_line_review_id_number on cases.review_line (review_id, number);

        create table cases.change_request (
            id uuid not null constraint pk_change_request primary key,
            review_id uuid not null constraint fk_change_request_review_review_id references cases.review (id) on delete cascade,
            of_version integer not null,
            position integer not null,
            words character varying(2000) not null,
            comment_id uuid,
            is_done boolean,
            said character varying(500));
        create unique index ix_change_request_review_id_position on cases.change_request (review_id, position);
        """);
}
