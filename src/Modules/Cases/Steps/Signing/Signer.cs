using Microsoft.AspNetCore.Http;

using Percurso.Accounts.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Security;
using Percurso.Kernel.Settings;

namespace Percurso.Cases.Steps.Signing;

/// <summary>Asks again who is sitting there, before anything else; then gathers what is kept with what they sign. The form is <c>_Sign</c>.</summary>
sealed class Signer(IProof proof, IRecords records, ISettings settings)
{
    /// <param name="http">The request: who, from where, with what.</param>
    /// <param name="given">The password or the code.</param>
    /// <param name="read">The number of the statement that was on the page.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RuleBrokenException">The proof is not theirs; the statement is another, or not there; they have written no CRO.</exception>
    public async Task<Signature> SignAsync<TStatement>(HttpContext http, string? given, int? read, CancellationToken cancel) where TStatement : class, IStatement<TStatement>
    {
        await proof.DemandAsync(http.User, given, cancel);
        var statement = await settings.FindAsync<TStatement>(cancel) ?? throw new RuleBrokenException("A empresa ainda não escreveu a declaração que se assina aqui. Avise-a por uma mensagem.");
        if (statement.Number != read) throw new RuleBrokenException("A declaração mudou enquanto você lia. Leia-a de novo antes de assinar.");
        if (await records.OfAsync(http.User.AccountId(), cancel) is not { Cro: { Length: > 0 } cro } record) throw new RuleBrokenException("A assinatura leva o seu CRO. Escreva-o no seu cadastro e volte.");

        return new(
            record.Name, cro, http.Connection.RemoteIpAddress?.ToString(), http.Request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? agent : null,
            statement.Number, statement.Text.ToString());
    }
}
