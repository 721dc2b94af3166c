using System.Collections.Concurrent;
using System.Diagnostics;

namespace Verifik;

/// <summary>Keeps the token for as long as the process lives. The store of an application that registers no other.</summary>
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
