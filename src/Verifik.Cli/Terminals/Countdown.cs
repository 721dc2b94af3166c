namespace Verifik.Cli.Terminals;

/// <summary>
/// A line above the input line that is updated every second. The cursor position is saved and restored, so that the
/// typed text is not affected.
/// </summary>
internal sealed class Countdown : IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _ticking;

    private Countdown(Terminal terminal, DateTimeOffset end, string label)
    {
        terminal.Prompts.Write($"{Text(terminal, end)}\n{label}");
        _ticking = terminal.CanRewritePrompts ? TickAsync(terminal, end) : Task.CompletedTask;
    }

    public static Countdown Start(Terminal terminal, DateTimeOffset end, string label) => new(terminal, end, label);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _ticking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task TickAsync(Terminal terminal, DateTimeOffset end)
    {
        using var timer = new PeriodicTimer(Second, terminal.Time);
        while (await timer.WaitForNextTickAsync(_stop.Token))
        {
            // Save the cursor, move to the start of the previous line and clear it, write the text, restore the cursor.
            await terminal.Prompts.WriteAsync($"\e7\e[1A\r\e[2K{Text(terminal, end)}\e8");
        }
    }

    private static string Text(Terminal terminal, DateTimeOffset end)
    {
        var left = end - terminal.Time.GetUtcNow();
        left = left < TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Ceiling(left.TotalSeconds));
        return Messages.CodeTimeLeft.With($"{(int)left.TotalMinutes}:{left.Seconds:00}");
    }
}
