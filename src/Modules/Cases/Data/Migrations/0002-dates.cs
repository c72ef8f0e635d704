using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Cases.Data.Migrations;

[DbContext(typeof(CasesDb)), Migration("0002-dates")]
sealed class PromiseDates : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        alter table cases."case"
            add promised_on date,
            add ready_on date,
            add ready_by date,
            add risk text not null default 'None';
        alter table cases."case" alter column risk drop default;
        alter table cases."case"
            add look_on date,
            add search_text text not null generated always as (kernel.plain(((patient_name || ' '::text) || number) || ' '::text || coalesce(nickname, ''))) stored;
        create index ix_case_look_on_id on cases."case" (look_on, id) where look_on is not null;
        create index ix_case_planner_id on cases."case" (planner_id);
        create index ix_case_search_text on cases."case" using gin (search_text public.gin_trgm_ops);

        create table cases.preference (
            account_id uuid not null,
            news text not null,
            way text not null,
            constraint pk_preference primary key (account_id, news));

        create table cases.digest_line (
            id uuid not null constraint pk_digest_line primary key,
            account_id uuid not null,
            case_id uuid not null,
            news text not null,
            at timestamptz not null);
        create index ix_digest_line_account_id on cases.digest_line (account_id);
        """);
}
