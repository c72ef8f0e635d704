using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Mail;
using Percurso.Clinics.Contracts;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Web;

namespace Percurso.Cases.Reactions;

/// <summary>Tells people of a case, as each of them wants to be told.</summary>
sealed class Tell(CasesDb db, IFindPeople people, IStaff staff, IClinicRights rights, IPost post, PublicUrl url, TimeProvider clock)
{
    /// <summary>The responsible dentist, and whoever opened the case as long as they work for the clinic.</summary>
    public async Task<IReadOnlyList<KnownPerson>> DentistsSideAsync(Case one, CancellationToken cancel)
    {
        var known = await people.ByIdAsync([one.DentistId, one.OpenedBy], cancel);
        var told = new List<KnownPerson>();
        foreach (var person in known.Values)
            if (await rights.MayAsync(person.Id, one.ClinicId, ClinicAct.Prepare, cancel)) told.Add(person);
        return told;
    }

    /// <summary>Whoever plans it, or while nobody does all who could.</summary>
    public async Task<IReadOnlyList<KnownPerson>> CompanysSideAsync(Case one, CancellationToken cancel)
    {
        var all = await staff.WithAsync(CasesPermissions.Steer, cancel);
        return all.Any(person => person.Id == one.PlannerId) ? [.. all.Where(person => person.Id == one.PlannerId)] : all;
    }

    /// <param name="news">Null for what is always told.</param>
    /// <param name="one">The case.</param>
    /// <param name="letter">What to say.</param>
    /// <param name="to">To whom.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    public async Task ThatAsync<TLetter>(News? news, Case one, TLetter letter, IEnumerable<KnownPerson> to, CancellationToken cancel) where TLetter : ILetter
    {
        foreach (var person in to)
        {
            var way = news is { } kind
                ? (await db.Set<Preference>().AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == person.Id && row.News == kind, cancel))?.Way ?? Way.Now
                : Way.Now;
            if (way == Way.Now) await post.SendAsync(letter, new(person.Email, person.Name, person.Culture), cancel);
            else if (way == Way.Daily) db.Add(new DigestLine { AccountId = person.Id, CaseId = one.Id, News = news!.Value, At = clock.GetUtcNow().UtcDateTime });
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <param name="one">The case.</param>
    /// <param name="path">Within its pages, such as <c>/mensagens</c>; null for the case itself.</param>
    public LetterCase Named(Case one, string? path = null) => new(one.Number, one.Nickname, url.To($"/casos/{one.Id}{path}"));

    /// <param name="one">The case.</param>
    /// <param name="path">From the site's root.</param>
    public LetterCase At(Case one, string path) => new(one.Number, one.Nickname, url.To(path));

    /// <summary>All who have a permission.</summary>
    public Task<IReadOnlyList<KnownPerson>> WithAsync(string permission, CancellationToken cancel) => staff.WithAsync(permission, cancel);

    public Task<Case> CaseAsync(Guid id, CancellationToken cancel) => db.Whole.AsNoTracking().SingleAsync(one => one.Id == id, cancel);

    public Task<Pathway> PathwayAsync(Case one, CancellationToken cancel) => db.Pathways.AsNoTracking().SingleAsync(row => row.Id == one.PathwayId, cancel);
}
