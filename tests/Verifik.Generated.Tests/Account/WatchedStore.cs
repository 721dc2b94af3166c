using System.Diagnostics;

namespace Verifik.Tests.Account;

/// <summary>An in-memory store that counts its calls, and can delay or fail them.</summary>
internal sealed class WatchedStore : IVerifikTokenStore
{
    private readonly VerifikMemoryTokenStore _inner = new();
    private readonly TaskCompletionSource _readBegins = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _writeBegins = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _reads;
    private int _writes;
    private volatile TaskCompletionSource? _held;

    public int Reads => _reads;

    /// <summary>Replaces a read, if it returns a task.</summary>
    public Func<string, CancellationToken, Task<byte[]?>>? InsteadOfRead { get; set; }

    /// <summary>Runs before a write.</summary>
    public Func<CancellationToken, Task>? BeforeWrite { get; set; }

    /// <summary>Blocks all reads until the result is disposed.</summary>
    public IDisposable HoldReads()
    {
        _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return new Hold(_held);
    }

    /// <summary>Reads the stored entry, bypassing the fakes.</summary>
    public Task<byte[]?> ReadInnerAsync(string key, CancellationToken cancellationToken) => _inner.ReadAsync(key, cancellationToken);

    /// <summary>Waits until a read begins.</summary>
    public Task ReadBeginsAsync() => _readBegins.Task.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Waits until a write begins.</summary>
    public Task WriteBeginsAsync() => _writeBegins.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public async Task<byte[]?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        _readBegins.TrySetResult();
        if (_held is { } held)
        {
            await held.Task;
        }

        return InsteadOfRead is { } instead ? await instead(key, cancellationToken) : await _inner.ReadAsync(key, cancellationToken);
    }

    /// <summary>Waits until no write is in progress, including abandoned ones.</summary>
    public async Task WritesEndAsync()
    {
        for (var patience = Stopwatch.StartNew(); Volatile.Read(ref _writes) > 0;)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(30), "A write does not end.");
            await Task.Yield();
        }
    }

    public async Task WriteAsync(string key, byte[] entry, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _writes);
        _writeBegins.TrySetResult();
        try
        {
            await WriteOnceAsync(key, entry, expiresAt, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _writes);
        }
    }

    private async Task WriteOnceAsync(string key, byte[] entry, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        if (BeforeWrite is { } before)
        {
            await before(cancellationToken);
        }

        await _inner.WriteAsync(key, entry, expiresAt, cancellationToken);
    }

    private sealed class Hold(TaskCompletionSource held) : IDisposable
    {
        public void Dispose() => held.TrySetResult();
    }
}
