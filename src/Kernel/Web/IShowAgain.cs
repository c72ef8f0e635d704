namespace Percurso.Kernel.Web;

/// <summary>
/// A page that reads something before it is shown. After a refused post it is asked to read that again, and is then shown
/// with what was typed and with what was wrong.
/// </summary>
public interface IShowAgain
{
    Task ShowAgainAsync(CancellationToken cancel);
}
