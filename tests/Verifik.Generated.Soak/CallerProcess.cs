using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Verifik.Soak;

/// <summary>Starts and controls a process of the fleet.</summary>
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

    public void Revoke(int account) => Send($"revoke {account}");

    public void SetClock(TimeSpan offset) => Send(string.Create(CultureInfo.InvariantCulture, $"clock {offset.TotalSeconds}"));

    /// <summary>Kills the process, as when the machine is out of memory.</summary>
    /// <returns>Whether it was still running.</returns>
    public async Task<bool> KillAsync()
    {
        var isRunning = !_process.HasExited;
        _process.Kill();
        await _reading;
        return isRunning;
    }

    /// <summary>Stops the process.</summary>
    /// <returns>Whether it exited successfully.</returns>
    public async Task<bool> StopAsync()
    {
        Send("stop");
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        await _reading;
        return _process.ExitCode == 0;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private void Send(string line) => _process.StandardInput.WriteLine(line);

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            // The last line of a killed process may be incomplete.
            if (line.EndsWith('}'))
            {
                _sampled(JsonSerializer.Deserialize<Sample>(line)!);
            }
        }
    }
}
