using System.Security.Claims;

using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;
using Percurso.Clinics.Contracts;
using Percurso.Kernel.Security;

namespace Percurso.Cases.Rights;

/// <summary>Somebody who may see a case, and from which side.</summary>
/// <param name="Account">Who it is.</param>
/// <param name="Who">Dentist, for whoever works in the clinic; company, for its staff.</param>
/// <param name="MaySteer">Of the company: may do more than look.</param>
/// <param name="MayReview">Of the company: may release plans of others.</param>
sealed record CaseReader(Guid Account, Party Who, bool MaySteer, bool MayReview = false)
{
    public bool IsCompany => Who == Party.Company;

    public Turn Turn => IsCompany ? Turn.Company : Turn.Dentist;
}

/// <summary>Who may see which case, read at each request.</summary>
sealed class CaseReaders(IPermissions permissions, IClinicRights rights)
{
    /// <summary>Null for whom the case is not there.</summary>
    public async Task<CaseReader?> OfAsync(ClaimsPrincipal person, Guid clinic, CancellationToken cancel)
    {
        var granted = await permissions.OfAsync(person);
        if (granted.Contains(CasesPermissions.See)) return new(person.AccountId(), Party.Company, granted.Contains(CasesPermissions.Steer), granted.Contains(CasesPermissions.Review));

        return await rights.MayAsync(person.AccountId(), clinic, ClinicAct.Prepare, cancel) ? new(person.AccountId(), Party.Dentist, false) : null;
    }

    /// <summary>Whether somebody may take all of a case away: staff, and dentists of the clinic. Who looks through a dentist's eyes takes nothing.</summary>
    public async Task<bool> MayTakeAwayAsync(ClaimsPrincipal person, CaseReader reader, Case one, CancellationToken cancel) =>
        reader.IsCompany || person.SeenBy() is null && await rights.MayAsync(reader.Account, one.ClinicId, ClinicAct.Order, cancel, one.DentistId);
}
