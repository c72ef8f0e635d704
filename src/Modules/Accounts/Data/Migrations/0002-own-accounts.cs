using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Accounts.Data.Migrations;

[DbContext(typeof(AccountsDb)), Migration("0002-own-accounts")]
sealed class GivePeopleTheirAccounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        alter table accounts.account
            add column tax_id text,
            add column cro text,
            add column blocked_at timestamptz;

        create table accounts.session (
            id uuid not null constraint pk_session primary key,
            account_id uuid not null constraint fk_session_account_account_id references accounts.account (id) on delete cascade,
            device text not null,
            began_at timestamptz not null,
            seen_at timestamptz not null,
            ends_at timestamptz not null,
            ticket bytea not null);
        create index ix_session_account_id on accounts.session (account_id);
        create index ix_session_ends_at on accounts.session (ends_at);

        create table accounts.sign_up (
            id uuid not null constraint pk_sign_up primary key,
            version integer not null,
            name text not null,
            email text not null,
            password_hash text,
            culture text not null,
            terms text not null,
            privacy text not null,
            asked_at timestamptz not null,
            confirmed_at timestamptz);
        create index ix_sign_up_asked_at on accounts.sign_up (asked_at);

        create table accounts.consent (
            id uuid not null constraint pk_consent primary key,
            account_id uuid not null constraint fk_consent_account_account_id references accounts.account (id) on delete cascade,
            kind text not null,
            version text not null,
            given_at timestamptz not null);
        create unique index ix_consent_account_id_kind_version on accounts.consent (account_id, kind, version);

        create table accounts.deletion_request (
            id uuid not null constraint pk_deletion_request primary key,
            version integer not null,
            account_id uuid not null constraint fk_deletion_request_account_account_id references accounts.account (id) on delete cascade,
            asked_at timestamptz not null,
            withdrawn_at timestamptz);
        create unique index ix_deletion_request_open on accounts.deletion_request (account_id) where withdrawn_at is null;

        create table accounts.attempt (
            key text not null constraint pk_attempt primary key,
            count integer not null,
            since timestamptz not null);
        create index ix_attempt_since on accounts.attempt (since);
        """);
}
