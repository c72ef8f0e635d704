namespace Percurso.Kernel;

/// <summary>
/// The host cannot start, and a person can mend it. The message says which thing is wrong and what to do, in one or two
/// sentences; the host prints it alone, without a trace, and ends with exit code 1.
/// </summary>
public sealed class StartRefusedException(string message, Exception? cause = null) : Exception(message, cause);
