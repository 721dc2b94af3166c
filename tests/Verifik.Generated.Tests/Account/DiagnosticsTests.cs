using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Verifik.Tests.Runtime;

namespace Verifik.Tests.Account;

/// <summary>Metrics, log messages and the health check.</summary>
public sealed class DiagnosticsTests : TokenTest
{
    [Fact]
    public async Task TheMetrics_CountStepsOfALogin_RenewalsAndRejections()
    {
        var application = StartObserved();
        using var metrics = new MetricReader(application);

        await Assert.ThrowsAsync<ArgumentException>(() => application.Session.CompleteLoginAsync("12"));
        await application.LoginAsync();
        application.Wire.Fail("/v2/projects/phone-login", HttpStatusCode.BadRequest);
        await Assert.ThrowsAsync<VerifikApiException>(() => application.Session.BeginLoginAsync());
        application.Wire.Fail("/v2/auth/session", HttpStatusCode.ServiceUnavailable);
        await PassAsync(InTheWindow);
        application.Wire.Instead = null;
        await PassAsync(TimeSpan.FromMinutes(2));
        application.Wire.Fail("/v2/co/cedula", HttpStatusCode.Unauthorized);
        (await application.QueryAsync()).Dispose();
        application.Wire.Refuse();
        await PassAsync(TimeSpan.FromMinutes(10));
        await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => application.QueryAsync());

