using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Verifik.Sandbox;
using Verifik.Tests.Runtime;
using Verifik.Tests.Sandbox.Contracts;

namespace Verifik.Tests.Account;

/// <summary>A server on a socket, on the same fake time as the applications that call it.</summary>
public abstract class TokenTest : IAsyncLifetime
{
    internal static readonly PhoneAccount Account = new("+1", 1234566663);

    /// <summary>The time from a login until its token is certainly due for a renewal: the first fifth of the window is a day.</summary>
    internal static readonly TimeSpan InTheWindow = TimeSpan.FromDays(26.01);

    private readonly List<Application> _applications = [];
    private readonly List<IDisposable> _disposables = [];

    internal TestClock Clock { get; } = new();

    internal IReadOnlyList<Application> Applications => _applications;

    internal VerifikSandbox Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await VerifikSandbox.StartAsync(options =>
        {
            (options.TimeProvider, options.HashWorkFactor) = (Clock, 4);
            Configure(options);
        });
    }

    public async Task DisposeAsync()
    {
        foreach (var application in _applications.ToList())
        {
            await AbandonAsync(application);
        }

        await Server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));
        AnswerCheck.AssertFaithful(Server);
        _disposables.ForEach(disposable => disposable.Dispose());
    }

    /// <summary>Something to dispose after the applications.</summary>
    internal T Use<T>(T disposable)
        where T : IDisposable
    {
        _disposables.Add(disposable);
        return disposable;
    }

    internal Application Start(Action<IServiceCollection>? configure = null)
    {
        var application = new Application(this, configure);
        _applications.Add(application);
        return application;
    }

    internal Application Start(IVerifikTokenStore store) => Start(services => services.AddSingleton(store));

    /// <summary>A process on a machine whose clock is wrong.</summary>
    internal Application Start(IVerifikTokenStore store, TimeSpan ahead) => Start(services => services
        .AddSingleton(store)
        .AddSingleton<TimeProvider>(new SkewedTimeProvider(Clock, ahead)));

    /// <summary>Starts a process, and revokes its token in another one.</summary>
    internal async Task<(Application Process, VerifikToken Replacement)> RevokedElsewhereAsync()
    {
        var store = new VerifikMemoryTokenStore();
        var (one, other) = (Start(store), Start(store));
        await one.LoginAsync();
        await other.Tokens.GetTokenAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));
        var replacement = await one.Session.RevokeAsync();
        return (other, replacement);
    }

    /// <summary>Adds accounts to the server of a test.</summary>
    protected virtual void Configure(VerifikSandboxOptions options)
    {
    }

    /// <summary>Advances the clock, once or in several steps, and waits each time for the renewals that it starts.</summary>
    internal async Task PassAsync(TimeSpan step, int times = 1)
    {
        for (var time = 0; time < times; time++)
        {
            Clock.Advance(step);
            await SettleAsync();
        }
    }

    /// <summary>Waits for renewals and store accesses in progress.</summary>
    internal async Task SettleAsync()
    {
        var patience = Stopwatch.StartNew();
        while (_applications.Any(application => application.IsBusy))
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(1), "A renewal does not come to its end.");
            await Task.Yield();
        }
    }

    /// <summary>Stops a process, and waits for its work in progress. The clock stands still, so that no timeout elapses.</summary>
    internal async Task StopAsync(Application application)
    {
        _applications.Remove(application);
        await application.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>Stops a process, and advances the clock until it no longer waits for its work in progress.</summary>
    internal async Task AbandonAsync(Application application)
    {
        _applications.Remove(application);
        await Clock.AdvanceUntilAsync(application.DisposeAsync().AsTask(), TimeSpan.FromSeconds(1));
    }
}
