using System.Security.Claims;

namespace Percurso.Payments.Pages.Payments;

static class Reader
{
    /// <summary>The account of whoever asks; null for a visitor.</summary>
    public static Guid? Account(this ClaimsPrincipal person) =>
        Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
}
