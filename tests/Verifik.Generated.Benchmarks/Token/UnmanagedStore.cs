using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Verifik.Benchmarks.Token;

/// <summary>A store whose entries are not in the memory that is measured, as in a database.</summary>
internal sealed class UnmanagedStore : IVerifikTokenStore, IDisposable
{
    private readonly ConcurrentDictionary<long, (nint Address, int Length)> _entries = new(concurrencyLevel: 1, capacity: 16_384);

    public Task<byte[]?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        if (!_entries.TryGetValue(Short(key), out var entry))
        {
            return Task.FromResult<byte[]?>(null);
        }

        var bytes = new byte[entry.Length];
        Marshal.Copy(entry.Address, bytes, 0, entry.Length);
        return Task.FromResult<byte[]?>(bytes);
    }

    public Task WriteAsync(string key, byte[] entry, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var address = Marshal.AllocHGlobal(entry.Length);
        Marshal.Copy(entry, 0, address, entry.Length);
        _entries[Short(key)] = (address, entry.Length);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        foreach (var (address, _) in _entries.Values)
        {
            Marshal.FreeHGlobal(address);
        }
    }

    private static long Short(string key) => Convert.ToInt64(key[..15], 16);
}
