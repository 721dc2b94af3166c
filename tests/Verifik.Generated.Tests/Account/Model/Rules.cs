namespace Verifik.Tests.Account.Model;

/// <summary>
/// What must hold when nothing has been written for fifteen seconds.
/// </summary>
/// <remarks>
/// A person's acts have an order as far as the store can show one. An act comes before another one if the other's process
/// did it too, or knew of it, when the other began; or if the store reflected it from the other's beginning until its token
/// came or its call ended. All others are concurrent: either may be the later one.
/// <list type="bullet">
/// <item>A login or a revocation counts when its process has the server's answer. Its call need not have ended: a caller
/// may leave, and what was paid for is kept.</item>
/// <item>A logout counts when its call has ended without an exception. One that failed, or whose caller left, may count.</item>
/// <item>A revocation may count where there is a logout and no login between the two: its process had not heard of the
/// logout, or the logout gave up the token that it brought, and with it what it had made worthless.</item>
/// </list>
/// The last acts are those that come before none that counts.
/// <list type="number">
/// <item>Nobody has a token that a revocation made worthless which counts, and whose own token is alive.</item>
/// <item>Where all last acts are logouts, nobody has a token.</item>
/// <item>Where none is, everybody has one that is alive, if one of these acts counts and its token is alive. Where there
/// are both, having none or one will do.</item>
/// <item>All have the same token, or none.</item>
/// </list>
/// <para>What no client of such a store and server can hold is left out:</para>
/// <list type="bullet">
/// <item>An act that nobody knows of any more does not count. The process that knew of it has ended before the store took
/// it, or before the other process had read it and wrote over it what it had made of an earlier entry. A store without
/// compare-and-set cannot prevent it. What a process owes at its end is in <see cref="ModelProcess.EndAsync"/>.</item>
/// <item>A token that was revoked elsewhere, or by a revocation whose answer was lost, may be held on, and may be the one
/// of two concurrent logins that is kept: nobody can know before the server is asked.</item>
/// </list>
/// </remarks>
/// <param name="acts">What persons did, in the order in which they began.</param>
/// <param name="known">The acts that the store reflects or a process knows of that has not ended.</param>
internal sealed class Rules(IReadOnlyList<Act> acts, ulong known)
{
    /// <summary>The rule that is broken.</summary>
    /// <param name="held">What each process hands out, and what the store has.</param>
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

    // Where its own token was revoked elsewhere too, nobody has a better one.
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
