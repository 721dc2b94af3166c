using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Verifik.Tests.Runtime;

namespace Verifik.Tests.Account;

/// <summary>Wrong clocks and wrong expiries do not lose a token.</summary>
public sealed class ClockTests : TokenTest
{
    [Fact]
    public async Task AClockThatJumpsPastTheExpiryAndBack_DoesNotStopRenewals()
    {
        var application = Start();
        var first = await application.LoginAsync();
        var now = Clock.GetUtcNow();

        Clock.AdjustTime(now + TimeSpan.FromDays(31));
        await PassAsync(TimeSpan.FromMinutes(10));
        Clock.AdjustTime(now + InTheWindow);
        await PassAsync(TimeSpan.FromMinutes(10));
        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(1, application.Wire.Renewals);
        Assert.NotEqual(first.Value, (await application.Tokens.GetTokenAsync()).Value);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(2)]
    public async Task ARenewedTokenThatExpiresNoLaterThanTheCurrentOne_IsDiscarded(int daysFromNow)
    {
        var application = Start();
        var first = await application.LoginAsync();
        Clock.Advance(TimeSpan.FromDays(20));
        var expiry = Clock.GetUtcNow().AddDays(daysFromNow).ToUnixTimeSeconds();
        var payload = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($$"""{"exp":{{expiry}}}""")).TrimEnd('=');
        application.Wire.Instead = (request, _) => Task.FromResult(request.RequestUri!.AbsolutePath == "/v2/auth/session"
            ? new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new StringContent($$"""{"accessToken":"fake.{{payload}}.fake"}""") }
            : null);

        var kept = await application.Session.RenewAsync();
        await PassAsync(InTheWindow - TimeSpan.FromDays(20));

        Assert.Equal(first.Value, kept.Value);
        Assert.Equal(first.Value, (await application.Tokens.GetTokenAsync()).Value);
        Assert.Equal(1, application.Journal.Count("RenewalNotLonger"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4.9)]
    public async Task AStoreThatTakesSeconds_DoesNotStopTheRenewal(double seconds)
    {
        var store = new WatchedStore();
        var application = Start(store);
        var first = await application.LoginAsync();
        store.InsteadOfRead = async (key, cancellationToken) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), Clock, cancellationToken);
            return await store.ReadInnerAsync(key, cancellationToken);
        };
        store.BeforeWrite = cancellationToken => Task.Delay(TimeSpan.FromSeconds(seconds), Clock, cancellationToken);

        await PassSlowlyAsync(application, TimeSpan.FromDays(24.9), TimeSpan.FromSeconds(seconds));
        for (var minute = 0; minute < 2 * 24 * 60 && application.Wire.Renewals == 0; minute++)
        {
            await PassSlowlyAsync(application, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(seconds));
        }

        Assert.Equal(1, application.Wire.Renewals);
        Assert.NotEqual(first.Value, (await application.Tokens.GetTokenAsync()).Value);
    }

    // The clock advances while the store waits, but not for the server.
    private async Task PassSlowlyAsync(Application application, TimeSpan time, TimeSpan storeTime)
    {
        Clock.Advance(time);
        var patience = Stopwatch.StartNew();
        while (application.IsBusy)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(1), "A store access does not come to its end.");
            if (Clock.HasWaiter(storeTime))
            {
                Clock.Advance(storeTime);
            }

            await Task.Yield();
        }
    }

    [Fact]
    public async Task AStoreThatBlocksItsThread_BlocksOne_NotOnePerAttempt()
    {
        var store = new WatchedStore();
        using var released = new ManualResetEventSlim();
        var held = 0;
        store.InsteadOfRead = (_, _) =>
        {
            Interlocked.Increment(ref held);
            released.Wait(TimeSpan.FromSeconds(60), CancellationToken.None);
            return Task.FromResult<byte[]?>(null);
        };
        var application = Start(store);
        var accounts = application.Services.GetRequiredService<VerifikAccounts>();

        for (var attempt = 0; attempt < 60; attempt++)
        {
            var call = accounts.For(new PhoneAccount("+57", 3000000000 + (attempt % 7))).GetTokenAsync().AsTask();
            await Clock.AdvanceUntilAsync(call, TimeSpan.FromSeconds(5));
            await Assert.ThrowsAsync<VerifikTokenStoreException>(() => call);
        }

        Assert.Equal(1, held);
        released.Set();
    }
}
