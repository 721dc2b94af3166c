using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Verifik.Tests.Secrets;

namespace Verifik.Tests.Cli;

/// <summary>
/// A command in a pseudo-terminal: input is echoed, Ctrl+C is a signal, and there is a screen. Linux only.
/// </summary>
internal sealed class PseudoTerminal : IAsyncDisposable
{
    // O_RDWR, O_NOCTTY and O_CLOEXEC.
    private const int Flags = 0x80102;

    private readonly bool _showsToken;
    private readonly Process _process;
    private readonly FileStream _master;
    private readonly StringBuilder _screen = new();
    private readonly Task _reading;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _seen;

    private PseudoTerminal(string command, IReadOnlyDictionary<string, string> variables)
    {
        _showsToken = command.Contains("token --show", StringComparison.Ordinal);
        var master = posix_openpt(Flags);
        var name = new byte[64];
        Assert.Equal((0, 0, 0), (grantpt(master), unlockpt(master), ptsname_r(master, name, name.Length)));
        _master = new FileStream(new SafeFileHandle(master, ownsHandle: true), FileAccess.ReadWrite, bufferSize: 0);

        // A new session, with the terminal as its controlling terminal. A test run in the background may ignore SIGINT,
        // which its processes would inherit.
        const string Session = """exec env --default-signal=INT setsid --ctty --wait sh -c "stty cols 120 rows 40; $1" <"$0" >"$0" 2>&1""";
        var start = new ProcessStartInfo("sh", ["-c", Session, Encoding.ASCII.GetString(name).TrimEnd('\0'), command]);
        ToolProcess.SetEnvironment(start);
        foreach (var (variable, value) in variables)
        {
            start.Environment[variable] = value;
        }

        _process = Process.Start(start)!;
        _reading = Task.Factory.StartNew(Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Everything that was written to the terminal.</summary>
    public string Screen
    {
        get
        {
            lock (_screen)
            {
                return _screen.ToString();
            }
        }
    }

    public static PseudoTerminal Start(string command, params (string Name, string Value)[] variables) =>
        new(command, variables.ToDictionary(variable => variable.Name, variable => variable.Value));

    /// <summary>Waits for a text, after what was waited for before.</summary>
    public async Task ExpectAsync(string text)
    {
        using var patience = new CancellationTokenSource(ToolProcess.Patience);
        while (true)
        {
            var changed = _changed.Task;
            var at = Screen.IndexOf(text, _seen, StringComparison.Ordinal);
            if (at >= 0)
            {
                _seen = at + text.Length;
                return;
            }

            Assert.False(_reading.IsCompleted || patience.IsCancellationRequested, $"'{text}' did not appear after '{Screen[.._seen]}', but:\n{Screen[_seen..]}");
            await Task.WhenAny(changed, _reading, Task.Delay(Timeout.Infinite, patience.Token));
        }
    }

    public void Type(string text)
    {
        _master.Write(Encoding.UTF8.GetBytes(text));
        _master.Flush();
    }

    /// <summary>Waits for the end of the command.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(ToolProcess.Patience);
        await _reading.WaitAsync(ToolProcess.Patience);
        _ = _showsToken ? "" : RecordedOutput.Text(Screen);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _reading.WaitAsync(ToolProcess.Patience);
        _process.Dispose();
        await _master.DisposeAsync();
    }

    private void Read()
    {
        var (bytes, characters, decoder) = (new byte[4096], new char[4096], Encoding.UTF8.GetDecoder());
        try
        {
            while (_master.Read(bytes) is > 0 and var length)
            {
                var count = decoder.GetChars(bytes, 0, length, characters, 0);
                lock (_screen)
                {
                    _screen.Append(characters, 0, count);
                }

                Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
            }
        }
        catch (IOException)
        {
            // The error of Linux when no process has the terminal open any more.
        }
    }

    [DllImport("libc")]
    private static extern int posix_openpt(int flags);

    [DllImport("libc")]
    private static extern int grantpt(int terminal);

    [DllImport("libc")]
    private static extern int unlockpt(int terminal);

    [DllImport("libc")]
    private static extern int ptsname_r(int terminal, byte[] name, nint length);
}
