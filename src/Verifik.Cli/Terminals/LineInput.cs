namespace Verifik.Cli.Terminals;

/// <summary>
/// Reads lines from a terminal or a pipe. Console reads cannot be cancelled, so after a cancellation the pending read
/// continues on its thread, and its result is used as the next line.
/// </summary>
internal sealed class LineInput(Terminal terminal)
{
    /// <summary>How long to wait for the end of a pipe. Uses the system clock, because the operating system determines it.</summary>
    private static readonly TimeSpan EndOfInputTimeout = TimeSpan.FromSeconds(1);

    private Task<string?>? _next;

    /// <summary>Whether input is available or can still be typed: false at the end of a file or a pipe. No input is lost.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken)
    {
        if (terminal.IsInTerminal)
        {
            return true;
        }

        await Task.WhenAny(Next(), Task.Delay(EndOfInputTimeout, cancellationToken));
        return !Next().IsCompleted || await Next() is not null;
    }

    /// <summary>Reads the next line; <see langword="null"/> at the end.</summary>
    /// <exception cref="TimeoutException">The limit has passed.</exception>
    public async Task<string?> ReadAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        var line = await Next().WaitAsync(limit, terminal.Time, cancellationToken);
        _next = null;
        return line;
    }

    private Task<string?> Next() => _next ??= Task.Factory.StartNew(
        terminal.In.ReadLine, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
