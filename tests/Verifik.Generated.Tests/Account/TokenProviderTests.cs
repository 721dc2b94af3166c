using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Verifik.Tests.Account;

/// <summary>A token comes from memory, then from the store, and never from a prompt.</summary>
public sealed class TokenProviderTests : TokenTest
{
    [Fact]
    public async Task TenThousandCallersWithoutATokenInMemory_ReadTheStoreOnce()
    {
        var store = new WatchedStore();
        await Start(store).LoginAsync();
        var application = Start(store);
        var before = store.Reads;
        using var open = store.HoldReads();

        var calls = Enumerable.Range(0, 10_000).Select(_ => Task.Run(() => application.Tokens.GetTokenAsync().AsTask())).ToList();
        await store.ReadBeginsAsync();
        open.Dispose();
        var tokens = await Task.WhenAll(calls);

        Assert.Equal(1, store.Reads - before);
        Assert.Single(tokens.Distinct());
        Assert.Equal(0, application.Wire.Logins);
    }

    [Fact]
    public async Task AnExpiredToken_InMemoryAndInTheStore_ThrowsForEachCaller_AndNothingIsSent()
    {
        var store = new WatchedStore();
        var application = Start(store);
        await application.LoginAsync();
        Clock.Advance(TimeSpan.FromDays(30));
        var (sent, reads) = (application.Wire.Sent.Count, store.Reads);

        var calls = Enumerable.Range(0, 1000).Select(_ => Assert.ThrowsAsync<VerifikLoginRequiredException>(() => application.QueryAsync()));
        var errors = await Task.WhenAll(calls);

        Assert.Equal(1000, errors.Distinct().Count());
        Assert.All(errors, error => Assert.Equal(VerifikLoginRequiredReason.Expired, error.Reason));
        Assert.Equal(sent, application.Wire.Sent.Count);
        Assert.InRange(store.Reads - reads, 1, 1000);
    }

    [Fact]
    public async Task AWaiterThatCancels_DoesNotCancelOthers()
    {
        var store = new WatchedStore();
        var token = await Start(store).LoginAsync();
        var application = Start(store);
        var before = store.Reads;
        using var open = store.HoldReads();
        using var impatience = new CancellationTokenSource();

        var first = application.Tokens.GetTokenAsync(impatience.Token).AsTask();
        var others = Enumerable.Range(0, 100).Select(_ => application.Tokens.GetTokenAsync().AsTask()).ToList();
        await store.ReadBeginsAsync();
        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        open.Dispose();
        Assert.All(await Task.WhenAll(others), other => Assert.Equal(token.Value, other.Value));
        Assert.Equal(1, store.Reads - before);
    }

    [Fact]
    public async Task WithoutAToken_TheExceptionHasTheReason()
    {
        var application = Start();
        Assert.Equal(VerifikLoginRequiredReason.NeverLoggedIn, await ReasonAsync(application));

        await application.LoginAsync();
        Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(VerifikLoginRequiredReason.Expired, await ReasonAsync(application));

        await application.LoginAsync();
        await application.Session.LogoutAsync();
        Assert.Equal(VerifikLoginRequiredReason.LoggedOut, await ReasonAsync(application));

        await application.LoginAsync();
        await RevokeElsewhereAsync(application);
        Assert.Equal(VerifikLoginRequiredReason.Rejected, (await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => application.QueryAsync())).Reason);
        Assert.Equal(VerifikLoginRequiredReason.Rejected, await ReasonAsync(application));
    }

    [Fact]
    public async Task AValidToken_IsReturnedWithoutAllocating()
    {
        var application = Start();
        await application.LoginAsync();
        var tokens = application.Tokens;

        Assert.Equal(0, AllocatedByAThousandCalls(tokens));
    }

    [Fact]
    public async Task WithoutAnAccount_TheErrorSaysWhatToSet()
    {
        var application = Start(services => services.Configure<VerifikOptions>(options => options.Account = null));

        var error = await Assert.ThrowsAnyAsync<Exception>(() => application.Tokens.GetTokenAsync().AsTask());

        Assert.Contains("VerifikOptions.Account must be set", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARevocation_ReplacesTheTokenForTheWholeFleet()
    {
        var store = new VerifikMemoryTokenStore();
        var (one, other) = (Start(store), Start(store));
        var first = await one.LoginAsync();
        await other.Tokens.GetTokenAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));

        var second = await one.Session.RevokeAsync();
        using var response = await other.QueryAsync();

        Assert.NotEqual(first.Value, second.Value);
        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(2, other.Wire.Queries);
        Assert.Equal(second.Value, (await other.Tokens.GetTokenAsync()).Value);
        Assert.Equal(0, other.Wire.Renewals);
    }

    [Fact]
    public async Task ACallerThatCancelsARevocation_DoesNotLoseItsToken()
    {
        var application = Start();
        var first = await application.LoginAsync();
        var answer = new TaskCompletionSource<HttpResponseMessage?>();
        var asked = new TaskCompletionSource();
        application.Wire.Instead = (_, _) =>
        {
            asked.SetResult();
            application.Wire.Instead = null;
            return answer.Task;
        };
        using var impatience = new CancellationTokenSource();

        var revocation = application.Session.RevokeAsync(impatience.Token);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => revocation);
        answer.SetResult(null);
        await application.Journal.SeesAsync("Revoked");

        Assert.NotEqual(first.Value, (await application.Tokens.GetTokenAsync()).Value);
        using var response = await application.QueryAsync();
        Assert.True(response.IsSuccessStatusCode);
    }

    private static async Task<VerifikLoginRequiredReason> ReasonAsync(Application application) =>
        (await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => application.Tokens.GetTokenAsync().AsTask())).Reason;

    // By a process that does not share the store.
    private async Task RevokeElsewhereAsync(Application application)
    {
        var other = new VerifikClient(Use(new HttpClient { BaseAddress = Server.BaseAddress }), Clock);
        await other.WithToken(await application.Tokens.GetTokenAsync()).RenewAndRevokeAsync(new RenewAndRevokeRequest());
    }

    [SuppressMessage("Reliability", "CA2012:Use ValueTasks correctly", Justification = "A token that is in memory is there when the call returns.")]
    private static long AllocatedByAThousandCalls(IVerifikTokenProvider tokens)
    {
        _ = tokens.GetTokenAsync().Result;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < 1000; call++)
        {
            _ = tokens.GetTokenAsync().Result;
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
