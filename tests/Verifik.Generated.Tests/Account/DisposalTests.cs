using Microsoft.Extensions.DependencyInjection;

namespace Verifik.Tests.Account;

/// <summary>An application that stops loses no response of the server.</summary>
public sealed class DisposalTests : TokenTest
{
    [Fact]
    public async Task AProcessThatStopsDuringARevocation_KeepsItsToken()
    {
        var store = new VerifikMemoryTokenStore();
        var application = Start(store);
        var first = await application.LoginAsync();
        var held = new HeldRequest("/v2/auth/renew-and-revoke");
        application.Wire.BeforeAnswer = held.HoldAsync;
        var revocation = application.Session.RevokeAsync();
        await held.BeginsAsync();

        var stopping = StopAsync(application);
        held.End();
        await stopping;

        var second = await revocation;
        Assert.NotEqual(first.Value, second.Value);
        Assert.Equal(second.Value, (await Start(store).Tokens.GetTokenAsync()).Value);
    }

    [Fact]
    public async Task AProcessThatStopsDuringARenewal_KeepsItsToken()
    {
        var store = new VerifikMemoryTokenStore();
        var application = Start(store);
        var first = await application.LoginAsync();
        var held = new HeldRequest("/v2/auth/session");
        application.Wire.BeforeAnswer = held.HoldAsync;
        Clock.Advance(InTheWindow);
        await held.BeginsAsync();

        var stopping = StopAsync(application);
        held.End();
        await stopping;

        Assert.NotEqual(first.Value, (await Start(store).Tokens.GetTokenAsync()).Value);
    }

    [Fact]
    public async Task AServerThatDoesNotRespond_DelaysTheShutdownByTenSecondsAtMost()
    {
        var application = Start();
        await application.LoginAsync();
        var held = new HeldRequest("/v2/auth/renew-and-revoke");
        application.Wire.BeforeAnswer = held.HoldAsync;
        var revocation = application.Session.RevokeAsync();
        await held.BeginsAsync();

        var stopping = StopAsync(application);
        Clock.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));
        Assert.False(stopping.IsCompleted);
        Clock.Advance(TimeSpan.FromTicks(1));
        await stopping;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => revocation);
        Assert.Equal(1, application.Journal.Count("NotEndedInTime"));
    }

    [Fact]
    public async Task ATokenThatCouldNotBeStored_IsWrittenAtTheShutdown()
    {
        var store = new WatchedStore { BeforeWrite = _ => throw new IOException("The store is down.") };
        var application = Start(store);
        var token = await application.LoginAsync();
        store.BeforeWrite = null;

        await StopAsync(application);

        Assert.Equal(token.Value, (await Start(store).Tokens.GetTokenAsync()).Value);
    }

    [Fact]
    public async Task DisposingTwice_HasNoEffect_SynchronouslyAndAsynchronously()
    {
        var application = Start();
        var token = await application.LoginAsync();
        var provider = application.Services.GetRequiredService<VerifikTokenProvider>();

        await provider.DisposeAsync();
        await provider.DisposeAsync();
        provider.Dispose();

        Assert.Equal(token, await provider.GetTokenAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => application.Session.RevokeAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => application.Session.RenewAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => application.Session.BeginLoginAsync());
    }

    [Fact]
    public async Task AContainerThatIsDisposedSynchronously_LosesNothing()
    {
        var store = new VerifikMemoryTokenStore();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock).AddSingleton<IVerifikTokenStore>(store).AddLogging();
        services.AddVerifik(options => (options.BaseAddress, options.Account) = (Server.BaseAddress, Account));
        using var provider = services.BuildServiceProvider();
        var session = provider.GetRequiredService<IVerifikSession>();
        var token = await session.LoginAsync(new OutboxPrompt(Server.Outbox));

        provider.Dispose();

        Assert.Equal(token.Value, (await Start(store).Tokens.GetTokenAsync()).Value);
    }
}
