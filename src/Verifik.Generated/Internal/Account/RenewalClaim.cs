using System.Globalization;
using System.Text;

namespace Verifik.Internal.Account;

/// <summary>
/// Lets one process of a fleet renew while the others wait, over a store that can only read and write. It is Fischer's
/// timed mutual exclusion: a process that reads no claim writes its own, waits for longer than any other process may
/// take between that read and that write, and has the claim if it still reads its own. One that took longer does not
/// count itself in. A claim ends by itself, so that a process that dies holds nobody up.
/// </summary>
internal sealed class RenewalClaim(TokenVault vault, TimeProvider time)
{
    /// <summary>Longer than a renewal can take.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    private readonly string _name = Guid.NewGuid().ToString("N");

    /// <summary>Whether this process may renew.</summary>
    /// <exception cref="VerifikTokenStoreException">The store failed, or took too long.</exception>
    public async Task<bool> TryTakeAsync(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        if (IsOfAnother(await vault.ReadClaimAsync().ConfigureAwait(false)))
        {
            return false;
        }

        var until = time.GetUtcNow() + Duration;
        var claim = string.Format(CultureInfo.InvariantCulture, "{0} {1}", _name, until.ToUnixTimeMilliseconds());
        await vault.WriteClaimAsync(Encoding.UTF8.GetBytes(claim), until).ConfigureAwait(false);
        if (time.GetElapsedTime(start) >= Settling)
        {
            return false;
        }

        await Task.Delay(Settling, time, cancellationToken).ConfigureAwait(false);
        var read = await vault.ReadClaimAsync().ConfigureAwait(false);
        return read is not null && Encoding.UTF8.GetString(read) == claim;
    }

    // Its end stands in it too: a store may keep an entry for longer than it was asked to.
    private bool IsOfAnother(byte[]? bytes)
    {
        var parts = bytes is null ? [] : Encoding.UTF8.GetString(bytes).Split(' ');
        return parts.Length == 2
            && parts[0] != _name
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var until)
            && until > time.GetUtcNow().ToUnixTimeMilliseconds();
    }
}
