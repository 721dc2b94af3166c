using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Verifik.Soak;

/// <summary>Another process of the fleet, as the one that started it sees it.</summary>
internal sealed class CallerProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task _reading;
    private readonly Action<Sample> _sampled;

    public CallerProcess(Fleet fleet, int callers, Action<Sample> sampled)
    {
        _sampled = sampled;
        _process = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!, [Callers.Verb, callers.ToString(CultureInfo.InvariantCulture), .. fleet.ToArguments()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        _reading = ReadAsync();
    }

    public void Revoke(int account) => Tell($"revoke {account}");

    public void SetClock(TimeSpan offset) => Tell(string.Create(CultureInfo.InvariantCulture, $"clock {offset.TotalSeconds}"));

    /// <summary>As the machine does when it needs the memory, or the power fails.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _reading;
    }

    /// <summary>Tells it to stop.</summary>
    /// <returns>Whether it ended as it should.</returns>
    public async Task<bool> StopAsync()
    {
        Tell("stop");
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        await _reading;
        return _process.ExitCode == 0;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private void Tell(string line) => _process.StandardInput.WriteLine(line);

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            // The last line of a process that was killed may be cut off.
            if (line.EndsWith('}'))
            {
                _sampled(JsonSerializer.Deserialize<Sample>(line)!);
            }
        }
    }
}
