using System.Diagnostics.Metrics;

namespace Verifik.Internal.Diagnostics;

/// <summary>
/// The metrics, tagged with the name of the registration. No tag contains a token, a code or a telephone number.
/// </summary>
internal sealed class TokenMetrics : IDisposable
{
    private readonly Meter _meter;
    private readonly Counter<long> _renewals;
    private readonly Counter<long> _logins;
    private readonly Counter<long> _refusals;
    private AccountRegistry[] _registries = [];

    public TokenMetrics(IMeterFactory? factory)
    {
        _meter = factory?.Create(new MeterOptions(VerifikDiagnostics.Name)) ?? new Meter(VerifikDiagnostics.Name);
        _renewals = _meter.CreateCounter<long>("verifik.token.renewals", "{renewal}", "Renewals, by outcome.");
        _logins = _meter.CreateCounter<long>("verifik.logins", "{step}", "Login steps, by step and outcome.");
        _refusals = _meter.CreateCounter<long>("verifik.token.refusals", "{refusal}", "Responses that refused a token.");
        _meter.CreateObservableGauge("verifik.token.remaining", Remaining, "s", "The remaining lifetime of the configured account's token. Zero without a valid token.");
    }

    /// <summary>Reports the remaining lifetime of the token of a registration's configured account.</summary>
    public void Observe(AccountRegistry registry)
    {
        lock (_meter)
        {
            _registries = [.. _registries, registry];
        }
    }

    public void Renewal(string account, RenewalOutcome outcome) => _renewals.Add(1, Tag(account), new KeyValuePair<string, object?>("outcome", outcome switch
    {
        RenewalOutcome.Renewed => "renewed",
        RenewalOutcome.NotNeeded => "not_needed",
        RenewalOutcome.NotLonger => "not_longer",
        RenewalOutcome.Refused => "refused",
        _ => "failed",
    }));

    public void Login(string account, string step, string outcome) =>
        _logins.Add(1, Tag(account), new KeyValuePair<string, object?>("step", step), new KeyValuePair<string, object?>("outcome", outcome));

    public void Refusal(string account) => _refusals.Add(1, Tag(account));

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<double>> Remaining() =>
        from registry in Volatile.Read(ref _registries)
        where registry.Context.Options.Account is not null
        select new Measurement<double>(registry.Get(registry.Context.Options.Account!).Remaining.TotalSeconds, Tag(registry.Context.Name));

    private static KeyValuePair<string, object?> Tag(string account) => new("verifik.account", account.Length == 0 ? "default" : account);
}
