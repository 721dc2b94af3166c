namespace Verifik.Cli.Commands;

/// <summary>A command with an account argument, which may have several words: <c>+57 300 123 4567</c>.</summary>
internal abstract class AccountCommand : ToolCommand
{
    protected AccountCommand(Terminal terminal, GlobalOptions options, string name, string description)
        : base(terminal, options, name, description) => Add(Words);

    protected AccountWords Words { get; } = new();

    protected Task<KnownAccount> AccountAsync(Invocation run, CancellationToken cancellationToken) =>
        run.AccountAsync(Words.In(run.Parsed), cancellationToken);
}
