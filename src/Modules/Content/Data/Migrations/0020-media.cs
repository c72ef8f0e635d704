using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Content.Data.Migrations;

/// <summary>Bytes are stored uncompressed beside their row: pictures do not get smaller, and a piece is read without the whole.</summary>
[DbContext(typeof(ContentDb)), Migration("0020-media")]
sealed class KeepMedia : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table content.media_folder (
            path character varying(200) not null constraint pk_media_folder primary key);

        create table content.media_item (
            id uuid not null constraint pk_media_item primary key,
            version integer not null,
            key character varying(80) not null,
            kind text not null,
            title character varying(120) not null,
            folder text not null,
            alt jsonb,
            focal_x integer not null,
            focal_y integer not null,
            number integer not null,
            made_at timestamptz not null);
        create unique index ix_media_item_key on content.media_item (key);
        create index ix_media_item_folder on content.media_item (folder);

        create table content.media_bytes (
            hash text not null constraint pk_media_bytes primary key,
            media_type text not null,
            size bigint not null,
            bytes bytea not null);
        alter table content.media_bytes alter column bytes set storage external;

        create table content.media_version (
            item_id uuid not null constraint fk_media_version_media_item_item_id references content.media_item (id) on delete cascade,
            number integer not null,
            file_name character varying(200) not null,
            media_type text not null,
            size bigint not null,
            hash text not null constraint fk_media_version_media_bytes_hash references content.media_bytes (hash),
            width integer,
            height integer,
            pages integer,
            by uuid,
            at timestamptz not null,
            constraint pk_media_version primary key (item_id, number));
        create index ix_media_version_hash on content.media_version (hash);

        create table content.media_file (
            item_id uuid not null,
            number integer not null,
            hash text not null constraint fk_media_file_media_bytes_hash references content.media_bytes (hash),
            media_type text not null,
            width integer,
            height integer,
            constraint pk_media_file primary key (item_id, number, hash),
            constraint fk_media_file_media_version_item_id_number foreign key (item_id, number)
                references content.media_version (item_id, number) on delete cascade);
        create index ix_media_file_hash on content.media_file (hash);
        create trigger media_renews after insert or update or delete on content.media_item for each statement execute function content.renew();
        """);
}
