using Microsoft.EntityFrameworkCore;

using Percurso.Clinics.Contracts;
using Percurso.Clinics.Data;
using Percurso.Clinics.Domain;
using Percurso.Kernel.Data;

namespace Percurso.Clinics.Rights;

sealed class ClinicPeople(ClinicsDb db) : IClinicPeople
{
    public Task<string?> NameOfAsync(Guid clinic, CancellationToken cancel) =>
        db.Clinics.Where(one => one.Id == clinic).Select(one => one.Name).SingleOrDefaultAsync(cancel);

    public async Task<IReadOnlyList<Guid>> DentistsOfAsync(Guid clinic, CancellationToken cancel) =>
        await db.Set<Member>().Where(member => member.ClinicId == clinic && member.Role == MemberRole.Dentist)
            .OrderBy(member => member.JoinedAt).ThenBy(member => member.AccountId).Select(member => member.AccountId).ToListAsync(cancel);

    public async Task<IReadOnlyList<(Guid Id, string Name)>> SearchAsync(string words, CancellationToken cancel) =>
        [.. (await db.Clinics.Where(one => Sql.Plain(one.Name).Contains(Sql.Plain(words)))
            .OrderBy(one => EF.Functions.Collate(one.Name, "pt-BR-x-icu")).ThenBy(one => one.Id).Take(20)
            .Select(one => new { one.Id, one.Name }).ToListAsync(cancel)).Select(one => (one.Id, one.Name))];

    public async Task<IReadOnlyDictionary<Guid, string>> NamesOfAsync(IEnumerable<Guid> clinics, CancellationToken cancel)
    {
        Guid[] asked = [.. clinics.Distinct()];
        return await db.Clinics.Where(one => asked.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, cancel);
    }
}
