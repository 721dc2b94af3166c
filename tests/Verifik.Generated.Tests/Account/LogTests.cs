using System.Net;
using Verifik.Internal.Stores;

namespace Verifik.Tests.Account;

/// <summary>What an account logs: each event once, in its order, and a store outage as one warning.</summary>
public sealed class LogTests : TokenTest
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task TheLifeOfAToken_IsLogged_OneRecordForEachEvent()
    {
        var application = Start();

        await application.LoginAsync();
        await Assert.ThrowsAsync<VerifikApiException>(() => application.Session.CompleteLoginAsync("000000"));
        application.Wire.Fail("/v2/auth/session", HttpStatusCode.ServiceUnavailable);
        await PassAsync(InTheWindow);
        application.Wire.Instead = null;
        await PassAsync(TimeSpan.FromMinutes(2));
        await application.Session.RenewAsync();
        await application.Session.RevokeAsync();
        application.Wire.Refuse();
        await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => application.QueryAsync());
        await application.Session.LogoutAsync();
        await PassAsync(Poll);

        Assert.Equal(
            [
                "Information CodeSent", "Information LoggedIn",
                "Warning LoginFailed",
                "Debug RenewalBegins", "Warning RenewalFailed",
                "Debug RenewalBegins", "Information Renewed",
                "Debug RenewalBegins", "Debug RenewalNotNeeded",
                "Information Revoked",
                "Information TokenRefused", "Debug RenewalBegins", "Warning RenewalFailed", "Warning TokenRejected",
                "Information LoggedOut",
            ],
            application.Journal.Events);
    }

    [Fact]
    public async Task EachStoreOutage_IsOneWarning_AndOneRecovery()
    {
        var store = new WatchedStore();
        var application = Start(store);
        await application.LoginAsync();
        await PassAsync(Poll);

        for (var outage = 0; outage < 2; outage++)
        {
            store.InsteadOfRead = DownAsync;
            await PassAsync(Poll, times: 3);
            store.InsteadOfRead = null;
            await PassAsync(Poll, times: 2);
        }

        Assert.Equal(
            [
                "Information CodeSent", "Information LoggedIn",
                "Warning StoreFailed", "Debug StoreStillFails", "Debug StoreStillFails", "Information StoreRecovered",
                "Warning StoreFailed", "Debug StoreStillFails", "Debug StoreStillFails", "Information StoreRecovered",
            ],
            application.Journal.Events);
    }

    [Fact]
    public async Task AStoreThatCanBeReadButNotWritten_IsOneOutage_UntilItIsWritten()
    {
        var store = new WatchedStore { BeforeWrite = _ => throw new IOException("The disk is full.") };
        var application = Start(store);

        await application.LoginAsync();
        await PassAsync(Poll, times: 2);
        store.BeforeWrite = null;
        await PassAsync(Poll, times: 2);

        Assert.Equal(
            [
                "Information CodeSent", "Warning StoreFailed", "Information LoggedIn",
                "Debug StoreStillFails", "Debug StoreStillFails",
                "Information StoreRecovered",
            ],
            application.Journal.Events);
    }

    [Fact]
    public async Task AnOutageDuringALoginAndALogout_IsLoggedOnce_AndEndsWithTheFirstWrite()
    {
        var store = new WatchedStore { InsteadOfRead = DownAsync };
        var application = Start(store);

        await application.LoginAsync();
        await application.Session.LogoutAsync();
        await application.Session.LogoutAsync();

        Assert.Equal(
            [
                "Information CodeSent", "Warning StoreFailed", "Debug StoreStillFails", "Information LoggedIn",
                "Debug StoreStillFails", "Information StoreRecovered", "Information LoggedOut",
                "Warning StoreFailed", "Information StoreRecovered", "Information LoggedOut",
            ],
            application.Journal.Events);
    }

    [Fact]
    public async Task ADamagedEntry_IsAnOutage_UntilALoginOverwritesIt()
    {
        var store = new VerifikMemoryTokenStore();
        await store.WriteAsync(TokenKey.Of(Server.BaseAddress, Account), [1, 2, 3], DateTimeOffset.MaxValue, CancellationToken.None);
        var application = Start(store);

        await application.LoginAsync();

        Assert.Equal(["Information CodeSent", "Warning StoreFailed", "Information StoreRecovered", "Information LoggedIn"], application.Journal.Events);
    }

    private static Task<byte[]?> DownAsync(string key, CancellationToken cancellationToken) => throw new IOException("The store is down.");
}
