using Microsoft.AspNetCore.Authorization;

using Percurso.Production.Contracts;
using Percurso.Production.Data;
using Percurso.Production.Domain;
using Percurso.Production.Papers;

namespace Percurso.Production.Pages.Production;

/// <summary>The sheet a box is packed by, which goes into it.</summary>
[Authorize(Policy = ProductionPermissions.Work)]
sealed class ChecklistModel(ProductionDb db, PrintPapers papers) : PaperPage(db)
{
    protected override Task<byte[]> WriteAsync(PrintOrder order, CancellationToken cancel) => papers.ChecklistAsync(order, cancel);
}
