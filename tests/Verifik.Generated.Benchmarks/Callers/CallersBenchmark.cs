using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Verifik.Benchmarks.Peers;

namespace Verifik.Benchmarks.Callers;

/// <summary>64 callers at once over a loopback socket, with the server in the same process.</summary>
internal static class CallersBenchmark
{
    private const int Callers = 64;
    private const int WarmUps = 10;
    private const int Rounds = 30;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(0.5);

    public static void Run()
    {
        Console.WriteLine($"| {Callers} callers over loopback | hand-written | Verifik.Generated | ratio of calls | ratio of calls a CPU second | threads, before and while bodies trickle |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        RunAsync(HttpProtocols.Http1, HttpVersion.Version11).GetAwaiter().GetResult();
        RunAsync(HttpProtocols.Http2, HttpVersion.Version20).GetAwaiter().GetResult();
    }

    private static async Task RunAsync(HttpProtocols protocol, Version version)
    {
        await using var server = await LoopbackServer.StartAsync(protocol).ConfigureAwait(false);
        using var http = new HttpClient { BaseAddress = server.Address, DefaultRequestVersion = version, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        var handWritten = new HandWrittenClient(http, server.Address);
        var ours = new VerifikClient(http);

        // In alternating rounds, so that other load on the machine affects both.
        var rounds = new List<(Rate Limit, Rate Generated)>();
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            var limit = await MeasureAsync(() =>
                handWritten.ConfirmPhoneLoginAsync(new HandWritten.PhoneLoginConfirmation("+1", 1234566663, "000000"))).ConfigureAwait(false);
            var generated = await MeasureAsync(() =>
                ours.ConfirmPhoneLoginAsync(new PhoneLoginConfirmation { CountryCode = "+1", Phone = 1234566663, Otp = "000000" })).ConfigureAwait(false);
            rounds.Add((limit, generated));
        }

        rounds.RemoveRange(0, WarmUps);
        var before = ThreadPool.ThreadCount;
        var most = await MostThreadsAsync(() =>
            ours.RequestPhoneLoginAsync(new PhoneLoginRequest { CountryCode = "+1", Phone = 1234566663 })).ConfigureAwait(false);
        Console.WriteLine(
            $"| HTTP/{version} | {Median(rounds, round => round.Limit.Calls):0} calls/s | {Median(rounds, round => round.Generated.Calls):0} calls/s "
            + $"| {Median(rounds, round => round.Generated.Calls / round.Limit.Calls):0.00} | {Median(rounds, round => round.Generated.CallsOfCpu / round.Limit.CallsOfCpu):0.00} | {before}, {most} |");
    }

    private static async Task<Rate> MeasureAsync(Func<Task> call)
    {
        var end = DateTime.UtcNow + Round;
        var cpu = Environment.CpuUsage.TotalTime;
        var calls = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            while (DateTime.UtcNow < end)
            {
                await call().ConfigureAwait(false);
                count++;
            }

            return count;
        }))).ConfigureAwait(false);
        return new Rate(calls.Sum() / Round.TotalSeconds, calls.Sum() / (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }

    private static double Median(List<(Rate Limit, Rate Generated)> rounds, Func<(Rate Limit, Rate Generated), double> of) =>
        rounds.Select(of).Order().ElementAt(rounds.Count / 2);

    private static async Task<int> MostThreadsAsync(Func<Task> call)
    {
        var all = Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => call()));
        var most = ThreadPool.ThreadCount;
        while (!all.IsCompleted)
        {
            most = Math.Max(most, ThreadPool.ThreadCount);
            await Task.WhenAny(all, Task.Delay(20)).ConfigureAwait(false);
        }

        await all.ConfigureAwait(false);
        return most;
    }

    /// <param name="Calls">Calls a second.</param>
    /// <param name="CallsOfCpu">Calls a second of the processor, for the server's half and the client's.</param>
    private readonly record struct Rate(double Calls, double CallsOfCpu);
}
