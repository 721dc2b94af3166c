using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Verifik.Sandbox;
using Verifik.Tests.Account;

namespace Verifik.Soak;

/// <summary>
/// Runs the fleet with its server and its Redis, and injects faults. Each fault occurs once a round and at its own time, so that
/// its effects can be distinguished.
/// </summary>
internal sealed class SoakRun : IAsyncDisposable
{
    public static readonly TimeSpan TokenLifetime = TimeSpan.FromSeconds(90);

    public const int FirstCallers = 48;
    public const int SecondCallers = 16;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    private readonly Random _random;
    private readonly TimeSpan _length;
    private readonly string _keys = Directory.CreateTempSubdirectory("verifik-soak").FullName;
    private readonly VerifikSandbox _sandbox;
    private readonly RespServer _redis = new();
    private readonly Relay _server;
    private readonly Relay _store;
    private readonly Fleet _fleet;
    private readonly History _history;
    private CallerProcess _first = null!;
    private CallerProcess _second = null!;

    private SoakRun(VerifikSandbox sandbox, TimeSpan length, int seed)
    {
        (_sandbox, _length, _random) = (sandbox, length, new Random(seed));
        _server = new Relay(new IPEndPoint(IPAddress.Loopback, sandbox.BaseAddress.Port));
        _store = new Relay(IPEndPoint.Parse(_redis.Address));
        _fleet = new Fleet(_server.Port, _store.Port, _keys);
        _history = new History(seed, DateTimeOffset.UtcNow);
    }

    public static async Task<SoakRun> StartAsync(TimeSpan length, int seed) => new(
        await VerifikSandbox.StartAsync(options =>
        {
            (options.TokenLifetime, options.HashWorkFactor) = (TokenLifetime, 4);
            Fleet.Accounts.ToList().ForEach(options.Accounts.Add);
        }),
        length,
        seed);

    public async Task<History> RunAsync()
    {
        await LogInAsync();
        _first = new CallerProcess(_fleet, FirstCallers, _history.Add);
        StartSecond();
        await Task.Delay(WarmUp);

        // The longest outage takes 25 seconds with its recovery, and there are two in a round.
        var rounds = Math.Max(1, (int)(_length / TimeSpan.FromSeconds(Math.Clamp(_length.TotalSeconds / 15, 50, 120))));
        var round = (_length - WarmUp) / rounds;
        for (var number = 0; number < rounds; number++)
        {
            await RunRoundAsync(number, _history.Start + WarmUp + (number * round), round);
        }

        await UntilAsync(_history.Start + _length);
        await EndAsync();
        _history.Length = DateTimeOffset.UtcNow - _history.Start;
        return _history;
    }

    public async ValueTask DisposeAsync()
    {
        _first?.Dispose();
        _second?.Dispose();
        _server.Dispose();
        _store.Dispose();
        _redis.Dispose();
        await _sandbox.DisposeAsync();
        Directory.Delete(_keys, recursive: true);
    }

    private static Task UntilAsync(DateTimeOffset moment)
    {
        var wait = moment - DateTimeOffset.UtcNow;
        return wait > TimeSpan.Zero ? Task.Delay(wait) : Task.CompletedTask;
    }

    private async Task RunRoundAsync(int number, DateTimeOffset start, TimeSpan length)
    {
        var (one, other) = number % 2 == 0 ? (_first, _second) : (_second, _first);
        var isStall = number % 2 != 0;

        await UntilAsync(start + (0.02 * length));
        Revoke(one, number % 2 == 0 ? History.FirstProcess : _history.Kills);
        await UntilAsync(start + (0.10 * length));
        _history.ClockSteps++;
        other.SetClock(TimeSpan.FromSeconds((_random.NextDouble() * 20) - 10));
        await UntilAsync(start + (0.20 * length));
        await InterruptAsync(_server, Outage.Server, isStall);
        await UntilAsync(start + (0.46 * length));
        await InterruptAsync(_store, Outage.Store, isStall);
        await UntilAsync(start + (0.72 * length));
        if (!await _second.KillAsync())
        {
            _history.FinalProblems.Add($"A process had ended before it was killed at {DateTimeOffset.UtcNow - _history.Start:mm\\:ss}.");
        }

        _second.Dispose();
        _history.Kills++;
        await Task.Delay(TimeSpan.FromSeconds(_random.NextDouble()));
        StartSecond();
        await UntilAsync(start + (0.90 * length));
        Revoke(_first, History.FirstProcess);
    }

    private void StartSecond()
    {
        var number = _history.Kills;
        _second = new CallerProcess(_fleet, SecondCallers, sample => _history.Add(number, sample));
    }

    private void Revoke(CallerProcess process, int number)
    {
        var account = _random.Next(Fleet.Accounts.Count);
        _history.Revocations.Add(new Revocation(DateTimeOffset.UtcNow, account, number));
        process.Revoke(account);
    }

    private async Task InterruptAsync(Relay relay, string what, bool isStall)
    {
        var start = DateTimeOffset.UtcNow;
        if (isStall)
        {
            relay.Stall();
        }
        else
        {
            relay.Cut();
        }

        await Task.Delay(TimeSpan.FromSeconds(6 + (4 * _random.NextDouble())));
        relay.Restore();
        _history.Outages.Add(new Outage(what, isStall, start, DateTimeOffset.UtcNow));
    }

    // The operator logs in all accounts once.
    private async Task LogInAsync()
    {
        await using var services = _fleet.Build(TimeProvider.System);
        foreach (var account in Fleet.Accounts)
        {
            var session = services.GetRequiredService<VerifikAccounts>().For(account);
            await session.BeginLoginAsync();
            await session.CompleteLoginAsync((await _sandbox.Outbox.ReadAsync()).Code);
        }
    }

    private async Task EndAsync()
    {
        foreach (var process in new[] { _first, _second })
        {
            if (!await process.StopAsync())
            {
                _history.FinalProblems.Add("A process did not exit successfully.");
            }
        }

        if (_sandbox.Outbox.Messages.Count != Fleet.Accounts.Count)
        {
            _history.FinalProblems.Add($"{_sandbox.Outbox.Messages.Count} codes were sent for {Fleet.Accounts.Count} logins.");
        }

        await VerifyTokensAsync();
    }

    // A new process finds the token of each account in the store, and the server accepts it.
    private async Task VerifyTokensAsync()
    {
        await using var services = _fleet.Build(TimeProvider.System);
        using var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(Fleet.Client);
        foreach (var account in Fleet.Accounts)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, Fleet.Query);
                request.Options.Set(Fleet.AccountKey, account);
                using var response = await http.SendAsync(request);
                response.EnsureSuccessStatusCode();
            }
            catch (Exception exception)
            {
                _history.FinalProblems.Add($"The token of {account} was lost: {exception.Message}");
            }
        }
    }
}
