using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Verifik.Cli;

/// <summary><c>verifik get</c>: a query, with the token that a login has kept.</summary>
internal sealed class GetCommand : AccountCommand
{
    public GetCommand(Terminal terminal)
        : base(terminal, "get", "Make a query with the token of a login, and print the answer. Verifik charges for queries.", ArgumentArity.ExactlyOne)
    {
        var path = new Argument<string>("path") { Description = $"The query: '{Query.Cedula("123456789")}'." };
        Add(path);
        SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = Services(parsed);
            await RenewIfDueAsync(services, terminal, cancellationToken);
            await terminal.Out.WriteLineAsync(await Query.SendAsync(services, parsed.GetRequiredValue(path), cancellationToken));
        });
    }

    // The tool is gone before a renewal behind it could end, so it renews first. The token is valid still: a failure is said, and no more.
    private static async Task RenewIfDueAsync(ServiceProvider services, Terminal terminal, CancellationToken cancellationToken)
    {
        var token = await services.GetRequiredService<IVerifikTokenProvider>().GetTokenAsync(cancellationToken);
        if (token.ExpiresAt - terminal.Time.GetUtcNow() >= services.GetRequiredService<IOptions<VerifikOptions>>().Value.RenewBefore)
        {
            return;
        }

        try
        {
            await services.GetRequiredService<IVerifikSession>().RenewAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is VerifikApiException or HttpRequestException or VerifikTokenStoreException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            await terminal.Error.WriteLineAsync($"verifik: the token was not renewed, {token}: {Explanation.Of(exception)}");
        }
    }
}
