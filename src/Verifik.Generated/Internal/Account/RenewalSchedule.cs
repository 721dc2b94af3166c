namespace Verifik.Internal.Account;

/// <summary>When to renew, and when to try again. Spread at random, so that a fleet does not do it at once.</summary>
internal sealed class RenewalSchedule(TimeSpan renewBefore)
{
    private const double Spread = 0.2;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    // Seeded apart from the clock: processes that start together must not choose together.
    private readonly Random _random = new(Guid.NewGuid().GetHashCode());

    /// <summary>
    /// In the first fifth of the window before the token's end. The window of a token with a short life is the second
    /// half of it.
    /// </summary>
    public DateTimeOffset RenewAt(DateTimeOffset since, DateTimeOffset expiresAt)
    {
        var half = TimeSpan.FromTicks(Math.Max(0, (expiresAt - since).Ticks / 2));
        var window = renewBefore < half ? renewBefore : half;
        return expiresAt - window + AtRandom(window);
    }

    /// <summary>The pause after so many failures in a row: from a minute to an hour.</summary>
    public TimeSpan Pause(int failures)
    {
        var minutes = Math.Min(LongestPause.TotalMinutes, FirstPause.TotalMinutes * Math.Pow(2, failures - 1));
        return Spaced(TimeSpan.FromMinutes(minutes));
    }

    /// <summary>A pause, and a little more.</summary>
    public TimeSpan Spaced(TimeSpan pause) => pause + AtRandom(pause);

    private TimeSpan AtRandom(TimeSpan span)
    {
        lock (_random)
        {
            return TimeSpan.FromTicks((long)(span.Ticks * Spread * _random.NextDouble()));
        }
    }
}
