using System.Diagnostics.Metrics;

namespace Verifik.Internal.Diagnostics;

/// <summary>The numbers by which an operator follows the token's life. No tag has a token, a code or a telephone.</summary>
internal sealed class TokenMetrics : IDisposable
{
    private readonly Meter _meter;
    private readonly Counter<long> _renewals;
    private readonly Counter<long> _logins;
    private readonly Counter<long> _rejections;

    public TokenMetrics(IMeterFactory? factory)
    {
        _meter = factory?.Create(new MeterOptions(VerifikDiagnostics.Name)) ?? new Meter(VerifikDiagnostics.Name);
        _renewals = _meter.CreateCounter<long>("verifik.token.renewals", "{renewal}", "Attempts at a renewal, by outcome.");
        _logins = _meter.CreateCounter<long>("verifik.logins", "{step}", "Steps of a login, by step and outcome.");
        _rejections = _meter.CreateCounter<long>("verifik.token.rejections", "{rejection}", "Tokens that the server refused.");
    }

    /// <summary>Reports how long the token is still valid, from the first time that there is one.</summary>
    public void Observe(TokenMemory memory) =>
        _meter.CreateObservableGauge("verifik.token.remaining", () => Remaining(memory), "s", "How long the token is still valid. Zero without one.");

    public void Renewal(RenewalOutcome outcome) => _renewals.Add(1, new KeyValuePair<string, object?>("outcome", outcome switch
    {
        RenewalOutcome.Renewed => "renewed",
        RenewalOutcome.NotNeeded => "not_needed",
        RenewalOutcome.LeftToAnother => "left_to_another",
        _ => "failed",
    }));

    public void Login(string step, string outcome) =>
        _logins.Add(1, new KeyValuePair<string, object?>("step", step), new KeyValuePair<string, object?>("outcome", outcome));

    public void Rejection() => _rejections.Add(1);

    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<double>> Remaining(TokenMemory memory)
    {
        var (state, now) = (memory.State, memory.Now);
        if (state != TokenState.NeverLoggedIn)
        {
            yield return new Measurement<double>(state.IsUsable(now) ? (state.Token!.ExpiresAt - now).TotalSeconds : 0);
        }
    }
}
