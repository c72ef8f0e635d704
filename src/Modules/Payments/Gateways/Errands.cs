using Microsoft.EntityFrameworkCore;

using Percurso.Payments.Data;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Gateways;

static class Errands
{
    /// <summary>The bell that says there is something to be done.</summary>
    public const string Bell = "errands";

    /// <summary>Writes down what is to be done at a gateway, in the transaction at hand. Asked for again it is done again, and no later.</summary>
    public static Task AskErrandAsync(this PaymentsDb db, ErrandKind kind, string gateway, string subject, DateTime notBefore, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into payments.errand as known (kind, gateway, subject, rings, attempts, not_before) values ({kind.ToString()}, {gateway}, {subject}, 1, 0, {notBefore})
            on conflict (kind, gateway, subject) do update set
                rings = known.rings + 1, attempts = 0, done_at = null, given_up_at = null, error = null,
                not_before = case when known.done_at is null and known.given_up_at is null then least(known.not_before, excluded.not_before) else excluded.not_before end
            """, cancel);
}
