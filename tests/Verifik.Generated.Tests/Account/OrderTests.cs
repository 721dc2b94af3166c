using System.Net;
using Verifik.Internal.Stores;
using Verifik.Tests.Runtime;

namespace Verifik.Tests.Account;

/// <summary>
/// Changes of the token are ordered: a user action takes precedence over a renewal, in one process and across
/// processes, independent of clocks.
/// </summary>
public sealed class OrderTests : TokenTest
{
    public static TheoryData<string> Acts => ["login", "revocation", "logout"];

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task ARenewalThatCompletesAfterAUserAction_IsDiscarded(string act)
    {
        var store = new VerifikMemoryTokenStore();
        var application = Start(store);
        await application.LoginAsync();
        var renewal = HoldRenewal(application);
        Clock.Advance(InTheWindow);
        await renewal.BeginsAsync();

        var expected = await ActAsync(application, act);
        renewal.End();
        await SettleAsync();

        await AssertHoldsAsync(application, expected);
        await AssertHoldsAsync(Start(store), expected);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task AnExplicitRenewal_ReturnsTheTokenOfAConcurrentUserAction(string act)
    {
        var application = Start();
        await application.LoginAsync();
        var renewal = HoldRenewal(application);
        var renewing = application.Session.RenewAsync();
        await renewal.BeginsAsync();

        var expected = await ActAsync(application, act);
        renewal.End();

        if (expected is null)
        {
            var error = await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => renewing);
            Assert.Equal(VerifikLoginRequiredReason.LoggedOut, error.Reason);
        }
        else
        {
            Assert.Equal(expected.Value, (await renewing).Value);
        }

        await AssertHoldsAsync(application, expected);
    }

