using Verifik.Internal.Account;
using Verifik.Internal.Stores;

namespace Verifik.Tests.Account.Model;

// What persons do in a process, and which acts it knows of.
internal sealed partial class ModelProcess
{
    private readonly List<Act> _acts = [];
    private readonly HashSet<TokenVersion> _versions = [];

    /// <summary>The acts that the process knows of: its own, and those that an entry reflected which it read.</summary>
    public ulong Knows { get; set; }

    /// <summary>Its own acts.</summary>
    public ulong Did => _acts.Aggregate(0UL, static (bits, act) => bits | act.Bit);

    /// <summary>The revocation that is under way: they run in the order in which they were called.</summary>
    public Act Revocation => _acts.Find(static act => act is { Kind: ActKind.Revoke, IsDecided: false })
        ?? _acts.FindLast(static act => act.Kind == ActKind.Revoke)!;

    /// <summary>
    /// The acts that an entry reflects which the process begins to write. One without a token that it has not had before is
    /// a logout's.
    /// </summary>
    public ulong WritesNow(TokenEntry written)
    {
        if (written.Token is null && _versions.Add(written.Version)
            && _acts.Find(act => act is { Kind: ActKind.Logout, HasEnded: false } && (act.Bit & Knows) == 0) is { } logout)
        {
            Knows |= logout.Bit;
        }

        return Knows;
    }

    /// <summary>The process has read an entry of a version, and what it reflects.</summary>
    public void HasRead(TokenVersion? version, ulong reflects)
    {
        if (version is { } read)
        {
            _versions.Add(read);
        }

        Knows |= reflects;
        _acts.ForEach(static act => act.HasMetStore |= act.Delivered is not null);
    }

    /// <summary>A person's act, whose caller may leave before it ends.</summary>
    public async Task DoAsync(Act act, CancellationToken cancellationToken)
    {
        _acts.Add(act);
        try
        {
            await (act.Kind switch
            {
                ActKind.Login => _token.LoginAsync(act.Code, cancellationToken),
                ActKind.Revoke => _token.RevokeAsync(cancellationToken),
                _ => _token.LogoutAsync(cancellationToken),
            });
            act.HasSucceeded = true;
            Knows |= act.Bit;
        }
        finally
        {
            // Without its caller it may go on, until another one ends that was called after it.
            if (!cancellationToken.IsCancellationRequested || act.HasSucceeded)
            {
                _acts.TakeWhile(earlier => earlier != act).Append(act).ToList().ForEach(static ended => ended.HasEnded = true);
            }
        }
    }
}
