namespace Verifik.Internal.Account;

/// <summary>Calculates when to renew and when to retry, with jitter, so that the processes of a fleet do not renew at the same time.</summary>
/// <param name="renewBefore">How long before its expiry a token is renewed.</param>
/// <param name="seed">The seed of the jitter, for tests that must be repeatable.</param>
internal sealed class RenewalSchedule(TimeSpan renewBefore, int? seed = null)
{
    private const double Jitter = 0.2;

    // The delay is at most the remaining lifetime divided by this, so that there are enough attempts before the expiry.
    private const int AttemptsBeforeExpiry = 24;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    // Not seeded from the clock: processes that start at the same time must not choose the same time.
    private readonly Random _random = new(seed ?? Guid.NewGuid().GetHashCode());

    /// <summary>
    /// A random time in the first fifth of the renewal window. The window of a token with a short lifetime is the
    /// second half of its lifetime. If that time has passed, a random time soon, so that processes that start at the
    /// same time do not renew at the same time.
    /// </summary>
    public DateTimeOffset RenewAt(TokenEntry entry, DateTimeOffset now)
    {
        var window = Window(entry);
        var moment = entry.ExpiresAt - window + RandomShare(window, Jitter);
        return moment > now ? moment : now + RandomShare(PauseIn(entry.ExpiresAt - now), 1);
    }

    /// <summary>Whether the renewal window before the expiry has begun.</summary>
    public bool IsInWindow(TokenEntry entry, DateTimeOffset now) => now >= entry.ExpiresAt - Window(entry);

    /// <summary>
    /// The delay after consecutive failures: exponential, from a minute to an hour, and shorter close to the expiry, so
    /// that an outage that ends before the expiry does no harm.
    /// </summary>
    public TimeSpan Pause(int failures, TimeSpan remaining)
    {
        var backoff = TimeSpan.FromMinutes(FirstPause.TotalMinutes * Math.Pow(2, Math.Min(failures - 1, 10)));
        var pause = Shorter(backoff, PauseIn(remaining));
        return pause - RandomShare(pause, Jitter);
    }

    /// <summary>Shortens an interval by a random part of up to a fifth.</summary>
    public TimeSpan WithJitter(TimeSpan interval) => interval - RandomShare(interval, Jitter);

    public static TimeSpan Shorter(TimeSpan one, TimeSpan other) => TimeSpan.FromTicks(Math.Min(one.Ticks, other.Ticks));

    public static TimeSpan Longer(TimeSpan one, TimeSpan other) => TimeSpan.FromTicks(Math.Max(one.Ticks, other.Ticks));

    private TimeSpan Window(TokenEntry entry)
    {
        var half = TimeSpan.FromTicks(Math.Max(0, (entry.ExpiresAt - entry.ObtainedAt).Ticks / 2));
        return Shorter(renewBefore, half);
    }

    private static TimeSpan PauseIn(TimeSpan remaining) =>
        Shorter(LongestPause, Longer(ShortestPause, TimeSpan.FromTicks(remaining.Ticks / AttemptsBeforeExpiry)));

    private TimeSpan RandomShare(TimeSpan span, double share)
    {
        lock (_random)
        {
            return TimeSpan.FromTicks((long)(span.Ticks * share * _random.NextDouble()));
        }
    }
}
