using Microsoft.AspNetCore.Authorization;

using Percurso.Production.Contracts;
using Percurso.Production.Data;
using Percurso.Production.Domain;
using Percurso.Production.Papers;

namespace Percurso.Production.Pages.Production;

/// <summary>The label of a box, for a label printer.</summary>
[Authorize(Policy = ProductionPermissions.Work)]
sealed class LabelModel(ProductionDb db, PrintPapers papers) : PaperPage(db)
{
    protected override Task<byte[]> WriteAsync(PrintOrder order, CancellationToken cancel) => papers.LabelAsync(order, cancel);
}
