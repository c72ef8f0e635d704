using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Clinics.Contracts;
using Percurso.Invoicing.Data;
using Percurso.Invoicing.Domain;
using Percurso.Kernel.Recipes;

namespace Percurso.Invoicing.Recipes;

/// <summary>
/// <c>{ "name": "billing", "profiles": [ { "dentist": e-mail, "clinic": "…", "payer": { "name": "…", "taxId": "…", … } } ] }</c>: who the invoices of a
/// demonstration's clinics go to. A clinic that has said so itself keeps it.
/// </summary>
sealed class WriteProfiles(InvoicingDb db, IFindPeople people, IWorkplaces workplaces) : IRecipeStep
{
    sealed record Step(string Name, IReadOnlyList<RecipeProfile> Profiles);

    sealed record RecipeProfile(string Dentist, string Clinic, Payer Payer);

    public static string Name => "billing";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        foreach (var wanted in step.As<Step>().Profiles)
        {
            var dentist = (await people.ByEmailAsync(wanted.Dentist, cancel))?.Id ?? throw new RecipeBrokenException($"Nobody has the address {wanted.Dentist}.");
            var clinic = (await workplaces.OfAsync(dentist, cancel)).FirstOrDefault(one => one.Name == wanted.Clinic)?.Id ?? throw new RecipeBrokenException($"{wanted.Dentist} does not work in {wanted.Clinic}.");
            if (await db.Profiles.AnyAsync(one => one.ClinicId == clinic, cancel)) continue;

            var profile = new Profile { ClinicId = clinic };
            profile.Set(wanted.Payer);
            db.Add(profile);
        }

        await db.SaveChangesAsync(cancel);
    }
}
