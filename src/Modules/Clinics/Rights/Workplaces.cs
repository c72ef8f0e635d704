using Microsoft.EntityFrameworkCore;

using Percurso.Clinics.Contracts;
using Percurso.Clinics.Data;
using Percurso.Clinics.Domain;

namespace Percurso.Clinics.Rights;

/// <summary>The choice is a row of the person's, not a cookie: it goes with them from one device to another, and nobody can forge it.</summary>
sealed class Workplaces(ClinicsDb db) : IWorkplaces
{
    public async Task<IReadOnlyList<Workplace>> OfAsync(Guid account, CancellationToken cancel)
    {
        var all = await (from member in db.Set<Member>()
                         where member.AccountId == account
                         join clinic in db.Clinics on member.ClinicId equals clinic.Id
                         orderby EF.Functions.Collate(clinic.Name, "pt-BR-x-icu"), clinic.Id
                         select new Workplace(clinic.Id, clinic.Name, member.Role == MemberRole.Dentist,
                             db.Choices.Any(choice => choice.AccountId == account && choice.ClinicId == clinic.Id)))
            .AsNoTracking().ToListAsync(cancel);

        // Nobody has chosen, or they no longer work in the clinic they chose.
        if (all is [var first, ..] && !all.Exists(one => one.IsChosen)) all[0] = first with { IsChosen = true };
        return all;
    }

    /// <summary>From now on this person works for this clinic. Who calls it has seen that they work there.</summary>
    public Task ChooseAsync(Guid account, Guid clinic, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"""
        insert into clinics.choice (account_id, clinic_id) values ({account}, {clinic})
        on conflict (account_id) do update set clinic_id = excluded.clinic_id
        """, cancel);
}
