using System.Security.Claims;

using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Domain.Dates;
using Percurso.Clinics.Contracts;
using Percurso.Kernel.Data;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;

namespace Percurso.Cases.Pages.Cases;

/// <summary>A case in a list.</summary>
sealed record CaseLine(
    Guid Id, string Number, string? Nickname, string PatientName, CaseState State, string StepKey, Turn Turn, DateTime TurnSince,
    DateOnly? PromisedOn, DateOnly? SurgeryOn, Risk Risk, Guid PathwayId, Guid ClinicId, Guid? PlannerId, DateOnly? LookOn, DateTime OpenedAt);

/// <summary>What a dentist, or who prepares for one, sees first: what awaits them, then all patients and cases of the clinic chosen.</summary>
sealed class DentistHome(CasesDb db, IWorkplaces workplaces, TimeProvider clock)
{
    public const int Size = 20;
    const int MostAtOnce = 8;

    public Workplace? Workplace { get; private set; }

    /// <summary>The most urgent of those whose turn is the dentist's.</summary>
    public IReadOnlyList<CaseLine> Awaiting { get; private set; } = [];
    public int AwaitingCount { get; private set; }
    public IReadOnlyList<(Guid Case, string Number, string Patient)> Unconfirmed { get; private set; } = [];
    public IReadOnlyList<Draft> Drafts { get; private set; } = [];
    public IReadOnlyList<CaseLine> Lines { get; private set; } = [];
    public int Total { get; private set; }
    public int Page { get; private set; } = 1;
    public string State { get; private set; } = "";
    public string Period { get; private set; } = "";
    public bool IsFiltered { get; private set; }
    public IReadOnlyDictionary<Guid, Pathway> Pathways { get; private set; } = new Dictionary<Guid, Pathway>();

    public async Task ReadAsync(ClaimsPrincipal person, IQueryCollection asked, CancellationToken cancel)
    {
        Workplace = (await workplaces.OfAsync(person.AccountId(), cancel)).FirstOrDefault(place => place.IsChosen);
        if (Workplace is not { Id: var clinic }) return;

        var all = db.Cases.AsNoTracking().Where(one => one.ClinicId == clinic);
        var mine = all.Where(one => one.Turn == Turn.Dentist);
        AwaitingCount = await mine.CountAsync(cancel);
        Awaiting = await Lined(mine.OrderBy(one => one.State == CaseState.OnHold ? 0 : 1).ThenBy(one => one.PromisedOn ?? one.SurgeryOn ?? DateOnly.MaxValue).ThenBy(one => one.TurnSince).Take(MostAtOnce)).ToListAsync(cancel);
        Unconfirmed = [.. (await (from said in db.Messages
                                  where said.SaidWhere != null && said.ConfirmedAt == null
                                  join one in all on said.CaseId equals one.Id
                                  where one.LookOn != null
                                  orderby said.At
                                  select new { one.Id, one.Number, one.PatientName }).Take(MostAtOnce).ToListAsync(cancel)).Select(one => (one.Id, one.Number, one.PatientName))];
        var me = person.AccountId();
        Drafts = await db.Drafts.AsNoTracking().Where(draft => draft.AccountId == me && draft.ClinicId == clinic).OrderBy(draft => draft.SavedAt).ToListAsync(cancel);
        await ListAsync(all, asked, cancel);

        Guid[] walked = [.. Lines.Concat(Awaiting).Select(line => line.PathwayId).Distinct()];
        Pathways = await db.Pathways.AsNoTracking().Where(pathway => walked.Contains(pathway.Id)).ToDictionaryAsync(pathway => pathway.Id, cancel);
    }

    async Task ListAsync(IQueryable<Case> all, IQueryCollection asked, CancellationToken cancel)
    {
        (State, Period) = (asked["estado"].ToString(), asked["periodo"].ToString());
        var found = State switch
        {
            "sua-vez" => all.Where(one => one.Turn == Turn.Dentist),
            "com-a-gente" => all.Where(one => one.Turn == Turn.Company),
            "espera" => all.Where(one => one.HeldAt != null),
            "concluidos" => all.Where(one => one.State == CaseState.Finished),
            "cancelados" => all.Where(one => one.State == CaseState.Cancelled),
            _ => all,
        };
        if (int.TryParse(Period, out var days) && days is > 0 and < 10_000)
        {
            var since = clock.GetUtcNow().UtcDateTime.AddDays(-days);
            found = found.Where(one => one.OpenedAt >= since);
        }

        if (asked["q"].ToString().Trim() is { Length: > 0 } words) found = found.Holding(words);
        IsFiltered = State.Length > 0 || Period.Length > 0 || asked["q"].ToString().Trim().Length > 0;
        Total = await found.CountAsync(cancel);
        Page = Paging.Within(int.TryParse(asked["pagina"], out var number) ? number : 1, Size, Total);
        Lines = await Lined(found.OrderByDescending(one => one.TurnSince).ThenByDescending(one => one.Id).Skip((Page - 1) * Size).Take(Size)).ToListAsync(cancel);
    }

    internal static IQueryable<CaseLine> Lined(IQueryable<Case> cases) => cases.Select(one => new CaseLine(
        one.Id, one.Number, one.Nickname, one.PatientName, one.State, one.StepKey, one.Turn, one.TurnSince,
        one.PromisedOn, one.SurgeryOn, one.Risk, one.PathwayId, one.ClinicId, one.PlannerId, one.LookOn, one.OpenedAt));
}

static class CaseSearch
{
    /// <summary>Cases whose patient, number or nickname has these words in it, with or without accents. By LIKE, which the index of trigrams serves.</summary>
    public static IQueryable<Case> Holding(this IQueryable<Case> cases, string words)
    {
        var pattern = "%" + words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
        return cases.Where(one => EF.Functions.Like(one.SearchText, Sql.Plain(pattern)));
    }
}
