using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Clinics.Data;
using Percurso.Clinics.Domain;
using Percurso.Kernel.Brazil;
using Percurso.Kernel.Recipes;

namespace Percurso.Clinics.Recipes;

/// <summary>
/// <c>{ "name": "clinics", "clinics": [ { "clinic": …, "dentists": [ e-mails ], "assistants": […], "addresses": […] } ] }</c>: clinics
/// of people whom a <c>people</c> step brought. A clinic that its first dentist has already stays as it is.
/// </summary>
sealed class FoundClinics(ClinicsDb db, IFindPeople people, TimeProvider clock) : IRecipeStep
{
    sealed record Step(string Name, IReadOnlyList<RecipeClinic> Clinics);

    sealed record RecipeClinic(string Clinic, IReadOnlyList<string> Dentists, IReadOnlyList<string> Assistants, IReadOnlyList<RecipePlace> Addresses, string? Cnpj = null);

    sealed record RecipePlace(string Name, string Cep, string Street, string Number, string District, string City, string Uf, string? Complement = null)
    {
        public Place Read() =>
            new(Name, Kernel.Brazil.Cep.Parse(Cep), Street, Number, Complement, District, City, Kernel.Brazil.Uf.Parse(Uf));
    }

    public static string Name => "clinics";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        foreach (var clinic in step.As<Step>().Clinics) await FoundAsync(clinic, cancel);
        await db.SaveChangesAsync(cancel);
    }

    async Task FoundAsync(RecipeClinic recipe, CancellationToken cancel)
    {
        var dentists = await AccountsOfAsync(recipe.Dentists, cancel);
        if (dentists.Count == 0) throw new RecipeBrokenException($"The clinic {recipe.Clinic} needs a dentist.");
        if (await db.Clinics.AnyAsync(one => one.Name == recipe.Clinic && one.Members.Any(member => member.AccountId == dentists[0]), cancel)) return;

        var now = clock.GetUtcNow().UtcDateTime;
        var clinic = Clinic.Found(recipe.Clinic, recipe.Cnpj is null ? null : Cnpj.Parse(recipe.Cnpj), dentists[0], now);
        foreach (var dentist in dentists.Skip(1)) clinic.Welcome(dentist, MemberRole.Dentist, now);
        foreach (var assistant in await AccountsOfAsync(recipe.Assistants, cancel)) clinic.Welcome(assistant, MemberRole.Assistant, now);
        foreach (var place in recipe.Addresses) clinic.AddAddress(place.Read(), dentists[0]);
        db.Add(clinic);
    }

    async Task<List<Guid>> AccountsOfAsync(IEnumerable<string> emails, CancellationToken cancel)
    {
        var accounts = new List<Guid>();
        foreach (var email in emails)
            accounts.Add((await people.ByEmailAsync(email, cancel))?.Id ?? throw new RecipeBrokenException($"Nobody has the address {email}."));
        return accounts;
    }
}
