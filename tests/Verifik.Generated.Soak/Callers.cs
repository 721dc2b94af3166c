using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Verifik.Soak;

/// <summary>
/// A process of the fleet, whose callers send queries repeatedly. It reads commands from its standard input, and writes samples
/// to its standard output, one per line.
/// </summary>
internal sealed class Callers(Fleet fleet, int count) : IDisposable
{
    public const string Verb = "callers";

    public static readonly TimeSpan SampleInterval = TimeSpan.FromSeconds(5);

    private readonly SteppedClock _clock = new();
    private readonly Recorder _recorder = new();
    private readonly CancellationTokenSource _stopping = new();

    public async Task RunAsync()
    {
        await using var services = fleet.Build(_clock);
        var http = services.GetRequiredService<IHttpClientFactory>();
        var work = Enumerable.Range(0, count).Select(caller => CallAsync(http, caller % Fleet.Accounts.Count))
            .Append(SampleAsync())
            .ToList();

        while (Console.ReadLine() is { } line && line != "stop")
        {
            await ExecuteAsync(line.Split(' '), services.GetRequiredService<VerifikAccounts>());
        }

        await _stopping.CancelAsync();
        await Task.WhenAll(work);
        Report();
    }

    public void Dispose()
    {
        _recorder.Dispose();
        _stopping.Dispose();
    }

    private async Task ExecuteAsync(string[] command, VerifikAccounts accounts)
    {
        if (command is ["clock", var seconds])
        {
            _clock.Offset = TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture));
        }
        else if (command is ["revoke", var account])
        {
            var (start, number) = (DateTimeOffset.UtcNow, int.Parse(account, CultureInfo.InvariantCulture));
            try
            {
                await accounts.For(Fleet.Accounts[number]).RevokeAsync();
            }
            catch (Exception exception)
            {
                _recorder.Failed(start, number, "revocation", exception.Message);
            }
        }
    }

    // Stopping cancels no call: each caller waits for its response.
    private async Task CallAsync(IHttpClientFactory factory, int account)
    {
        while (!_stopping.IsCancellationRequested)
        {
            using var http = factory.CreateClient(Fleet.Client);
            await CallOnceAsync(http, account);
            await Task.Delay(Random.Shared.Next(100, 300), _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task CallOnceAsync(HttpClient http, int account)
    {
        var (start, started) = (DateTimeOffset.UtcNow, Stopwatch.GetTimestamp());
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Fleet.Query);
            request.Options.Set(Fleet.AccountKey, Fleet.Accounts[account]);
            using var response = await http.SendAsync(request);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                _recorder.Answered(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
            else
            {
                _recorder.Failed(start, account, response.StatusCode.ToString(), await response.Content.ReadAsStringAsync());
            }
        }
        catch (Exception exception)
        {
            _recorder.Failed(start, account, exception.GetType().Name, exception.Message);
        }
    }

    private async Task SampleAsync()
    {
        using var timer = new PeriodicTimer(SampleInterval);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                Report();
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped. The last sample is taken when the callers have ended.
        }
    }

    private void Report() => Console.WriteLine(JsonSerializer.Serialize(_recorder.Take()));
}
