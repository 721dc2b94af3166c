using System.CommandLine;
using System.Text.Json.Nodes;

namespace Verifik.Cli.Commands;

/// <summary><c>verifik token</c>: prints the token, for another program.</summary>
internal sealed class TokenCommand : AccountCommand
{
    private readonly Option<bool> _show = new("--show") { Description = Messages.OptionShow };

    public TokenCommand(Terminal terminal, GlobalOptions options)
        : base(terminal, options, "token", Messages.CommandToken) => Add(_show);

    protected override async Task<int> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        if (run.Terminal.IsOutTerminal && !run.Parsed.GetValue(_show))
        {
            throw new ToolException(ExitCode.NotUnderstood, Messages.TokenNeedsShow);
        }

        var token = EnvironmentToken.Read(run.Terminal) ?? await KeptAsync(run, cancellationToken);
        await run.WriteAsync(
            new JsonObject { ["token"] = token.Reveal(), ["type"] = token.Type, ["expiresAt"] = EnvironmentToken.ExpiryOf(token)?.ToString("O") },
            token.Reveal());
        return ExitCode.Done;
    }

    private async Task<VerifikToken> KeptAsync(Invocation run, CancellationToken cancellationToken)
    {
        await using var connection = run.Connect(await AccountAsync(run, cancellationToken));
        return await connection.Session.GetTokenAsync(cancellationToken);
    }
}