    [Fact]
    public async Task AnExplicitRenewal_Throws_IfAnotherProcessHasLoggedOutInTheMeantime()
    {
        var store = new VerifikMemoryTokenStore();
        var (one, other) = (Start(store), Start(store));
        await one.LoginAsync();
        await other.Tokens.GetTokenAsync();
        var renewal = HoldRenewal(one);
        var renewing = one.Session.RenewAsync();
        await renewal.BeginsAsync();

        await other.Session.LogoutAsync();
        renewal.End();

        var error = await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => renewing);
        Assert.Equal(VerifikLoginRequiredReason.LoggedOut, error.Reason);
    }

    [Fact]
    public async Task ALogoutDuringARenewal_IsNotUndoneByIt_EvenIfTheStoreIsDown()
    {
        var store = new WatchedStore();
        var application = Start(store);
        await application.LoginAsync();
        var renewal = HoldRenewal(application);
        var renewing = application.Session.RenewAsync();
        await renewal.BeginsAsync();
        store.InsteadOfRead = (_, _) => throw new IOException("The store is down.");
        store.BeforeWrite = _ => throw new IOException("The store is down.");

        await Assert.ThrowsAsync<VerifikTokenStoreException>(() => application.Session.LogoutAsync());
        renewal.End();

        await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => renewing);
    }

    [Fact]
    public async Task AnEarlierEntryInTheStore_IsReplacedByTheLaterOne()
    {
        var store = new VerifikMemoryTokenStore();
        var key = TokenKey.Of(Server.BaseAddress, Account);
        var application = Start(store);
        await application.LoginAsync();
        var earlier = (await store.ReadAsync(key, CancellationToken.None))!;
        var later = await application.LoginAsync();

        await store.WriteAsync(key, earlier, DateTimeOffset.MaxValue, CancellationToken.None);
        await PassAsync(TimeSpan.FromSeconds(10));

        await AssertHoldsAsync(application, later);
        await AssertHoldsAsync(Start(store), later);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task ARenewalThatCompletesAfterAUserActionInAnotherProcess_IsDiscarded(string act)
    {
        var store = new VerifikMemoryTokenStore();
        var (one, other) = (Start(store), Start(store));
        await one.LoginAsync();
        await other.Tokens.GetTokenAsync();
        var renewal = HoldRenewal(one);
        var others = HoldRenewal(other);
        Clock.Advance(InTheWindow);
        await renewal.BeginsAsync();

        var expected = await ActAsync(other, act);
        renewal.End();
        others.End();
        await PassAsync(TimeSpan.FromSeconds(10));
        await PassAsync(TimeSpan.FromSeconds(5));

        await AssertHoldsAsync(one, expected);
        await AssertHoldsAsync(other, expected);
        await AssertHoldsAsync(Start(store), expected);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task AUserActionInAnotherProcess_TakesEffectWithinThePollInterval_WithoutARequest(string act)
    {
        var store = new VerifikMemoryTokenStore();
        var (one, other) = (Start(store), Start(store));
        await one.LoginAsync();
        await other.Tokens.GetTokenAsync();

        var expected = await ActAsync(one, act);
        await PassAsync(TimeSpan.FromSeconds(10));

        await AssertHoldsAsync(other, expected);
        Assert.Equal(0, other.Wire.Renewals + other.Wire.Queries);
    }

    [Fact]
    public async Task AWriteThatCompletesAfterALogout_IsOverwritten()
    {
        var store = new WatchedStore();
        var application = Start(store);
        var landing = new TaskCompletionSource();
        store.BeforeWrite = _ =>
        {
            // A later write, which a poll may begin before the login has timed out, is not held.
            store.BeforeWrite = null;
            return landing.Task;
        };
        var login = application.LoginAsync();
        await store.WriteBeginsAsync();
        await Clock.AdvanceUntilAsync(login, TimeSpan.FromSeconds(1));

        await application.Session.LogoutAsync();
        landing.SetResult();
        await store.WritesEndAsync();
        await PassAsync(TimeSpan.FromSeconds(10));

        await AssertHoldsAsync(application, expected: null);
        await AssertHoldsAsync(Start(store), expected: null);
    }

    [Fact]
    public async Task ALoginWhoseCallerCancels_IsStored()
    {
        var application = Start();
        await application.Session.BeginLoginAsync();
        var code = (await Server.Outbox.ReadAsync()).Code;
        var confirmation = Hold(application, "/v2/projects/phone-login/confirm");
        using var browser = new CancellationTokenSource();

        var login = application.Session.CompleteLoginAsync(code, browser.Token);
        await confirmation.BeginsAsync();
        await browser.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => login);
        confirmation.End();
        await SettleAsync();

        using var response = await application.QueryAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task AUserActionThatHasNotBegun_IsSkippedIfItsCallerCancels()
    {
        var application = Start();
        await application.LoginAsync();
        var revocation = Hold(application, "/v2/auth/renew-and-revoke");
        var first = application.Session.RevokeAsync();
        await revocation.BeginsAsync();
        using var impatience = new CancellationTokenSource();

        var second = application.Session.RevokeAsync(impatience.Token);
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        revocation.End();
        await first;
        await SettleAsync();

        Assert.Equal(1, application.Wire.Count("/v2/auth/renew-and-revoke"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task ALogoutAndALogin_TakeEffectInTheirOrder_IfTheClocksAreADayApart(int days)
    {
        var store = new VerifikMemoryTokenStore();
        var (one, other) = (Start(store), Start(store, TimeSpan.FromDays(days)));
        await one.LoginAsync();
        await other.Tokens.GetTokenAsync();

        await other.Session.LogoutAsync();
        await PassAsync(TimeSpan.FromSeconds(10));
        await AssertHoldsAsync(one, expected: null);

        var token = await one.LoginAsync();
        await PassAsync(TimeSpan.FromSeconds(10));
        await AssertHoldsAsync(other, token);

        await one.Session.LogoutAsync();
        await PassAsync(TimeSpan.FromSeconds(10));
        await AssertHoldsAsync(other, expected: null);
    }

    [Fact]
    public async Task ARefusalWhileAnotherProcessRevokes_UsesTheTokenOfThatProcess()
    {
        var store = new WatchedStore();
        var (one, other) = (Start(store), Start(store));
        await other.LoginAsync();
        await one.Tokens.GetTokenAsync();
        var revoked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        store.BeforeWrite = async cancellationToken =>
        {
            revoked.TrySetResult();
            await asked.Task.WaitAsync(cancellationToken);
        };
        other.Wire.BeforeAnswer = async (request, _) =>
        {
            if (request.RequestUri!.AbsolutePath == "/v2/auth/session")
            {
                asked.TrySetResult();
                await store.WritesEndAsync();
            }
        };
        var revoking = one.Session.RevokeAsync();
        await revoked.Task.WaitAsync(TimeSpan.FromSeconds(30));

        using var response = await other.QueryAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((await revoking).Value, (await other.Tokens.GetTokenAsync()).Value);
    }

    [Fact]
    public async Task ARefusalDuringARevocation_WaitsForTheNewToken()
    {
        var application = Start();
        await application.LoginAsync();
        var revocation = Hold(application, "/v2/auth/renew-and-revoke");
        var revoking = application.Session.RevokeAsync();
        await revocation.BeginsAsync();

        var query = application.QueryAsync();
        await application.Journal.SeesAsync("TokenRefused");
        revocation.End();
        using var response = await query;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((await revoking).Value, (await application.Tokens.GetTokenAsync()).Value);
        Assert.Equal(0, application.Wire.Renewals);
    }

    private static async Task<VerifikToken?> ActAsync(Application application, string act)
    {
        switch (act)
        {
            case "login":
                return await application.LoginAsync();
            case "revocation":
                return await application.Session.RevokeAsync();
            default:
                await application.Session.LogoutAsync();
                return null;
        }
    }

    private static async Task AssertHoldsAsync(Application application, VerifikToken? expected)
    {
        if (expected is null)
        {
            var error = await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => application.Tokens.GetTokenAsync().AsTask());
            Assert.Equal(VerifikLoginRequiredReason.LoggedOut, error.Reason);
        }
        else
        {
            Assert.Equal(expected.Value, (await application.Tokens.GetTokenAsync()).Value);
        }
    }

    private static HeldRequest HoldRenewal(Application application) => Hold(application, "/v2/auth/session");

    private static HeldRequest Hold(Application application, string path)
    {
        var held = new HeldRequest(path);
        application.Wire.BeforeAnswer = held.HoldAsync;
        return held;
    }
}
