namespace Percurso.Theme.Contracts;

/// <summary>How something stands, or whose turn it is. Each has an icon and a colour; the words are the page's.</summary>
public enum Kind
{
    Info,
    Ok,
    Warn,
    Bad,

    /// <summary>The reader's turn.</summary>
    Yours,

    /// <summary>The company's turn.</summary>
    Ours,
    Locked,
    Hold,
}
