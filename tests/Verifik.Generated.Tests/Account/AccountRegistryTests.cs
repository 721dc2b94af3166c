using System.Runtime.CompilerServices;
using Verifik.Internal.Account;

namespace Verifik.Tests.Account;

/// <summary>The rounds over all accounts of a process, and which accounts it keeps.</summary>
public sealed class AccountRegistryTests : IDisposable
{
    // As many accounts without a user are kept as they are.
    private const int Slack = 100;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly InlineAccounts _accounts = new(pollInterval: TimeSpan.FromDays(1));

    private AccountRegistry Registry => _accounts.Registry;

    public void Dispose() => _accounts.Dispose();

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public async Task ARound_ReturnsTheWaitOfTheFirstRenewal(int oneHours, int otherHours)
    {
        await _accounts.LoadAsync(1, TimeSpan.FromHours(oneHours));
        await _accounts.LoadAsync(2, TimeSpan.FromHours(otherHours));

        // The first fifth of the second half of an hour.
        Assert.InRange(Registry.Tick(), TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(36));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public void ARound_ReturnsTheWaitOfTheFirstRenewal_OfAccountsThatAreNotInMemory(int oneHours, int otherHours)
    {
        Sleep(1, TimeSpan.FromHours(oneHours));
        Sleep(2, TimeSpan.FromHours(otherHours));

        Assert.Equal(Hour, Registry.Tick());
    }

    [Fact]
    public void AnAccountThatIsNotInMemory_IsLoadedWhenItsRenewalIsDue_Once()
    {
        Sleep(1, Hour);

        _accounts.Time.Advance(Hour - Tick);
        Assert.Equal(Tick, Registry.Tick());
        Assert.Equal(0, _accounts.Store.Reads);

        _accounts.Time.Advance(Tick);
        Registry.Tick();
        Assert.Equal(1, _accounts.Store.Reads);

        // The store has nothing, so nothing is due again.
        Assert.Equal(TimeSpan.MaxValue, Registry.Tick());
        Assert.Equal(1, _accounts.Store.Reads);
    }

    [Fact]
    public void AnAccountThatCannotBeLoaded_IsLoadedAgain_EightToTenMinutesLater()
    {
        _accounts.Store.InsteadOfRead = static (_, _) => throw new IOException("The store is down.");
        Sleep(1, TimeSpan.Zero);
        Registry.Tick();

        var wait = Registry.Tick();

        Assert.InRange(wait, TimeSpan.FromMinutes(8), TimeSpan.FromMinutes(10));
        Assert.Equal(1, _accounts.Store.Reads);
        _accounts.Time.Advance(wait);
        Registry.Tick();
        Assert.Equal(2, _accounts.Store.Reads);
    }

    [Theory]
    [InlineData(Slack, Slack)]
    [InlineData(Slack + 1, 0)]
    public void AccountsWithoutAUser_AreForgotten_WhenThereAreMoreThanAHundred(int count, int kept)
    {
        var unused = GetUnused(count);

        Collect();
        Registry.Tick();
        Collect();

        Assert.Equal(kept, unused.Count(static account => account.IsAlive));
    }

    [Fact]
    public void AnAccountWithAUser_IsNotForgotten()
    {
        var used = Registry.Get(InlineAccounts.Account(0));
        GetUnused(Slack);

        Collect();
        Registry.Tick();

        Assert.Same(used, Registry.Get(InlineAccounts.Account(0)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AfterTheDisposal_AnAccountSendsNothing(bool isNew)
    {
        var before = Registry.Get(InlineAccounts.Account(1));

        Registry.Dispose();

        var token = isNew ? Registry.Get(InlineAccounts.Account(2)) : before;
        var error = await Assert.ThrowsAsync<ObjectDisposedException>(() => token.RenewAsync(CancellationToken.None));
        Assert.Contains("The application is stopping. Nothing was sent for +57 ", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _accounts.Requests);
    }

    // Not inlined, so that no local of a test keeps an account.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private List<WeakReference> GetUnused(int count) =>
        [.. Enumerable.Range(1, count).Select(number => new WeakReference(Registry.Get(InlineAccounts.Account(number)).Account))];

    private void Sleep(int number, TimeSpan wait) => Registry.Sleep(Registry.Get(InlineAccounts.Account(number)), _accounts.Time.GetUtcNow() + wait);

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
