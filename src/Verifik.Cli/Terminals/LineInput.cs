namespace Verifik.Cli.Terminals;

/// <summary>
/// Lines that somebody types, or that come through a pipe. Reading cannot be cancelled, so a thread is left behind with it
/// when the person gives up; what it reads is the next line.
/// </summary>
internal sealed class LineInput(Terminal terminal)
{
    /// <summary>How long a pipe may take to say that it is at its end. In the time of the system: it is the system that says it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private Task<string?>? _next;

    /// <summary>Whether there is anybody to type: no, at the end of a file or a pipe. Nothing that was typed is lost.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken)
    {
        if (terminal.IsInTerminal)
        {
            return true;
        }

        await Task.WhenAny(Next(), Task.Delay(Patience, cancellationToken));
        return !Next().IsCompleted || await Next() is not null;
    }

    /// <summary>The next line; <see langword="null"/> at the end.</summary>
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
