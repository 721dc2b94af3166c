using System.Diagnostics;
using System.Text;
using Verifik.Tests.Cli;

namespace Verifik.Tests.Readme;

/// <summary>A program that runs, with its terminal.</summary>
internal sealed class RunningProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Task<string> _error;

    private RunningProgram(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    public static RunningProgram Start(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        ToolProcess.SetEnvironment(start);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new RunningProgram(Process.Start(start)!);
    }

    /// <summary>Reads the output until it has a text, which need not end a line.</summary>
    public async Task<string> ReadUntilAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new char[256];
        while (!_output.ToString().Contains(text, StringComparison.Ordinal))
        {
            var read = await _process.StandardOutput.ReadAsync(buffer, patience.Token);
            Assert.True(read > 0, $"The program ended without '{text}'. Its output:\n{_output}\n{(read > 0 ? "" : await _error)}");
            _output.Append(buffer, 0, read);
        }

        return _output.ToString();
    }

    public async Task TypeAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    public async Task EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(_process.ExitCode == 0, await _error);
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
