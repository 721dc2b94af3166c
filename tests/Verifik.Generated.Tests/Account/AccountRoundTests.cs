using System.Runtime.CompilerServices;

namespace Verifik.Tests.Account;

/// <summary>What a round does for one account: store polls, renewals, and unloading.</summary>
public sealed class AccountRoundTests : IDisposable
{
    private static readonly TimeSpan Month = VerifikToken.Lifetime;
    private static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly InlineAccounts _accounts = new(pollInterval: TimeSpan.FromSeconds(10));

    public void Dispose() => _accounts.Dispose();

    [Fact]
    public async Task TheStore_IsPolledExactlyAtTheTimeThatTheLastRoundReturned()
    {
        var token = await _accounts.LoadAsync(1, Month);
        var wait = token.Tick();
        var polls = _accounts.Store.Reads;

        Assert.InRange(wait, TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(10));
        _accounts.Time.Advance(wait - Tick);
        Assert.Equal(Tick, token.Tick());
        Assert.Equal(polls, _accounts.Store.Reads);
        _accounts.Time.Advance(Tick);
        token.Tick();
        Assert.Equal(polls + 1, _accounts.Store.Reads);
    }

    [Fact]
    public void AnAccountThatWasNeverLoaded_HasNothingDue()
    {
        Assert.Equal(TimeSpan.MaxValue, _accounts.Registry.Get(InlineAccounts.Account(1)).Tick());
        Assert.Equal(0, _accounts.Store.Reads);
    }

    [Fact]
    public async Task AnAccountThatWasDisposed_HasNothingDue()
    {
        var token = await _accounts.LoadAsync(1, Month);
        var polls = _accounts.Store.Reads;

        token.Dispose();

        Assert.Equal(TimeSpan.MaxValue, token.Tick());
        Assert.Equal(polls, _accounts.Store.Reads);
    }

    [Fact]
    public async Task AStoredToken_IsUnloadedAfterTenMinutesWithoutUse()
    {
        var token = await _accounts.LoadAsync(1, Month);
        token.Tick();

        _accounts.Time.Advance(IdleTime - Tick);
        token.Tick();
        Assert.True(token.Remaining > TimeSpan.Zero);

        _accounts.Time.Advance(Tick);
        token.Tick();
        Assert.Equal(TimeSpan.Zero, token.Remaining);
        Assert.InRange(_accounts.Registry.Tick(), TimeSpan.FromDays(24.9), TimeSpan.FromDays(26));
    }

    [Fact]
    public async Task ATokenThatCouldNotBeStored_IsNotUnloaded()
    {
        var token = await _accounts.LoginUnwrittenAsync(1);
        _accounts.Store.BeforeWrite = static _ => throw new IOException("The store is down.");
        token.Tick();

        _accounts.Time.Advance(IdleTime);
        token.Tick();

        Assert.Equal(Month - IdleTime, token.Remaining);
    }

    [Fact]
    public async Task AnUnusedAccount_LeavesMemoryAtTheExpiryOfItsToken_EvenIfItCouldNotBeStored()
    {
        var account = await LoginAndTickAsync();

        _accounts.Time.Advance(Month);

        Assert.Equal(TimeSpan.MaxValue, _accounts.Registry.Tick());
        Assert.Equal(TimeSpan.MaxValue, _accounts.Registry.Tick());
        GC.Collect();
        Assert.False(account.IsAlive);
        Assert.Equal(1, _accounts.Requests);
    }

    [Fact]
    public async Task AFailedRenewal_IsRepeatedAfterAMinute_HoweverSeldomTheStoreIsPolled()
    {
        using var accounts = new InlineAccounts(pollInterval: TimeSpan.FromDays(1), hasTimer: true) { IsServerDown = true };
        var token = await accounts.LoadAsync(1, TimeSpan.FromHours(3));
        for (var minute = 0; accounts.Requests == 0 && minute < 180; minute++)
        {
            await token.GetTokenAsync(CancellationToken.None);
            accounts.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(1, accounts.Requests);
        accounts.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, accounts.Requests);
    }

    // Not inlined, so that no local of a test keeps the account.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> LoginAndTickAsync()
    {
        var token = await _accounts.LoginUnwrittenAsync(1);
        _accounts.Store.BeforeWrite = static _ => throw new IOException("The store is down.");
        token.Tick();
        return new WeakReference(token);
    }
}
