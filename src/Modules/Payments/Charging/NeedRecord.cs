using Percurso.Accounts.Contracts;
using Percurso.Clinics.Contracts;
using Percurso.Kernel.Localization;
using Percurso.Payments.Contracts;

namespace Percurso.Payments.Charging;

/// <summary>
/// Who pays must have a whole record: the dentist who does, or, where an assistant pays, one of the clinic's dentists.
/// </summary>
sealed class NeedRecord(IRecords records, IClinicPeople clinics, Words words) : IBeforePaying
{
    public async Task<MissingBeforePaying?> MissingAsync(Guid clinic, Guid payer, CancellationToken cancel)
    {
        var dentists = await clinics.DentistsOfAsync(clinic, cancel);
        var lacking = new List<ClientRecord>();
        foreach (var one in dentists.Contains(payer) ? [payer] : dentists)
            if (await records.OfAsync(one, cancel) is { } record)
                if (record.IsWhole) return null;
                else lacking.Add(record);

        if (lacking is not [var first, ..]) return null;

        var parts = string.Join(", ", first.Missing.Select(part => words[part].Value));
        return dentists.Contains(payer)
            ? new(words["Antes do primeiro pagamento, seu cadastro ainda precisa de: {0}.", parts], "/conta")
            : new(words["Antes do primeiro pagamento, o cadastro de {0} ainda precisa de: {1}. É na conta de {0} que isso se escreve.", first.Name, parts], null);
    }
}
