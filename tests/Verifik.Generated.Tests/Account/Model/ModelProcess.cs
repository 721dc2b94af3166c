using Microsoft.Extensions.Logging.Abstractions;
using Verifik.Internal.Account;
using Verifik.Internal.Diagnostics;
using Verifik.Internal.Http;
using Verifik.Internal.Stores;
using Verifik.Runtime;

namespace Verifik.Tests.Account.Model;

/// <summary>One process with the SDK, whose work runs on the calling thread, and never on the thread pool.</summary>
internal sealed partial class ModelProcess : IDisposable
{
    private static readonly PhoneAccount Account = new("+1", 1234566663);
    private static readonly Uri Server = new("https://verifik.test");
    private static readonly TimeSpan EndTimeout = TimeSpan.FromSeconds(10);

    private readonly Simulation _model;
    private readonly string _name;
    private readonly TokenMetrics _metrics = new(factory: null);
    private readonly AccountTimer _timer;
    private readonly AccountRegistry _registry;
    private readonly AccountToken _token;
    private readonly HttpClient _client;
    private readonly HttpClient _queries;

    public ModelProcess(Simulation model, string name)
    {
        (_model, _name) = (model, name);
        var background = new Background(static work => work());
        var options = new VerifikOptions { BaseAddress = Server, Account = Account };
        _timer = new AccountTimer(model.Time);
        _client = Client(new ModelWire(model, this));
        _registry = new AccountRegistry(new AccountContext(
            "",
            options,
            new AccountStore(model.Store.For(this), background, model.Time),
            () => new VerifikClient(new ApiConnection(_client, options.MaxResponseBytes, model.Time, token: null, handlerAddsToken: true)),
            _timer,
            model.Time,
            NullLogger.Instance,
            _metrics,
            background)
        {
            Schedule = new RenewalSchedule(options.RenewBefore, model.Chance.Seed()),
        });
        _token = _registry.Get(Account);
        _queries = Client(new TokenHandler(_ => _token, new TokenAudience(Server), onlyWhereRequired: false) { InnerHandler = new ModelWire(model, this) });
    }

    /// <summary>How many reads and writes have failed or timed out.</summary>
    public int StoreFailures { get; set; }

    /// <summary>How many requests for an act or a renewal are in progress.</summary>
    public int Exchanges { get; set; }

    /// <summary>Whether it has begun to stop.</summary>
    public bool IsEnding { get; private set; }

    /// <summary>Whether it has ended: it writes and sends nothing, and receives no response.</summary>
    public bool HasEnded { get; private set; }

    public async Task DoAsync(ActKind kind, CancellationToken cancellationToken)
    {
        switch (kind)
        {
            case ActKind.Renew:
                await _token.RenewAsync(cancellationToken);
                break;
            case ActKind.Query or ActKind.QueryRefused:
                using (await _queries.GetAsync(kind == ActKind.Query ? "/v2/query" : "/v2/always-refused", cancellationToken))
                {
                    break;
                }
        }
    }

    /// <summary>The token that the process returns to a caller, if any.</summary>
    public async Task<string?> HandOutAsync()
    {
        try
        {
            return (await _token.GetTokenAsync(CancellationToken.None)).Value;
        }
        catch (VerifikLoginRequiredException exception)
        {
            _model.Trace($"{this} hands out nothing: {exception.Reason}");
            return null;
        }
    }

    /// <summary>
    /// Stops. If that takes less than its timeout of ten seconds, and the store did not fail, no request is in progress
    /// afterwards, and the token of each login and revocation has been stored.
    /// </summary>
    public async Task EndAsync()
    {
        IsEnding = true;
        var (begin, failures) = (_model.Time.GetUtcNow(), StoreFailures);
        await _registry.DisposeAsync();
        if (!HasEnded && failures == StoreFailures && _model.Time.GetUtcNow() < begin + EndTimeout)
        {
            if (Exchanges > 0)
            {
                _model.Breaks($"{this} ended while an exchange was under way.");
            }
            else if (_acts.Find(static act => act is { Delivered: not null, HasMetStore: false }) is { } lost)
            {
                _model.Breaks($"{this} ended without writing the token of {lost}.");
            }
        }

        Dispose();
    }

    public void Dispose()
    {
        HasEnded = true;
        _acts.ForEach(static act => act.HasEnded = true);
        _timer.Dispose();
        _metrics.Dispose();
    }

    public override string ToString() => _name;

    // HttpClient's own timeout counts real time.
    private static HttpClient Client(HttpMessageHandler handler) => new(handler) { BaseAddress = Server, Timeout = Timeout.InfiniteTimeSpan };
}
