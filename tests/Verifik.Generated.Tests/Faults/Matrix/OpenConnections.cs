namespace Verifik.Tests.Faults.Matrix;

/// <summary>Counts the connections of a server.</summary>
internal sealed class OpenConnections : IDisposable
{
    private readonly SemaphoreSlim _closed = new(0);
    private int _open;
    private int _most;

    /// <summary>The maximum number of connections that were open at the same time.</summary>
    public int Most => Volatile.Read(ref _most);

    public void Add()
    {
        var open = Interlocked.Increment(ref _open);
        for (var most = Most; open > most; most = Most)
        {
            Interlocked.CompareExchange(ref _most, open, most);
        }
    }

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
