using Microsoft.AspNetCore.Authorization;

using Percurso.Production.Contracts;
using Percurso.Production.Data;
using Percurso.Production.Domain;
using Percurso.Production.Papers;

namespace Percurso.Production.Pages.Production;

/// <summary>What goes with the box, for whoever opens it.</summary>
[Authorize(Policy = ProductionPermissions.Work)]
sealed class NoteModel(ProductionDb db, PrintPapers papers) : PaperPage(db)
{
    protected override Task<byte[]> WriteAsync(PrintOrder order, CancellationToken cancel) => papers.NoteAsync(order, cancel);
}
