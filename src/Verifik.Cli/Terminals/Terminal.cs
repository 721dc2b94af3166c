namespace Verifik.Cli.Terminals;

/// <summary>Where the tool reads and writes, its environment and its clock: the system's, or what a test puts in their place.</summary>
/// <param name="In">Where a person types, or a pipe.</param>
/// <param name="Out">Data: what a command is asked for, and nothing else.</param>
/// <param name="Prompts">Questions and what goes with them: a terminal wherever there is one, never <paramref name="Out"/>.</param>
/// <param name="Error">What went wrong.</param>
/// <param name="Time">The clock.</param>
internal sealed record Terminal(TextReader In, Stream Out, TextWriter Prompts, TextWriter Error, TimeProvider Time) : IDisposable
{
    public TextWriter Text { get; } = new StreamWriter(Out) { AutoFlush = true, NewLine = "\n" };

    /// <summary>Whether a person types, rather than a file or a pipe.</summary>
    public bool IsInTerminal { get; init; }

    /// <summary>Whether a person reads what is written to <see cref="Out"/>.</summary>
    public bool IsOutTerminal { get; init; }

    /// <summary>Whether a line of <see cref="Prompts"/> can be written over.</summary>
    public bool CanRewritePrompts { get; init; }

    /// <summary>Whether to use colours in <see cref="Out"/>.</summary>
    public bool HasColors { get; init; }

    /// <summary>The columns of <see cref="Out"/>.</summary>
    public int Width { get; init; } = 1000;

    /// <summary>The value of an environment variable.</summary>
    public Func<string, string?> Environment { get; init; } = _ => null;

    public void Dispose() => Text.Dispose();

    /// <summary>A time as people read it, with its offset: scripts get it from <c>--output json</c>.</summary>
    public string Shown(DateTimeOffset time) =>
        TimeZoneInfo.ConvertTime(time, Time.LocalTimeZone).ToString("yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture);
}
