using System.Text;
using Verifik.Tests.Account;
using Verifik.Tests.Runtime;

namespace Verifik.Tests.Faults;

/// <summary>A store that fails breaks no call while there is a valid token in memory, and causes no login.</summary>
public sealed class StoreFaultTests : TokenTest
{
    public static TheoryData<string> Faults => ["throws", "throws at once", "returns garbage", "returns nothing", "returns an unfinished entry"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task AStoreThatFails_FailsNoCall_AndTheTokenIsRenewed(string fault)
    {
        var store = new WatchedStore();
        var application = Start(store);
        var first = await application.LoginAsync();
        Break(store, fault);

        using (var response = await application.QueryAsync())
        {
            Assert.True(response.IsSuccessStatusCode);
        }

        await PassAsync(InTheWindow);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Break(store, attempt == 0 ? fault : "");
            await PassAsync(TimeSpan.FromMinutes(7));
        }

        Assert.NotEqual(first.Value, (await application.Tokens.GetTokenAsync()).Value);
        using var later = await application.QueryAsync();
        Assert.True(later.IsSuccessStatusCode);
        Assert.Equal(1, application.Wire.Logins);
    }

    [Fact]
    public async Task AStoreThatDoesNotRespond_TimesOutAfterFiveSeconds_AndDelaysNoCallerWithAToken()
    {
        var store = new WatchedStore();
        var application = Start(store);
        await application.LoginAsync();
        var reading = new TaskCompletionSource<CancellationToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        store.InsteadOfRead = (_, cancellationToken) =>
        {
            reading.TrySetResult(cancellationToken);
            return new TaskCompletionSource<byte[]?>().Task;
        };
        var newcomer = Start(store);

        var call = newcomer.Tokens.GetTokenAsync().AsTask();
        var cancellation = await reading.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await application.Tokens.GetTokenAsync();
        await AdvanceUntilAsync(call);

        var error = await Assert.ThrowsAsync<VerifikTokenStoreException>(() => call);
        Assert.IsType<TimeoutException>(error.InnerException);
        Assert.True(cancellation.IsCancellationRequested);
        Assert.Equal(0, newcomer.Wire.Logins);
    }

    [Fact]
    public async Task AStoreThatBlocksTheThread_BlocksNoOtherCaller()
    {
        var store = new WatchedStore();
        using var released = BlockReads(store);
        var application = Start(store);

        var call = application.Tokens.GetTokenAsync().AsTask();
        await store.ReadBeginsAsync();
        await AdvanceUntilAsync(call);

        await Assert.ThrowsAsync<VerifikTokenStoreException>(() => call);
        released.Set();
    }

    [Fact]
    public async Task AReadThatTimesOutBehindABlockedOne_IsNotMade()
    {
        var store = new WatchedStore();
        using var released = BlockReads(store);
        var application = Start(store);
        var blocked = application.Tokens.GetTokenAsync().AsTask();
        await store.ReadBeginsAsync();
        await AdvanceUntilAsync(blocked);
        await Assert.ThrowsAsync<VerifikTokenStoreException>(() => blocked);
        var behind = application.Tokens.GetTokenAsync().AsTask();
        await AdvanceUntilAsync(behind);
        await Assert.ThrowsAsync<VerifikTokenStoreException>(() => behind);

        released.Set();
        await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => application.Tokens.GetTokenAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30)));

        Assert.Equal(2, store.Reads);
    }

    [Fact]
    public async Task WithoutATokenInMemory_AStoreThatFails_DoesNotRequireALogin()
    {
        var store = new WatchedStore();
        await Start(store).LoginAsync();
        Break(store, "throws");
        var application = Start(store);

        var errors = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ =>
            Assert.ThrowsAsync<VerifikTokenStoreException>(() => application.QueryAsync())));

        Assert.Equal(100, errors.Distinct().Count());
        Assert.Empty(application.Wire.Sent);
    }

    [Fact]
    public async Task AStoreThatRecovers_GetsTheTokenThatItMissed()
    {
        var store = new WatchedStore { BeforeWrite = _ => throw new IOException("The store is down.") };
        var application = Start(store);
        var token = await application.LoginAsync();
        await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => Start(store).Tokens.GetTokenAsync().AsTask());

        store.BeforeWrite = null;
        await PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(token.Value, (await Start(store).Tokens.GetTokenAsync()).Value);
    }

    [Fact]
    public async Task AnEntryOfAnotherAccount_IsAStoreFailure()
    {
        const string Foreign = """{"key":"ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff","generation":1,"act":1,"renewal":0,"obtainedAt":1716954087000,"token":"fake-token-of-another-account","expiresAt":4102444800000}""";
        var store = new WatchedStore { InsteadOfRead = (_, _) => Task.FromResult<byte[]?>(Encoding.UTF8.GetBytes(Foreign)) };
        var application = Start(store);

        var error = await Assert.ThrowsAsync<VerifikTokenStoreException>(() => application.QueryAsync());

        Assert.Contains("was written under another key", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("fake-token", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(application.Wire.Sent);
    }

    [Fact]
    public async Task ALogoutThatCouldNotBeStored_Throws()
    {
        var store = new WatchedStore();
        var application = Start(store);
        await application.LoginAsync();
        store.BeforeWrite = _ => throw new IOException("The store is down.");

        await Assert.ThrowsAsync<VerifikTokenStoreException>(() => application.Session.LogoutAsync());

        var error = await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => application.QueryAsync());
        Assert.Equal(VerifikLoginRequiredReason.LoggedOut, error.Reason);
    }

    /// <summary>Blocks the threads of all reads until the result is set.</summary>
    private static ManualResetEventSlim BlockReads(WatchedStore store)
    {
        var released = new ManualResetEventSlim();
        store.InsteadOfRead = (_, _) =>
        {
            released.Wait(TimeSpan.FromSeconds(30), CancellationToken.None);
            return Task.FromResult<byte[]?>(null);
        };
        return released;
    }

    private static void Break(WatchedStore store, string fault)
    {
        store.BeforeWrite = fault.StartsWith("throws", StringComparison.Ordinal) ? _ => throw new IOException("The store is down.") : null;
        store.InsteadOfRead = fault switch
        {
            "throws" => (_, _) => Task.FromException<byte[]?>(new IOException("The store is down.")),
            "throws at once" => (_, _) => throw new IOException("The store is down."),
            "returns garbage" => (_, _) => Task.FromResult<byte[]?>([0, 159, 146, 150, 123]),
            "returns nothing" => (_, _) => Task.FromResult<byte[]?>(null),
            "returns an unfinished entry" => (_, _) => Task.FromResult<byte[]?>("""{"key":"00","since":17169"""u8.ToArray()),
            _ => null,
        };
    }

    private Task AdvanceUntilAsync(Task task) => Clock.AdvanceUntilAsync(task, TimeSpan.FromSeconds(5));
}
