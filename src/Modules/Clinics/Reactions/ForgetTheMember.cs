using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Clinics.Data;
using Percurso.Kernel.Events;

namespace Percurso.Clinics.Reactions;

sealed class ForgetTheMember(ClinicsDb db) : IHandle<AccountErased>
{
    public async Task HandleAsync(AccountErased fact, CancellationToken cancel)
    {
        foreach (var clinic in await db.Whole.Where(clinic => clinic.Members.Any(member => member.AccountId == fact.AccountId)).ToListAsync(cancel))
            clinic.Forget(fact.AccountId);

        await db.SaveChangesAsync(cancel);
        await db.Choices.Where(choice => choice.AccountId == fact.AccountId).ExecuteDeleteAsync(cancel);
    }
}
