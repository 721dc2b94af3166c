namespace Verifik.Tests.Faults.Matrix;

/// <summary>Counts the connections of a server.</summary>
internal sealed class OpenConnections : IDisposable
{
    private readonly SemaphoreSlim _closed = new(0);
    private int _open;

    public void Add() => Interlocked.Increment(ref _open);

    public void Remove()
    {
        Interlocked.Decrement(ref _open);
        _closed.Release();
    }

    /// <summary>Waits until every connection is closed.</summary>
    /// <exception cref="TimeoutException">A connection stays open.</exception>
    public async Task AllClosedAsync()
    {
        while (Volatile.Read(ref _open) is > 0 and var open)
        {
            if (!await _closed.WaitAsync(TimeSpan.FromSeconds(30)))
            {
                throw new TimeoutException($"{open} connections are still open.");
            }
        }
    }

    public void Dispose() => _closed.Dispose();
}