        Assert.Equal(
            [
                "verifik.logins outcome=done step=confirm verifik.account=default: 1",
                "verifik.logins outcome=done step=request verifik.account=default: 1",
                "verifik.logins outcome=invalid step=confirm verifik.account=default: 1",
                "verifik.logins outcome=refused step=request verifik.account=default: 1",
                "verifik.token.refusals verifik.account=default: 2",
                "verifik.token.renewals outcome=failed verifik.account=default: 1",
                "verifik.token.renewals outcome=not_longer verifik.account=default: 1",
                "verifik.token.renewals outcome=refused verifik.account=default: 1",
                "verifik.token.renewals outcome=renewed verifik.account=default: 1",
            ],
            metrics.Counts);
    }

    [Fact]
    public async Task AFailedLoginStep_IsCountedByItsOutcome()
    {
        var application = StartObserved();
        using var metrics = new MetricReader(application);

        application.Wire.Instead = (request, _) => Task.FromResult<HttpResponseMessage?>(new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new StringContent("<html>") });
        await Assert.ThrowsAsync<VerifikApiException>(() => application.Session.CompleteLoginAsync("123456"));
        application.Wire.Instead = (_, _) => throw new HttpRequestException("The connection was refused.");
        await Assert.ThrowsAsync<HttpRequestException>(() => application.Session.CompleteLoginAsync("123456"));
        application.Wire.Instead = async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        };
        var late = application.Session.CompleteLoginAsync("123456");
        await Clock.AdvanceUntilAsync(late, TimeSpan.FromSeconds(10));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => late);
        using var person = new CancellationTokenSource();
        var cancelled = application.Session.BeginLoginAsync(person.Token);
        await person.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        await application.Services.GetRequiredService<VerifikTokenProvider>().DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => application.Session.CompleteLoginAsync("123456"));

        Assert.Equal(
            [
                "verifik.logins outcome=cancelled step=confirm verifik.account=default: 1",
                "verifik.logins outcome=cancelled step=request verifik.account=default: 1",
                "verifik.logins outcome=failed step=confirm verifik.account=default: 1",
                "verifik.logins outcome=timeout step=confirm verifik.account=default: 1",
                "verifik.logins outcome=unreadable step=confirm verifik.account=default: 1",
            ],
            metrics.Counts);
    }

    [Fact]
    public async Task EveryLogMessage_HasTheMaskedAccountAndTheServer()
    {
        var store = new WatchedStore();
        var application = Start(services => services.AddSingleton<IVerifikTokenStore>(store));
        await application.LoginAsync();
        application.Wire.Fail("/v2/auth/session", HttpStatusCode.ServiceUnavailable);
        await PassAsync(InTheWindow);
        application.Wire.Instead = null;
        await PassAsync(TimeSpan.FromMinutes(2));
        await application.Session.RevokeAsync();
        await Assert.ThrowsAsync<VerifikApiException>(() => application.Session.CompleteLoginAsync("000000"));
        store.BeforeWrite = _ => throw new IOException("The store is down.");
        await Assert.ThrowsAsync<VerifikTokenStoreException>(() => application.Session.LogoutAsync());

        var records = application.Journal.Records.Where(record => record.Category == VerifikDiagnostics.Name).ToList();

        Assert.True(records.Count >= 8, $"Only {records.Count} records.");
        Assert.All(records, record => Assert.Contains($"{Account} at {Server.BaseAddress}", record.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(records, record => record.Text.Contains("1234566663", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryExceptionOfASession_HasTheMaskedAccountAndTheServer()
    {
        var application = Start();

        var missing = await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => application.Session.RevokeAsync());
        var refused = await Assert.ThrowsAsync<VerifikApiException>(() => application.Session.CompleteLoginAsync("000000"));

        var held = new HeldRequest("/v2/projects/phone-login");
        application.Wire.BeforeAnswer = held.HoldAsync;
        var late = application.Session.BeginLoginAsync();
        await held.BeginsAsync();
        Clock.Advance(TimeSpan.FromSeconds(100));
        var timeout = await Assert.ThrowsAsync<TaskCanceledException>(() => late);
        await application.Services.GetRequiredService<VerifikTokenProvider>().DisposeAsync();
        var stopped = await Assert.ThrowsAsync<ObjectDisposedException>(() => application.Session.BeginLoginAsync());

        Assert.All(new Exception[] { missing, refused, timeout, stopped }, error => Assert.Contains($"{Account} at {Server.BaseAddress}", error.Message, StringComparison.Ordinal));
        Assert.IsType<TimeoutException>(timeout.InnerException);
        Assert.Equal((Account, Server.BaseAddress), ((PhoneAccount?)refused.Account, refused.Server));
    }

    [Fact]
    public async Task TheRemainingLifetime_IsInSeconds_AndZeroWithoutAToken()
    {
        var application = StartObserved();
        using var metrics = new MetricReader(application);
        _ = application.Tokens;

        Assert.Equal(0, metrics.Remaining);
        await application.LoginAsync();
        Assert.Equal(TimeSpan.FromDays(30).TotalSeconds, metrics.Remaining);
        await PassAsync(TimeSpan.FromDays(10));
        Assert.Equal(TimeSpan.FromDays(20).TotalSeconds, metrics.Remaining);
        await application.Session.LogoutAsync();
        Assert.Equal(0, metrics.Remaining);
    }

    [Fact]
    public async Task TheHealthCheck_IsHealthyWithAToken_DegradedWhileItsRenewalFails_AndUnhealthyWithoutOne()
    {
        var application = StartObserved();
        Assert.Equal(HealthStatus.Unhealthy, (await HealthAsync(application)).Status);

        var token = await application.LoginAsync();
        var valid = $"The access token of {Account} at {Server.BaseAddress} is valid until {token.ExpiresAt:O}";
        var healthy = await HealthAsync(application);
        Assert.Equal((HealthStatus.Healthy, valid + ".", token.ExpiresAt), (healthy.Status, healthy.Description, healthy.Data["expiresAt"]));

        application.Wire.Fail("/v2/auth/session", HttpStatusCode.ServiceUnavailable);
        await PassAsync(InTheWindow);
        var degraded = await HealthAsync(application);
        Assert.Equal((HealthStatus.Degraded, valid + ", but it could not be renewed (failed attempts: 1).", token.ExpiresAt), (degraded.Status, degraded.Description, degraded.Data["expiresAt"]));

        application.Wire.Instead = null;
        await PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(application)).Status);

        application.Wire.Refuse();
        await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => application.QueryAsync());
        var unhealthy = await HealthAsync(application);
        Assert.Equal((HealthStatus.Unhealthy, unhealthy.Exception!.Message), (unhealthy.Status, unhealthy.Description));
        Assert.IsType<VerifikLoginRequiredException>(unhealthy.Exception);
        Assert.Equal(1, application.Wire.Logins);
    }

    [Fact]
    public async Task AStoreThatFails_IsUnhealthy_WithoutATokenInMemory()
    {
        var store = new WatchedStore { InsteadOfRead = (_, _) => throw new IOException("The store is down.") };
        var application = StartObserved(services => services.AddSingleton<IVerifikTokenStore>(store));

        var health = await HealthAsync(application);
        Assert.Equal(HealthStatus.Unhealthy, health.Status);
        Assert.IsType<VerifikTokenStoreException>(health.Exception);
    }

    [Fact]
    public async Task ACancelledHealthCheck_IsCancelled()
    {
        var store = new WatchedStore();
        var application = StartObserved(services => services.AddSingleton<IVerifikTokenStore>(store));
        using var held = store.HoldReads();
        using var caller = new CancellationTokenSource();

        var check = application.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(caller.Token);
        await store.ReadBeginsAsync();
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check);
    }

    [Fact]
    public async Task TheNameOfTheHealthCheck_IsThatOfTheAccount_UnlessTheApplicationSetsOne()
    {
        var application = Start(services =>
        {
            services.AddVerifik("acme", options => options.Account = Account);
            services.AddHealthChecks().AddVerifikHealthCheck().AddVerifikHealthCheck("acme").AddVerifikHealthCheck(name: "login");
        });

        var report = await application.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.Equal(["login", "verifik-token", "verifik-token-acme"], report.Entries.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TheLogOfHttpClient_HidesTheToken_WhateverTheApplicationConfigures()
    {
        var application = Start(services =>
        {
            services.ConfigureHttpClientDefaults(defaults => defaults.RedactLoggedHeaders(_ => false));
            services.AddHttpClient("queries").RedactLoggedHeaders(_ => false);
        });
        var token = await application.LoginAsync();

        using var response = await application.QueryAsync();

        Assert.Contains(application.Journal.Records, record => record.Text.Contains("Authorization: *", StringComparison.Ordinal));
        Assert.DoesNotContain(application.Journal.Records, record => record.Text.Contains(token.Value, StringComparison.Ordinal));
    }

    private Application StartObserved(Action<IServiceCollection>? configure = null) => Start(services =>
    {
        services.AddMetrics();
        services.AddHealthChecks().AddVerifikHealthCheck();
        configure?.Invoke(services);
    });

    private static async Task<HealthReportEntry> HealthAsync(Application application) =>
        Assert.Single((await application.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries).Value;

    /// <summary>The metrics of one application.</summary>
    private sealed class MetricReader : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);
        private double? _remaining;

        public MetricReader(Application application)
        {
            var scope = application.Services.GetRequiredService<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == VerifikDiagnostics.Name && instrument.Meter.Scope == scope)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Count(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((_, value, _, _) => _remaining = value);
            _listener.Start();
        }

        public IEnumerable<string> Counts => _counts.Select(count => $"{count.Key}: {count.Value}");

        public double? Remaining
        {
            get
            {
                _remaining = null;
                _listener.RecordObservableInstruments();
                return _remaining;
            }
        }

        public void Dispose() => _listener.Dispose();

        private void Count(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var name = string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal).Prepend(instrument.Name));
            lock (_counts)
            {
                _counts[name] = _counts.GetValueOrDefault(name) + value;
            }
        }
    }
}
