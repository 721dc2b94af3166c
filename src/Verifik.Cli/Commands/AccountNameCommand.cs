using System.CommandLine;

namespace Verifik.Cli.Commands;

/// <summary><c>verifik accounts name</c>: gives an account a name.</summary>
internal sealed class AccountNameCommand : ToolCommand
{
    private readonly Argument<string> _name = new("name") { Description = Messages.ArgumentName };
    private readonly AccountWords _words = new();

    public AccountNameCommand(Terminal terminal, GlobalOptions options)
        : base(terminal, options, "name", Messages.CommandAccountsName)
    {
        Add(_name);
        Add(_words);
    }

    protected override async Task<int> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var name = AccountName.Parse(run.Parsed.GetRequiredValue(_name));
        var known = await run.AccountAsync(_words.In(run.Parsed), cancellationToken);
        await AccountName.RequireFreeAsync(run.Book, name, known, cancellationToken);
        known = known with { Name = name };
        await run.Book.RememberAsync(known, cancellationToken);
        await run.WriteAsync(known.ToJson(), Messages.Named.With(known.Account, known.Server, name));
        return ExitCode.Done;
    }
}
