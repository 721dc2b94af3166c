using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;

namespace Verifik.Internal.Stores;

/// <summary>
/// Stores the token in an <see cref="IDistributedCache"/> (Redis, SQL Server, …) for all processes of a fleet,
/// encrypted with ASP.NET Core Data Protection. An entry expires with its token.
/// </summary>
internal sealed class DistributedTokenStore(IDistributedCache cache, IDataProtectionProvider? protection, TimeProvider time) : IVerifikTokenStore
{
    private const string Purpose = "Verifik.TokenStore";

    private const string Unreadable = "The entry in the cache cannot be read with this application's Data Protection keys: another application with other keys or another application name writes to the same cache, the keys were lost, or the entry is damaged. Configure the same keys and SetApplicationName in both applications, or a different cache instance name in each. If the keys were lost or the entry is damaged, log in again.";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    public async Task<byte[]?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var entry = await cache.GetAsync(Name(key), cancellationToken).ConfigureAwait(false);
        if (entry is null || protection is null)
        {
            return entry;
        }

        var protector = Protector(protection, key);
        try
        {
            return protector.Unprotect(entry);
        }
        catch (Exception exception)
        {
            // Some data protectors throw other exceptions than CryptographicException.
            throw new CryptographicException(Unreadable, exception);
        }
    }

    public Task WriteAsync(string key, byte[] entry, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        // Relative to now, so that a different clock of the cache does not matter.
        var life = expiresAt - time.GetUtcNow();
        if (life <= TimeSpan.Zero)
        {
            return cache.RemoveAsync(Name(key), cancellationToken);
        }

        // A cache adds it to its own time, which must not overflow.
        life = life < Longest ? life : Longest;
        var content = protection is null ? entry : Protector(protection, key).Protect(entry);
        return cache.SetAsync(Name(key), content, new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = life }, cancellationToken);
    }

    private static string Name(string key) => "verifik:" + key;

    // The key is part of the purpose, so that an entry that was moved to another key cannot be read.
    private static IDataProtector Protector(IDataProtectionProvider protection, string key) => protection.CreateProtector(Purpose, key);
}
