using System.Collections.Concurrent;
using System.Diagnostics;

namespace Verifik;

/// <summary>Stores the token in memory for the lifetime of the process. This is the default store.</summary>
public sealed class VerifikMemoryTokenStore : IVerifikTokenStore
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly ConcurrentDictionary<string, byte[]> _entries = new();

    /// <inheritdoc/>
    public Task<byte[]?> ReadAsync(string key, CancellationToken cancellationToken) =>
        Task.FromResult(_entries.TryGetValue(key, out var entry) ? entry : null);

    /// <inheritdoc/>
    public Task WriteAsync(string key, byte[] entry, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        _entries[key] = entry;
        return Task.CompletedTask;
    }
}
