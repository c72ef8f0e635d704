using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Spine;
using Percurso.Clinics.Contracts;
using Percurso.Kernel.Recipes;
using Percurso.Patients.Contracts;

namespace Percurso.Cases.Recipes;

/// <summary>
/// <c>{ "name": "cases", "cases": [ { "clinic", "dentist", "patient", "nickname", "teeth": […], … } ] }</c>: cases of clinics that a <c>clinics</c>
/// step brought, for the demonstration. A nickname that the clinic has already is not opened again. Days are counted from today. Steps that
/// <c>done</c> names are done at once.
/// </summary>
sealed class OpenRecipeCases(CasesDb db, OpenCases open, IPatients patients, IClinicPeople clinics, IFindPeople people, ICaseSteps steps, TimeProvider clock) : IRecipeStep
{
    sealed record Step(string Name, IReadOnlyList<RecipeCase> Cases);

    sealed record RecipeCase(
        string Clinic, string Dentist, string Patient, string Nickname, DateOnly BornOn, Sex Sex, IReadOnlyList<PlannedImplant> Implants,
        GuideSupport Support = GuideSupport.Teeth, Drilling Drilling = Drilling.Full, Output Output = Output.Printed, bool IsUrgent = false,
        int? SurgeryInDays = null, string? Kit = null, string? Sleeves = null, string? Remarks = null, string? Allergies = null, string? Conditions = null,
        IReadOnlyList<string>? Done = null);

    public static string Name => "cases";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        foreach (var one in step.As<Step>().Cases) await OpenAsync(one, cancel);
    }

    async Task OpenAsync(RecipeCase one, CancellationToken cancel)
    {
        var clinic = (await clinics.SearchAsync(one.Clinic, cancel)).FirstOrDefault(found => found.Name == one.Clinic).Id;
        if (clinic == Guid.Empty) throw new RecipeBrokenException($"There is no clinic named {one.Clinic}.");
        var dentist = await people.ByEmailAsync(one.Dentist, cancel) ?? throw new RecipeBrokenException($"Nobody has the address {one.Dentist}.");
        if (await db.Cases.AnyAsync(known => known.ClinicId == clinic && known.Nickname == one.Nickname, cancel)) return;

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var alike = (await patients.LikeAsync(clinic, one.Patient, one.BornOn, cancel)).FirstOrDefault(known => known.Record.Name == one.Patient);
        var opened = await open.OpenAsync(
            new(clinic, dentist.Id, alike?.Id, new(one.Patient, one.BornOn, one.Sex, Allergies: one.Allergies, Conditions: one.Conditions), one.Nickname,
                new(one.Support, one.Drilling, one.Output, one.IsUrgent, one.Implants, one.Kit, one.Sleeves,
                    one.SurgeryInDays is { } days ? today.AddDays(days) : null, one.Remarks), dentist.Id), cancel);
        foreach (var done in one.Done ?? [])
            if (opened.FindStep(done) is { State: not StepState.Done }) await steps.DoneAsync(opened.Id, done, new { }, null, cancel);
    }
}
