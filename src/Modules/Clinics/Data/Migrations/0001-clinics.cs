using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Clinics.Data.Migrations;

[DbContext(typeof(ClinicsDb)), Migration("0001-clinics")]
sealed class FoundClinics : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table clinics.clinic (
            id uuid not null constraint pk_clinic primary key,
            version integer not null,
            name text not null,
            cnpj text,
            founded_at timestamptz not null,
            delivery_id uuid);

        create table clinics.member (
            clinic_id uuid not null constraint fk_member_clinic_clinic_id references clinics.clinic (id) on delete cascade,
            account_id uuid not null,
            role text not null,
            joined_at timestamptz not null,
            constraint pk_member primary key (clinic_id, account_id));
        create index ix_member_account_id on clinics.member (account_id);

        create table clinics.invitation (
            id uuid not null constraint pk_invitation primary key,
            clinic_id uuid not null constraint fk_invitation_clinic_clinic_id references clinics.clinic (id) on delete cascade,
            email text not null,
            role text not null,
            culture text not null,
            invited_by uuid not null,
            invited_at timestamptz not null,
            sent integer not null,
            accepted_at timestamptz,
            withdrawn_at timestamptz);
        create index ix_invitation_clinic_id on clinics.invitation (clinic_id);

        create table clinics.address (
            id uuid not null constraint pk_address primary key,
            clinic_id uuid not null constraint fk_address_clinic_clinic_id references clinics.clinic (id) on delete cascade,
            name text not null,
            cep text not null,
            street text not null,
            number text not null,
            complement text,
            district text not null,
            city text not null,
            uf text not null);
        create index ix_address_clinic_id on clinics.address (clinic_id);

        create table clinics.choice (
            account_id uuid not null constraint pk_choice primary key,
            clinic_id uuid not null constraint fk_choice_clinic_clinic_id references clinics.clinic (id) on delete cascade);
        create index ix_choice_clinic_id on clinics.choice (clinic_id);
        """);
}
