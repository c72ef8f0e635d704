using System.ComponentModel.DataAnnotations;

using Microsoft.Extensions.DependencyInjection;

using Percurso.Kernel.Localization;

namespace Percurso.Kernel.Brazil;

/// <summary>
/// What is written in this field of a form is an identifier, or nothing: <c>[Holds&lt;Cpf&gt;] public string? Cpf { get; set; }</c>.
/// Otherwise the identifier's own sentence is said, in the reader's language. The page then calls <c>Cpf.Parse</c>.
/// </summary>
public sealed class HoldsAttribute<TIdentifier> : ValidationAttribute where TIdentifier : Identifier<TIdentifier>, IIdentifier<TIdentifier>
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace((string?)value) || Identifier<TIdentifier>.TryParse((string)value, out _)) return ValidationResult.Success;

        var said = validationContext.GetService<Words>() is { } words ? words[TIdentifier.Refusal].Value : TIdentifier.Refusal;
        return new(said, validationContext.MemberName is { } member ? [member] : null);
    }
}
