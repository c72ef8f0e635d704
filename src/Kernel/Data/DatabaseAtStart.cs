namespace Percurso.Kernel.Data;

/// <summary>Before the host starts, the database can be worked with.</summary>
abstract class DatabaseAtStart : BeforeStart
{
    /// <summary>For a command: the same, except that a host may be using it meanwhile.</summary>
    /// <exception cref="StartRefusedException">It cannot be reached; the message says why and what to do.</exception>
    public abstract Task ReachAsync(CancellationToken cancel);
}
