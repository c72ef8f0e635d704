using Percurso.Accounts.Contracts;
using Percurso.Kernel.Data;

namespace Percurso.Accounts.Domain;

/// <summary>Somebody wants their data deleted (LGPD, art. 18, VI). An administrator carries it out; until then it may be withdrawn.</summary>
sealed class DeletionRequest : Aggregate
{
    DeletionRequest() { }

    public DeletionRequest(Guid account, DateTime now)
    {
        (AccountId, AskedAt) = (account, now);
        Record(new DeletionAsked(account));
    }

    public Guid AccountId { get; private set; }
    public DateTime AskedAt { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }
    public DateTime? CarriedOutAt { get; private set; }

    public void Withdraw(DateTime now)
    {
        WithdrawnAt = now;
        Changed();
    }

    public void CarryOut(DateTime now)
    {
        CarriedOutAt = now;
        Changed();
    }
}
