using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Cases;

/// <summary>What people do with cases, as they do it.</summary>
static class AtTheDesk
{
    /// <summary>Opens a case for a new patient with implants at these teeth, and returns the address of its page.</summary>
    public static async Task<string> OpenCaseAsync(this Visitor dentist, string patient, params int[] teeth)
    {
        var page = await dentist.GetAsync("/casos/novo");
        var form = page.Form("form.case-form");
        var answer = await dentist.PostAsync(
            "/casos/novo",
            [.. teeth.Select(tooth => ("Input.Teeth", $"{tooth}")), ("Input.Name", patient), ("Input.Support", "Teeth"), ("Input.Drilling", "Full"), ("Input.Output", "Printed"),
                ("__RequestVerificationToken", form.ValueOf("__RequestVerificationToken") ?? "")]);
        return answer.LeadsTo ?? throw new InvalidOperationException($"No case was opened: {answer.TextOf(".error-summary")}");
    }
}
