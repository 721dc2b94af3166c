using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Verifik.Internal.Account;
using Verifik.Internal.Stores;
using Verifik.Tests.Runtime;

namespace Verifik.Tests.Faults.Matrix;

/// <summary>An application that calls an operation of a faulty server: one cell of the matrix.</summary>
internal sealed class Cell : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = MockVerifik.Now;

    // Generous, for a busy machine: timeouts of a call elapse in fake time.
    private static readonly TimeSpan TestTimeout = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _time = new(Start);
    private readonly TokenStore _store = new();
    private readonly ConcurrentQueue<SocketsHttpHandler> _handlers = new();
    private readonly ServiceProvider _services;

    /// <param name="server">The address of the fault.</param>
    /// <param name="transport">How the server is reached.</param>
    /// <param name="configure">Configures each client.</param>
    /// <param name="maxResponseBytes">The largest response that is read.</param>
    public Cell(Uri server, Transport transport, Action<IHttpClientBuilder>? configure = null, int maxResponseBytes = VerifikOptions.DefaultMaxResponseBytes)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        services.AddSingleton<IVerifikTokenStore>(_store);
        IHttpClientBuilder[] clients =
        [
            services.AddVerifik(options => (options.BaseAddress, options.Account, options.MaxResponseBytes) = (server, MockVerifik.Account, maxResponseBytes)),
            services.AddVerifikClient<Cedulas, Cedulas>(),
            services.AddHttpClient("queries", http => http.BaseAddress = server).AddVerifikToken(),
        ];
        foreach (var client in clients)
        {
            Configure(client, transport);
            configure?.Invoke(client);
        }

        _services = services.BuildServiceProvider();
    }

    private IVerifikSession Session => _services.GetRequiredService<IVerifikSession>();

    /// <summary>Calls an operation, and returns its outcome: the value or the exception.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="stall">Completes when only a timeout can end the call.</param>
    public async Task<string> CallAsync(Operation operation, Task? stall = null)
    {
        var call = Outcome.OfAsync(operation switch
        {
            Operation.Login => LoginAsync(),
            Operation.Confirm => ExchangeAsync(static session => session.CompleteLoginAsync("123456"), UserDocument.Token),
            Operation.Renew => ExchangeAsync(static session => session.RenewAsync(), Operations.RenewedToken),
            Operation.Revoke => ExchangeAsync(static session => session.RevokeAsync(), Operations.LastingToken),
            Operation.Query => QueryAsync(),
            _ => HandleAsync(),
        });
        if (stall is not null)
        {
            await Task.WhenAny(stall, call).WaitAsync(TestTimeout);
            await _time.AdvanceUntilAsync(call, TimeSpan.FromMilliseconds(100)).WaitAsync(TestTimeout);
        }

        return await call.WaitAsync(TestTimeout);
    }

    // IHttpClientFactory would keep the handlers and their idle connections for minutes.
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        foreach (var handler in _handlers)
        {
            handler.Dispose();
        }
    }

    private async Task<bool> LoginAsync()
    {
        var sent = await Session.BeginLoginAsync();
        return (sent.Channel, sent.ExpiresAt) == ("whatsapp", new DateTimeOffset(2024, 5, 29, 3, 51, 26, TimeSpan.Zero));
    }

    // The account's token is the new one, in memory and in the store, or after an exception still the earlier one.
    private async Task<bool> ExchangeAsync(Func<IVerifikSession, Task<VerifikToken>> exchange, string value)
    {
        var (written, earlier) = (_store.Written, _store.Written?.Value ?? Operations.StoredToken);
        VerifikToken token;
        try
        {
            token = await exchange(Session);
        }
        catch
        {
            Assert.Equal(earlier, (await Session.GetTokenAsync()).Value);
            Assert.Equal(Parts(written), Parts(_store.Written));
            throw;
        }

        Assert.Same(token, await Session.GetTokenAsync());
        Assert.Equal(Parts(token), Parts(_store.Written));
        Assert.Equal((value, _time.GetUtcNow() + VerifikToken.Lifetime), (token.Value, token.ExpiresAt));

        // A renewed token is used only if it expires later than the earlier one.
        _time.Advance(TimeSpan.FromMilliseconds(1));
        return token.Type == "bearer";

        static (string?, string?, DateTimeOffset?) Parts(VerifikToken? token) => (token?.Value, token?.Type, token?.ExpiresAt);
    }

    private Task<bool> QueryAsync() => _services.GetRequiredService<Cedulas>().FindAsync();

    private async Task<bool> HandleAsync()
    {
        using var response = await _services.GetRequiredService<IHttpClientFactory>().CreateClient("queries").GetAsync(Operations.Path);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync() == Operation.Handler.Answer();
    }

    private void Configure(IHttpClientBuilder client, Transport transport) => client
        .ConfigureHttpClient(http =>
        {
            http.Timeout = TimeSpan.FromSeconds(100);
            http.DefaultRequestVersion = transport is Transport.Http2 or Transport.EncryptedHttp2 ? HttpVersion.Version20 : HttpVersion.Version11;
            http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        })
        .ConfigurePrimaryHttpMessageHandler(() =>
        {
            var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, UseProxy = false, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(1) };
            _handlers.Enqueue(handler);
            handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(Authority.Trusted.Certificate);
            return handler;
        });

    /// <summary>A store that has a token for every account.</summary>
    private sealed class TokenStore : IVerifikTokenStore
    {
        private byte[]? _written;

        /// <summary>The token that was written last.</summary>
        public VerifikToken? Written => _written is null ? null : TokenEntry.Read(_written)?.Token;

        public Task<byte[]?> ReadAsync(string key, CancellationToken cancellationToken) => Task.FromResult<byte[]?>(
            _written ?? new TokenEntry(key, new TokenVersion(1, UserAction.Login, 0), Start, new VerifikToken(Operations.StoredToken, Start.AddDays(10))).Write());

        public Task WriteAsync(string key, byte[] entry, DateTimeOffset expiresAt, CancellationToken cancellationToken)
        {
            _written = entry;
            return Task.CompletedTask;
        }
    }
}
