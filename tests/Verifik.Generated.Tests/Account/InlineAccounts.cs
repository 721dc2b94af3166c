using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Verifik.Internal.Account;
using Verifik.Internal.Diagnostics;
using Verifik.Internal.Stores;
using Verifik.Runtime;
using Verifik.Tests.Runtime;

namespace Verifik.Tests.Account;

/// <summary>
/// The accounts of one process, none of them configured. All work runs on the calling thread, so that a call returns
/// when everything that it started has ended. Without a timer, a test calls the rounds itself.
/// </summary>
internal sealed class InlineAccounts : IDisposable
{
    private static readonly Uri Server = new("https://verifik.test");

    private readonly TokenMetrics _metrics = new(factory: null);
    private readonly AccountTimer _timer;
    private readonly HttpClient _http;

    public InlineAccounts(TimeSpan pollInterval, bool hasTimer = false)
    {
        var options = new VerifikOptions { BaseAddress = Server, StorePollInterval = pollInterval };
        var background = new Background(static work => work());
        _timer = new AccountTimer(hasTimer ? Time : new RecordedTimers());
        _http = new HttpClient(new InstantAnswer(Answer)) { BaseAddress = Server, Timeout = Timeout.InfiniteTimeSpan };
        Registry = new AccountRegistry(new AccountContext(
            "",
            options,
            new AccountStore(Store, background, Time),
            () => new VerifikClient(new ApiConnection(_http, options.MaxResponseBytes, Time, token: null, handlerAddsToken: true)),
            _timer,
            Time,
            NullLogger.Instance,
            _metrics,
            background));
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2024, 5, 29, 3, 41, 27, TimeSpan.Zero));

    public WatchedStore Store { get; } = new();

    public AccountRegistry Registry { get; }

    /// <summary>Whether every request fails.</summary>
    public bool IsServerDown { get; set; }

    public int Requests { get; private set; }

    public static PhoneAccount Account(int number) => new("+57", 3001234500 + number);

    /// <summary>Writes an entry as another process does.</summary>
    public Task StoreAsync(VerifikAccount account, TokenVersion version, TimeSpan lifetime)
    {
        var now = Time.GetUtcNow();
        var entry = new TokenEntry(TokenKey.Of(Server, account), version, now, new VerifikToken($"visibly-fake-stored-{version.Generation}", now + lifetime));
        return Store.WriteAsync(entry.Key, entry.Write(), entry.ExpiresAt, CancellationToken.None);
    }

    /// <summary>The token in the store.</summary>
    public async Task<string?> StoredAsync(VerifikAccount account) =>
        await Store.ReadInnerAsync(TokenKey.Of(Server, account), CancellationToken.None) is { } bytes ? TokenEntry.Read(bytes)!.Token?.Value : null;

    /// <summary>An account whose token is stored, and loaded into memory.</summary>
    public async Task<AccountToken> LoadAsync(int number, TimeSpan lifetime)
    {
        var token = Registry.Get(Account(number));
        await StoreAsync(token.Account, new TokenVersion(1, UserAction.Login, 0), lifetime);
        await token.GetTokenAsync(CancellationToken.None);
        return token;
    }

    /// <summary>An account that logged in while the store could not be written.</summary>
    public async Task<AccountToken> LoginUnwrittenAsync(int number)
    {
        var token = Registry.Get(Account(number));
        Store.BeforeWrite = static _ => throw new IOException("The store is down.");
        await token.LoginAsync("123456", CancellationToken.None);
        Store.BeforeWrite = null;
        return token;
    }

    public void Dispose()
    {
        _timer.Dispose();
        _metrics.Dispose();
        _http.Dispose();
    }

    // A login, a renewal and a revocation each read their own property.
    private StringContent Answer()
    {
        Requests++;
        var token = $"visibly-fake-{Requests}";
        return IsServerDown
            ? throw new HttpRequestException("The server is down.")
            : new StringContent($$"""{"data":{"accessToken":"{{token}}","tokenType":"bearer"},"accessToken":"{{token}}","tokenType":"bearer","token":"{{token}}"}""");
    }
}
