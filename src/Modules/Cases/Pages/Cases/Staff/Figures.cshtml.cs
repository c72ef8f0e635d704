using Microsoft.AspNetCore.Authorization;

using Percurso.Cases.Contracts;
using Percurso.Cases.Figures;
using Percurso.Cases.Spine;
using Percurso.Kernel.Localization;

namespace Percurso.Cases.Pages.Cases.Staff;

/// <summary>How long things take, how often they are made anew, what is on time, what lies on whose desk, what came in.</summary>
[Authorize(Policy = CasesPermissions.Figures)]
sealed class FiguresModel(CountFigures figures, Timetable timetable, Words words) : FiguresOfSpan(figures, timetable, words)
{
    public Task OnGetAsync(CancellationToken cancel) => CountAsync(cancel);
}
