using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Content.Data.Migrations;

[DbContext(typeof(ContentDb)), Migration("0010-pages")]
sealed class OpenPages : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table content.page (
            id uuid not null constraint pk_page primary key,
            version integer not null,
            group_id uuid not null,
            culture text not null,
            address character varying(160) not null,
            agreement text not null,
            draft jsonb not null,
            draft_number integer not null,
            saved_at timestamptz not null,
            saved_by_id uuid,
            live jsonb,
            published integer not null,
            published_at timestamptz,
            search text not null,
            publish_at timestamptz,
            unpublish_at timestamptz,
            scheduled_by_id uuid);
        create unique index ix_page_culture_address on content.page (culture, address);
        create unique index ix_page_group_id_culture on content.page (group_id, culture);
        create index ix_page_search on content.page using gin (kernel.plain(search) gin_trgm_ops);

        create table content.page_version (
            id uuid not null constraint pk_page_version primary key,
            page_id uuid not null constraint fk_page_version_page_page_id references content.page (id) on delete cascade,
            number integer,
            content jsonb not null,
            at timestamptz not null,
            by_id uuid);
        create unique index ix_page_version_page_id_number on content.page_version (page_id, number);

        create table content.redirect (
            id uuid not null constraint pk_redirect primary key,
            origin character varying(200) not null,
            page_id uuid constraint fk_redirect_page_page_id references content.page (id) on delete cascade,
            target character varying(200),
            is_kept boolean not null,
            made_at timestamptz not null);
        create unique index ix_redirect_origin on content.redirect (origin);
        create index ix_redirect_page_id on content.redirect (page_id);

        create table content.presence (
            page_id uuid not null constraint fk_presence_page_page_id references content.page (id) on delete cascade,
            account_id uuid not null,
            seen_at timestamptz not null,
            constraint pk_presence primary key (page_id, account_id));

        -- Moves with whatever visitors may see on a page; who keeps rendered pages looks at it.
        create table content.edition (number bigint not null constraint pk_edition primary key);
        insert into content.edition values (0);
        create function content.renew() returns trigger language plpgsql
            as $$ begin update content.edition set number = number + 1; return null; end $$;
        create trigger page_renews after insert or delete or update of culture, address, live on content.page
            for each statement execute function content.renew();
        create trigger redirect_renews after insert or update or delete on content.redirect for each statement execute function content.renew();
        create trigger setting_renews after insert or update or delete on kernel.setting for each statement execute function content.renew();
        """);
}
