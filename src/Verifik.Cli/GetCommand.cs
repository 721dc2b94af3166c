using System.CommandLine;

namespace Verifik.Cli;

/// <summary><c>verifik get</c>: a query, with the token that a login has kept.</summary>
internal sealed class GetCommand : AccountCommand
{
    public GetCommand(Terminal terminal)
        : base("get", "Make a query with the token of a login, and print the answer. Verifik charges for queries.", ArgumentArity.ExactlyOne)
    {
        var path = new Argument<string>("path") { Description = $"The query: '{Query.Cedula("123456789")}'." };
        Add(path);
        SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = Services(parsed);
            await terminal.Out.WriteLineAsync(await Query.SendAsync(services, parsed.GetRequiredValue(path), cancellationToken));
        });
    }
}
