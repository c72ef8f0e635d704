using Percurso.Accounts.Domain;
using Percurso.Kernel.Mail;

namespace Percurso.Accounts.Mail;

static class ToPerson
{
    /// <summary>The person at the address of their account, in their language.</summary>
    public static Recipient AsRecipient(this Account account) => new(account.Email!, account.Name, new(account.Culture));
}
