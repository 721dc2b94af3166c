namespace Verifik.Internal.Account;

/// <summary>When to renew, and when to try again. Spread at random, so that a fleet does not do it at once.</summary>
/// <param name="renewBefore">How long before its expiry a token is renewed.</param>
/// <param name="seed">A test that repeats itself gives one.</param>
internal sealed class RenewalSchedule(TimeSpan renewBefore, int? seed = null)
{
    private const double Spread = 0.2;

    // A pause is at most this share of the time until the expiry: an outage that ends in time is survived.
    private const int AttemptsInWhatRemains = 24;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    // Seeded apart from the clock: processes that start together must not choose together.
    private readonly Random _random = new(seed ?? Guid.NewGuid().GetHashCode());

    /// <summary>
    /// A moment in the first fifth of the window before the expiry. The window of a token with a short life is the second
    /// half of it. Where that moment has passed, one soon: processes that start together must not renew together either.
    /// </summary>
    public DateTimeOffset RenewAt(TokenEntry entry, DateTimeOffset now)
    {
        var window = Window(entry);
        var moment = entry.ExpiresAt - window + AtRandom(window, Spread);
        return moment > now ? moment : now + AtRandom(PauseIn(entry.ExpiresAt - now), 1);
    }

    /// <summary>Whether the window before the expiry has begun.</summary>
    public bool IsInWindow(TokenEntry entry, DateTimeOffset now) => now >= entry.ExpiresAt - Window(entry);

    /// <summary>
    /// The pause after so many failures in a row: from a minute to an hour, and shorter the closer the expiry is. An
    /// outage that ends in time is survived.
    /// </summary>
    public TimeSpan Pause(int failures, TimeSpan remaining)
    {
        var backoff = TimeSpan.FromMinutes(FirstPause.TotalMinutes * Math.Pow(2, Math.Min(failures - 1, 10)));
        var longest = PauseIn(remaining);
        var pause = backoff < longest ? backoff : longest;
        return pause - AtRandom(pause, Spread);
    }

    /// <summary>The time to the next look into the store: a little less than what was asked for.</summary>
    public TimeSpan Spaced(TimeSpan interval) => interval - AtRandom(interval, Spread);

    private TimeSpan Window(TokenEntry entry)
    {
        var half = TimeSpan.FromTicks(Math.Max(0, (entry.ExpiresAt - entry.ObtainedAt).Ticks / 2));
        return renewBefore < half ? renewBefore : half;
    }

    private static TimeSpan PauseIn(TimeSpan remaining)
    {
        var share = TimeSpan.FromTicks(remaining.Ticks / AttemptsInWhatRemains);
        return share > LongestPause ? LongestPause : share < ShortestPause ? ShortestPause : share;
    }

    private TimeSpan AtRandom(TimeSpan span, double share)
    {
        lock (_random)
        {
            return TimeSpan.FromTicks((long)(span.Ticks * share * _random.NextDouble()));
        }
    }
}
