using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Domain.Dates;
using Percurso.Cases.Spine;
using Percurso.Clinics.Contracts;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;

namespace Percurso.Cases.Pages.Cases.Staff;

/// <summary>All cases by step and turn; those that should have been looked at come first.</summary>
[Authorize(Policy = CasesPermissions.See)]
sealed class BoardModel(CasesDb db, OpenCases open, Timetable timetable, IClinicPeople clinics, IFindPeople people) : PageModel
{
    public const int Size = 25;

    /// <summary>A step of the pathway, with how many cases stand there, by side.</summary>
    internal sealed record Column(string Step, string Title, int Ours, int Theirs);

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(Name = "passo", SupportsGet = true)]
    public string? Step { get; set; }

    [BindProperty(Name = "vez", SupportsGet = true)]
    public string? Turn { get; set; }

    [BindProperty(Name = "quem", SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty(Name = "situacao", SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(Name = "pagina", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<Column> Columns { get; private set; } = [];
    public IReadOnlyList<CaseLine> Lines { get; private set; } = [];
    public int Total { get; private set; }
    public IReadOnlyDictionary<Guid, Pathway> Pathways { get; private set; } = new Dictionary<Guid, Pathway>();
    public IReadOnlyDictionary<Guid, string> Clinics { get; private set; } = new Dictionary<Guid, string>();
    public IReadOnlyDictionary<Guid, string> Planners { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Among all cases fewer than three letters find too much, and no index helps.</summary>
    public bool IsTooShort => Search?.Trim().Length is 1 or 2;

    public bool IsOverdue(CaseLine line) => line is { State: CaseState.Walking, Turn: Contracts.Turn.Company } && line.PromisedOn < timetable.Today;

    public bool IsStuck(CaseLine line) => line.LookOn < timetable.Today;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = Matching();
        Total = await found.CountAsync(cancel);
        PageNumber = Paging.Within(PageNumber, Size, Total);
        var ordered = State == "encerrados" ? found.OrderByDescending(one => one.TurnSince) : found.OrderBy(one => one.LookOn);
        Lines = await DentistHome.Lined(ordered.ThenBy(one => one.Id).Skip((PageNumber - 1) * Size).Take(Size)).ToListAsync(cancel);
        await NameAsync(cancel);
        await CountAsync(cancel);
    }

    IQueryable<Case> Matching()
    {
        var (me, today) = (User.AccountId(), timetable.Today);
        var found = db.Cases.AsNoTracking();
        found = State == "encerrados" ? found.Where(one => one.LookOn == null) : found.Where(one => one.LookOn != null);
        if (State == "atrasados") found = found.Where(one => one.LookOn < today);
        if (State == "risco") found = found.Where(one => one.Risk == Risk.Late);
        if (State == "espera") found = found.Where(one => one.HeldAt != null);
        if (!string.IsNullOrEmpty(Step)) found = found.Where(one => one.StepKey == Step);
        if (Turn == "empresa") found = found.Where(one => one.Turn == Contracts.Turn.Company);
        if (Turn == "dentista") found = found.Where(one => one.Turn == Contracts.Turn.Dentist);
        if (Who == "eu") found = found.Where(one => one.PlannerId == me);
        if (Who == "ninguem") found = found.Where(one => one.PlannerId == null);
        return IsTooShort || string.IsNullOrWhiteSpace(Search) ? found : found.Holding(Search.Trim());
    }

    async Task NameAsync(CancellationToken cancel)
    {
        Guid[] walked = [.. Lines.Select(line => line.PathwayId).Distinct()];
        Pathways = await db.Pathways.AsNoTracking().Where(pathway => walked.Contains(pathway.Id)).ToDictionaryAsync(pathway => pathway.Id, cancel);
        Clinics = await clinics.NamesOfAsync(Lines.Select(line => line.ClinicId), cancel);
        Planners = (await people.ByIdAsync(Lines.Select(line => line.PlannerId).OfType<Guid>().Distinct(), cancel)).ToDictionary(one => one.Key, one => one.Value.Name);
    }

    async Task CountAsync(CancellationToken cancel)
    {
        var counted = await db.Cases.Where(one => one.LookOn != null).GroupBy(one => new { one.StepKey, one.Turn })
            .Select(group => new { group.Key.StepKey, group.Key.Turn, Count = group.Count() }).ToListAsync(cancel);
        var steps = await db.Pathways.AnyAsync(cancel) ? (await open.NewestAsync(cancel)).Steps : [];
        Columns = [.. steps.Select(step => new Column(step.Key, step.Title.ToString(), Of(step.Key, Contracts.Turn.Company), Of(step.Key, Contracts.Turn.Dentist)))];

        int Of(string step, Contracts.Turn turn) => counted.Where(one => one.StepKey == step && one.Turn == turn).Sum(one => one.Count);
    }
}
