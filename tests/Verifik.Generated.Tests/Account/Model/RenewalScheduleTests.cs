using CsCheck;
using Verifik.Internal.Account;
using Verifik.Internal.Stores;

namespace Verifik.Tests.Account.Model;

/// <summary>The times of renewals, over many processes, windows and outages.</summary>
public sealed class RenewalScheduleTests
{
    private static readonly DateTimeOffset Obtained = new(2024, 5, 29, 3, 41, 27, TimeSpan.Zero);
    private static readonly DateTimeOffset Expiry = Obtained + VerifikToken.Lifetime;
    private static readonly TimeSpan Window = TimeSpan.FromDays(5);

    // The duration of reading the store, the request, and writing the store.
    private static readonly TimeSpan Renewing = TimeSpan.FromSeconds(10);

    [Fact]
    public void OverAThousandWindowsOfEightProcesses_ThereAreAtMost_1_05_RenewalsPerWindow()
    {
        const int windows = 1000;
        var fleet = Enumerable.Range(0, 8).Select(static process => new RenewalSchedule(Window, process)).ToList();
        var renewals = 0;
        for (var window = 0; window < windows; window++)
        {
            var moments = fleet.ConvertAll(static process => process.RenewAt(Entry(Expiry), Obtained));

            // A process that starts before the first one has written finds the old token in the store.
            renewals += moments.Count(moment => moment < moments.Min() + Renewing);
        }

        Assert.InRange(renewals / (double)windows, 1, 1.05);
    }

    [Fact]
    public void RenewalTimes_AreSpreadOverTheFirstFifthOfTheWindow()
    {
        var schedule = new RenewalSchedule(Window, seed: 1);
        var hours = Enumerable.Range(0, 24_000).Select(_ => (schedule.RenewAt(Entry(Expiry), Obtained) - (Expiry - Window)).TotalHours).ToList();

        Assert.All(hours.GroupBy(static hour => Math.Floor(hour)), static hour =>
        {
            Assert.InRange(hour.Key, 0, 23);
            Assert.InRange(hour.Count(), 800, 1200);
        });
        Assert.Equal(24, hours.Select(static hour => Math.Floor(hour)).Distinct().Count());
    }

    [Fact]
    public void AShortLivedToken_IsRenewedInTheFirstFifthOfItsSecondHalf() =>
        Gen.Select(Gen.Double[1, 10 * 24 * 3600], Gen.Int).Sample((seconds, seed) =>
        {
            var life = TimeSpan.FromSeconds(seconds);
            var moment = new RenewalSchedule(Window, seed).RenewAt(Entry(Obtained + life), Obtained) - Obtained;

            Assert.InRange(moment, life * 0.4999, life * 0.6001);
        });

    [Fact]
    public void AProcessThatStartsAfterItsRenewalTime_RenewsWithinATwentyFourthOfTheRemainingTime() =>
        Gen.Select(Gen.Double[240, 4 * 24 * 3600], Gen.Int).Sample((seconds, seed) =>
        {
            var remaining = TimeSpan.FromSeconds(seconds);
            var wait = new RenewalSchedule(Window, seed).RenewAt(Entry(Expiry), Expiry - remaining) - (Expiry - remaining);

            Assert.InRange(wait, TimeSpan.Zero, remaining / 24);
        });

    [Fact]
    public void ProcessesThatStartExactlyAtTheRenewalTime_RenewAtDifferentTimesWithinTenSeconds()
    {
        // So short a window has no room for jitter: its renewal time is its beginning.
        var window = TimeSpan.FromTicks(1);
        var waits = Enumerable.Range(0, 10).Select(process => new RenewalSchedule(window, process).RenewAt(Entry(Expiry), Expiry - window) - (Expiry - window)).ToList();

        Assert.All(waits, static wait => Assert.InRange(wait, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(10)));
        Assert.Equal(10, waits.Distinct().Count());
    }

    [Fact]
    public void TheWindow_BeginsAtItsFirstTick_AndDoesNotEnd()
    {
        var schedule = new RenewalSchedule(Window);

        Assert.False(schedule.IsInWindow(Entry(Expiry), Expiry - Window - TimeSpan.FromTicks(1)));
        Assert.True(schedule.IsInWindow(Entry(Expiry), Expiry - Window));
        Assert.True(schedule.IsInWindow(Entry(Expiry), Expiry + Window));
    }

    /// <summary>A pause is shortened by up to a fifth.</summary>
    [Theory]
    [InlineData(1, 30 * 24 * 3600, 60)]
    [InlineData(2, 30 * 24 * 3600, 120)]
    [InlineData(6, 30 * 24 * 3600, 1920)]
    [InlineData(7, 30 * 24 * 3600, 3600)]
    [InlineData(40, 24 * 3600, 3600)]
    [InlineData(40, 12 * 3600, 1800)]
    [InlineData(40, 24 * 11, 11)]
    [InlineData(40, 24 * 9, 10)]
    [InlineData(40, -1, 10)]
    public void TheDelay_DoublesFromAMinute_UpToAnHour_AndUpToATwentyFourthOfTheRemainingTime(int failures, int remaining, int seconds)
    {
        var pauses = Enumerable.Range(0, 100).Select(seed => new RenewalSchedule(Window, seed).Pause(failures, TimeSpan.FromSeconds(remaining)).TotalSeconds).ToList();

        Assert.All(pauses, pause => Assert.InRange(pause, seconds * 0.8, seconds));
        Assert.True(pauses.Max() > seconds * 0.95);
    }

    [Fact]
    public void TheDelay_IsShorterCloseToTheExpiry() =>
        Gen.Select(Gen.Int[1, 40], Gen.Double[0, 5 * 24 * 3600], Gen.Double[0, 5 * 24 * 3600], Gen.Int).Sample((failures, one, other, seed) =>
        {
            var (closer, farther) = (TimeSpan.FromSeconds(Math.Min(one, other)), TimeSpan.FromSeconds(Math.Max(one, other)));
            var (shorter, longer) = (new RenewalSchedule(Window, seed).Pause(failures, closer), new RenewalSchedule(Window, seed).Pause(failures, farther));

            Assert.True(shorter <= longer, $"{shorter} at {closer}, {longer} at {farther}");
            Assert.InRange(longer, TimeSpan.FromSeconds(8), TimeSpan.FromHours(1));
        });

    /// <summary>The first attempt may be during the outage, which lasts up to four of the window's five days.</summary>
    [Fact]
    public void AnOutageThatEndsTwoMinutesBeforeTheExpiry_DoesNotLoseTheToken() =>
        Gen.Select(Gen.Double[0, 4 * 24 * 60], Gen.Double[0, 1], Gen.Double[0, 30], Gen.Int).Sample((minutes, place, seconds, seed) =>
        {
            var outage = TimeSpan.FromMinutes(minutes);
            var begin = Expiry - Window + ((Window - TimeSpan.FromMinutes(2) - outage) * place);
            var schedule = new RenewalSchedule(Window, seed);

            // A failing attempt also takes up to half a minute.
            var (moment, failures) = (schedule.RenewAt(Entry(Expiry), Obtained), 0);
            while (moment >= begin && moment < begin + outage)
            {
                moment += TimeSpan.FromSeconds(seconds);
                moment += schedule.Pause(++failures, Expiry - moment);
            }

            Assert.True(moment < Expiry, $"After {failures} failures the next attempt is {moment - Expiry} after the expiry.");
        });

    private static TokenEntry Entry(DateTimeOffset expiry) => new("key", new TokenVersion(1, UserAction.Login, 0), Obtained, new VerifikToken("visibly-fake", expiry));
}
