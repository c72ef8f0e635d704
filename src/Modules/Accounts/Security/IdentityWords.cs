using Microsoft.AspNetCore.Identity;

namespace Percurso.Accounts.Security;

/// <summary>What Identity refuses, in our words; keys of the translations.</summary>
sealed class IdentityWords : IdentityErrorDescriber
{
    public const int PasswordLength = 10;

    public override IdentityError DuplicateEmail(string email) => Say("Já existe uma pessoa com este e-mail. Use outro, ou entre com ele.");

    public override IdentityError DuplicateUserName(string userName) => DuplicateEmail(userName);

    public override IdentityError InvalidEmail(string? email) => Say("Este e-mail não está completo. Escreva-o como nome@exemplo.com.br.");

    public override IdentityError InvalidUserName(string? userName) => InvalidEmail(userName);

    public override IdentityError PasswordTooShort(int length) => Say("A senha é curta. Use 10 caracteres ou mais; uma frase serve.");

    static IdentityError Say(string words) => new() { Code = words, Description = words };
}
