using Percurso.Accounts.Contracts;
using Percurso.Content.Blocks;
using Percurso.Content.Data;
using Percurso.Content.Domain.Pages;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;

namespace Percurso.Content.Publishing;

/// <summary>Puts a page's draft on the air, and has people asked again where it holds a text they agree to.</summary>
sealed class PublishPage(ContentDb db, BlockKinds kinds, IAgreements agreements, IAudit audit, TimeProvider clock)
{
    /// <param name="page">Loaded to be changed; what it changed before is saved too.</param>
    /// <param name="by">Who publishes.</param>
    /// <param name="askAgain">Whether people must accept the text anew.</param>
    /// <param name="cancel">Nothing is published then.</param>
    public async Task NowAsync(SitePage page, Guid by, bool askAgain, CancellationToken cancel)
    {
        page.Publish(kinds.WordsOf(page.Draft), by, clock.GetUtcNow().UtcDateTime);

        using var together = Together.Begin();
        await db.SaveChangesAsync(cancel);
        if (askAgain && page.Agreement != AgreementPage.None)
        {
            await agreements.AskAgainAsync(page.Agreement == AgreementPage.Terms ? AgreedText.Terms : AgreedText.Privacy, cancel);
            await audit.RecordAsync(ContentActs.AgreementAskedAgain, page.Path, null, cancel);
        }

        together.Complete();
    }
}

static class ContentActs
{
    public static readonly AuditAct AgreementAskedAgain = new("content.agreement-asked-again", "Publicou um texto que as pessoas devem aceitar de novo");
}
