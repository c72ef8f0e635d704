using System.ComponentModel.DataAnnotations;

using Percurso.Accounts.Security;

namespace Percurso.Accounts.Pages.Accounts;

/// <summary>A password of the length we ask for; nothing at all is too short as well.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class LongEnough : ValidationAttribute
{
    /// <summary>The field that says whether there is a password at all, and the value with which there is none.</summary>
    public string? Unless { get; init; }

    public string? Is { get; init; }

    public override bool RequiresValidationContext => true;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var other = Unless is null ? null : validationContext.ObjectType.GetProperty(Unless)?.GetValue(validationContext.ObjectInstance);
        return (value as string ?? "").Length >= IdentityWords.PasswordLength || Unless is not null && Equals(other, Is)
            ? ValidationResult.Success
            : new(ErrorMessageString, [validationContext.MemberName!]);
    }
}
