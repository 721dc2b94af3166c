using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Verifik.Cli;

/// <summary><c>verifik logout</c>: forgets the token of an account.</summary>
internal sealed class LogoutCommand : AccountCommand
{
    public LogoutCommand(Terminal terminal)
        : base(terminal, "logout", "Forget the token of a login. The server goes on to accept it until its end.", ArgumentArity.ExactlyOne) =>
        SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = Services(parsed);
            await services.GetRequiredService<IVerifikSession>().LogoutAsync(cancellationToken);
            await terminal.Out.WriteLineAsync($"Logged out as {AccountIn(parsed)}.");
        });
}
