using Microsoft.Extensions.Logging.Abstractions;
using Verifik.Internal.Account;
using Verifik.Internal.Diagnostics;
using Verifik.Internal.Http;
using Verifik.Internal.Stores;

namespace Verifik.Tests.Account.Model;

/// <summary>One process with the SDK in it, which runs in place: nothing of it ever reaches the thread pool.</summary>
internal sealed class ModelProcess : IDisposable
{
    private static readonly PhoneAccount Account = new("+1", 1234566663);
    private static readonly Uri Server = new("https://verifik.test");

    private readonly Simulation _model;
    private readonly string _name;
    private readonly TokenMetrics _metrics = new(factory: null);
    private readonly AccountTimer _timer;
    private readonly AccountRegistry _registry;
    private readonly AccountToken _token;
    private readonly HttpClient _client;
    private readonly HttpClient _queries;
    private readonly List<Act> _acts = [];

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
            () => new VerifikClient(_client, options.MaxResponseBytes, model.Time, handlerAddsToken: true),
            _timer,
            model.Time,
            NullLogger.Instance,
            _metrics,
            background)
        {
            Schedule = new RenewalSchedule(options.RenewBefore, model.Seed()),
        });
        _token = _registry.Get(Account);
        _queries = Client(new TokenHandler(_ => _token, new TokenAudience(Server), onlyWhereRequired: false) { InnerHandler = new ModelWire(model, this) });
    }

    /// <summary>The acts that the process knows of: its own, and those that an entry reflected which it read.</summary>
    public ulong Knows { get; set; }

    /// <summary>Its own acts.</summary>
    public ulong Did => _acts.Aggregate(0UL, static (bits, act) => bits | act.Bit);

    /// <summary>Whether it is gone: it writes and sends nothing any more, and no answer reaches it.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>The act of a kind that is under way: they run in the order in which they were called.</summary>
    public Act? Running(ActKind kind) => _acts.Find(act => act.Kind == kind && !act.IsDecided) ?? _acts.FindLast(act => act.Kind == kind);

    /// <summary>The acts that an entry reflects which the process begins to write.</summary>
    public ulong WritesNow(byte[] entry)
    {
        if (TokenEntry.Read(entry)!.Token is null && Running(ActKind.Logout) is { } logout)
        {
            Knows |= logout.Bit;
        }

        return Knows;
    }

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

    /// <summary>A person's act, whose caller may leave before it ends.</summary>
    public async Task DoAsync(Act act, CancellationToken cancellationToken)
    {
        _acts.Add(act);
        try
        {
            await (act.Kind switch
            {
                ActKind.Login => _token.LoginAsync(act.Code, cancellationToken),
                ActKind.Revoke => _token.RevokeAsync(cancellationToken),
                _ => _token.LogoutAsync(cancellationToken),
            });
            act.HasSucceeded = true;
        }
        finally
        {
            // Without its caller it may go on, until another one ends that was called after it.
            if (!cancellationToken.IsCancellationRequested || act.HasSucceeded)
            {
                _acts.TakeWhile(earlier => earlier != act).Append(act).ToList().ForEach(static ended => ended.HasEnded = true);
            }
        }
    }

    /// <summary>What the process hands out: a token, or none.</summary>
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

    /// <summary>Ends in good order.</summary>
    public async Task EndAsync()
    {
        await _registry.DisposeAsync();
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
