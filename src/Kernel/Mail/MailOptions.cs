namespace Percurso.Kernel.Mail;

/// <summary>The operator's configuration under <c>Mail</c>. Without <see cref="Smtp"/> letters stay in the demo's folder.</summary>
sealed class MailOptions
{
    /// <summary>The address letters come from. By default <c>nao-responda@</c> the public address's host.</summary>
    public string? From { get; set; }

    public SmtpOptions? Smtp { get; set; }

    /// <summary>In Production, that letters are meant to stay in the data folder.</summary>
    public bool StayHere { get; set; }

    /// <summary>How long a server may take over one letter; a little later another courier may take the letter over.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>How long what a letter said is kept; its delivery log stays.</summary>
    public int KeepDays { get; set; } = 90;
}

sealed class SmtpOptions
{
    public string Host { get; set; } = "";
    public int Port { get; set; } = 587;

    /// <summary>Off only for a server on this machine or network that offers no encryption.</summary>
    public bool StartTls { get; set; } = true;
    public string? User { get; set; }
    public string? Password { get; set; }
}
