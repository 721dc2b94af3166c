namespace Verifik.Cli.Terminals;

/// <summary>The input and output of the tool, its environment variables and its clock, which tests can replace.</summary>
/// <param name="In">The standard input.</param>
/// <param name="Out">The standard output: only the requested data.</param>
/// <param name="Prompts">The output for prompts: the terminal if there is one, never <paramref name="Out"/>.</param>
/// <param name="Error">The standard error.</param>
/// <param name="Time">The clock.</param>
internal sealed record Terminal(TextReader In, Stream Out, TextWriter Prompts, TextWriter Error, TimeProvider Time) : IDisposable
{
    public TextWriter Text { get; } = new StreamWriter(Out) { AutoFlush = true, NewLine = "\n" };

    /// <summary>Whether <see cref="In"/> is a terminal.</summary>
    public bool IsInTerminal { get; init; }

    /// <summary>Whether <see cref="Out"/> is a terminal.</summary>
    public bool IsOutTerminal { get; init; }

    /// <summary>Whether a line of <see cref="Prompts"/> can be overwritten.</summary>
    public bool CanRewritePrompts { get; init; }

    /// <summary>Whether to use colours in <see cref="Out"/>.</summary>
    public bool HasColors { get; init; }

    /// <summary>The width of <see cref="Out"/> in columns.</summary>
    public int Width { get; init; } = 1000;

    /// <summary>Gets an environment variable.</summary>
    public Func<string, string?> Environment { get; init; } = _ => null;

    public void Dispose() => Text.Dispose();

    /// <summary>Formats a time for people, with its offset. <c>--output json</c> has a format for scripts.</summary>
    public string Shown(DateTimeOffset time) =>
        TimeZoneInfo.ConvertTime(time, Time.LocalTimeZone).ToString("yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture);
}
