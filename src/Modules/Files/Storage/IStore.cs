namespace Percurso.Files.Storage;

/// <summary>
/// Where the bytes of files lie, in pieces: each is written once, from its beginning to its end, by one writer, and never changed. What a file
/// is made of, in which order, stands in the database. All nodes reach the same store. Whatever it is asked may fail with a <see cref="StoreAwayException"/>.
/// </summary>
interface IStore
{
    /// <summary>How many bytes a piece may hold at most.</summary>
    long PieceLimit { get; }

    /// <summary>Bytes that may still be written; null where nobody can say.</summary>
    long? FreeBytes { get; }

    /// <param name="piece">Its key, a new one.</param>
    ValueTask<IPieceWriter> CreateAsync(Guid piece, CancellationToken cancel);

    /// <summary>
    /// How much survived of a piece whose writer did not end it, 0 where nothing did; from now on it is as safe as one that was ended.
    /// </summary>
    ValueTask<long> RescueAsync(Guid piece, CancellationToken cancel);

    /// <param name="piece">One that was ended or rescued.</param>
    /// <param name="length">How long it was then; no more of it is read.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="StoreDamagedException">It is not there; some stores notice only when it is read.</exception>
    ValueTask<IPieceReader> OpenAsync(Guid piece, long length, CancellationToken cancel);

    /// <summary>One that is not there is no error.</summary>
    ValueTask DeleteAsync(Guid piece, CancellationToken cancel);
}

/// <summary>Writes one piece. Disposed without <see cref="EndAsync"/> it may still be rescued.</summary>
interface IPieceWriter : IAsyncDisposable
{
    /// <summary>What was written survives the death of this process when this returns.</summary>
    /// <exception cref="StoreFullException">There is no room left.</exception>
    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel);

    /// <summary>All of it is safe, also from a power cut, when this returns.</summary>
    ValueTask EndAsync(CancellationToken cancel);
}

/// <summary>Reads a piece at any place.</summary>
interface IPieceReader : IAsyncDisposable
{
    /// <returns>How many bytes were read, fewer than asked for perhaps; 0 at its end.</returns>
    ValueTask<int> ReadAsync(long offset, Memory<byte> into, CancellationToken cancel);
}

/// <summary>The store has no room left. What was written before stays.</summary>
sealed class StoreFullException(Exception cause) : IOException("The store is full.", cause);

/// <summary>The store does not answer, or not to us. What it holds is not lost; asking later may help.</summary>
sealed class StoreAwayException(Exception cause) : IOException($"The store of files does not answer: {cause.Message}", cause);

/// <summary>What the store holds is not what was written there.</summary>
sealed class StoreDamagedException(string message) : IOException(message);
