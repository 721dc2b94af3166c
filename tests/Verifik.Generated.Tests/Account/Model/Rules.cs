namespace Verifik.Tests.Account.Model;

/// <summary>
/// What must be true when nothing has been written for fifteen seconds.
/// </summary>
/// <remarks>
/// An act is a login, a logout or a revocation by a person. Act A comes before act B if B's process did A or knew of it when B
/// began, or if the store contained A's result from the beginning of B until B's token arrived or B's call ended. Otherwise
/// they are concurrent, and each may be the later one.
/// <list type="bullet">
/// <item>A login or a revocation counts when its process has the server's response, even if the caller cancelled: the response
/// was paid for.</item>
/// <item>A logout counts when its call has ended without an exception. A logout that failed or was cancelled may count.</item>
/// <item>If a logout and a revocation have no login between them, the revocation may count: its process did not know of the
/// logout, or the logout deleted the token of the revocation.</item>
/// </list>
/// The last acts are those that come before no act that counts.
/// <list type="number">
/// <item>Nobody has a token that was invalidated by a revocation that counts and whose own token is valid.</item>
/// <item>If all last acts are logouts, nobody has a token.</item>
/// <item>If no last act is a logout, and one of them counts and has a valid token, everybody has a valid token. If some are
/// logouts, a token and none are both correct.</item>
/// <item>All have the same token, or none.</item>
/// </list>
/// <para>No client of such a store and server can prevent these cases, so they are excluded:</para>
/// <list type="bullet">
/// <item>An act that nobody knows of any more does not count. Its process has ended before its entry was stored, or before the
/// other process had read it and overwrote it with an entry that was based on an earlier one. A store without compare-and-set
/// cannot prevent this. What a process must do before it ends is in <see cref="ModelProcess.EndAsync"/>.</item>
/// <item>A token that was revoked elsewhere, or by a revocation whose response was lost, may be kept, and may replace the token
/// of a concurrent login: no process can know before the server rejects it.</item>
/// </list>
/// </remarks>
/// <param name="acts">All acts, in the order in which they began.</param>
/// <param name="known">The acts whose result is in the store, or that a running process knows of.</param>
internal sealed class Rules(IReadOnlyList<Act> acts, ulong known)
{
    /// <summary>The rule that is broken.</summary>
    /// <param name="held">The token of each process, and the one in the store.</param>
    public string? Broken(IReadOnlyList<ModelToken?> held)
    {
        if (held.FirstOrDefault(IsKnownAsRevoked) is { } revoked)
        {
            return $"{revoked} was revoked by {revoked.RevokedBy.First(IsKnown)}.";
        }

        var last = acts.Where(MayCount).Where(act => !acts.Any(later => Replaces(later, act))).ToList();
        if (last.TrueForAll(static act => act.Kind == ActKind.Logout) && held.FirstOrDefault(static token => token is not null) is { } kept)
        {
            return $"{kept} is held after {(last.Count == 0 ? "nothing" : last[0])}.";
        }

        if (last.TrueForAll(static act => act.Kind != ActKind.Logout)
            && last.Find(act => Counts(act) && act.Delivered!.IsAlive) is { } paid
            && last.TrueForAll(act => act.Delivered!.IsAlive || IsKnownAsRevoked(act.Delivered))
            && held.Any(static token => token is not { IsAlive: true }))
        {
            return $"The token of {paid} is lost: it is alive.";
        }

        return held.Distinct().Count() > 1 && !held.Any(static token => token is { IsAlive: false }) ? "Not all have the same." : null;
    }

    private bool IsKnownAsRevoked(ModelToken? token) => token is not null && token.RevokedBy.Exists(IsKnown);

    // If its own token was revoked elsewhere too, nobody has a valid one.
    private bool IsKnown(Act? revocation) => Counts(revocation) && revocation!.Delivered!.IsAlive;

    private bool Counts(Act? act) => act is not null && (act.Bit & known) != 0 && act.Kind switch
    {
        ActKind.Logout => act.HasSucceeded,
        ActKind.Revoke => act.Delivered is not null && !acts.Any(logout => logout.Kind == ActKind.Logout && GivesUp(logout, act)),
        _ => act.Delivered is not null,
    };

    private bool Replaces(Act later, Act act) => Counts(later) && (later.Before & act.Bit) != 0;

    private bool MayCount(Act act) => act.Kind == ActKind.Logout || act.Delivered is not null;

    // Unless somebody logged in between the logout and the revocation.
    private bool GivesUp(Act logout, Act revocation) => !acts.Any(login =>
        login.Kind == ActKind.Login && Counts(login) && (login.Before & logout.Bit) != 0 && (revocation.Before & login.Bit) != 0);
}
