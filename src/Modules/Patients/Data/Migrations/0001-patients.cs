using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Percurso.Patients.Data.Migrations;

[DbContext(typeof(PatientsDb)), Migration("0001-patients")]
sealed class WritePatients : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table patients.patient (
            id uuid not null constraint pk_patient primary key,
            version integer not null,
            clinic_id uuid not null,
            name character varying(120) not null,
            born_on date,
            sex text not null,
            phone character varying(120),
            email character varying(120),
            allergies character varying(2000),
            conditions character varying(2000),
            notes character varying(2000),
            added_at timestamptz not null,
            added_by uuid not null);
        create index ix_patient_clinic_id on patients.patient (clinic_id);
        create index ix_patient_plain_name on patients.patient using gin (kernel.plain(name::text) public.gin_trgm_ops);
        """);
}
