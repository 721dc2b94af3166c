using System.Text.Json.Nodes;

namespace Verifik.Cli.Commands;

/// <summary><c>verifik status</c>: shows which accounts have a token, and its expiry. Sends no request.</summary>
internal sealed class StatusCommand(Terminal terminal, GlobalOptions options)
    : AccountCommand(terminal, options, "status", Messages.CommandStatus)
{
    protected override async Task<int> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        if (EnvironmentToken.Read(run.Terminal) is { } given)
        {
            return await ShowAsync(run, given);
        }

        var statuses = new List<TokenStatus>();
        foreach (var known in await AccountsAsync(run, cancellationToken))
        {
            await using var connection = run.Connect(run.Choose(known));
            statuses.Add(await TokenStatus.OfAsync(connection.Session, known, cancellationToken));
        }

        if (statuses.Count == 0 && !run.IsJson)
        {
            throw new ToolException(ExitCode.NoToken, Messages.StatusNoAccount.With(run.Folder));
        }

        var chosen = await run.Book.DefaultAsync(cancellationToken);
        if (run.IsJson)
        {
            var accounts = statuses.Select(status => (JsonNode)status.ToJson(("default", status.Known.Key == chosen?.Key)));
            await run.Terminal.Text.WriteLineAsync(run.Text(new JsonObject { ["accounts"] = new JsonArray([.. accounts]), ["tokens"] = run.Folder }));
        }
        else
        {
            TableView.Write(
                run.Terminal,
                [Messages.ColumnAccount, Messages.ColumnServer, Messages.ColumnToken],
                statuses.Select(status => ((bool?)status.IsValid, new[] { status.Known.Shown, $"{status.Known.Server}", status.Text(run.Terminal) })));
            await run.Terminal.Text.WriteLineAsync(Messages.StatusFolder.With(run.Folder));
        }

        return statuses.Any(status => status.IsValid) ? ExitCode.Done : ExitCode.NoToken;
    }

    private async Task<IReadOnlyList<KnownAccount>> AccountsAsync(Invocation run, CancellationToken cancellationToken)
    {
        var words = Words.In(run.Parsed);
        if (run.AccountText(words) is not null)
        {
            return [await run.AccountAsync(words, cancellationToken)];
        }

        var server = run.Server;
        return [.. (await run.Book.ListAsync(cancellationToken)).Where(known => known.IsAt(server))];
    }

    private static async Task<int> ShowAsync(Invocation run, VerifikToken given)
    {
        var server = run.UseEnvironmentToken();
        var expiry = EnvironmentToken.ExpiryOf(given);
        var isValid = expiry is null || expiry > run.Terminal.Time.GetUtcNow();
        var text = expiry is null ? Messages.EnvironmentTokenNoExpiry : isValid ? Messages.EnvironmentTokenValid : Messages.EnvironmentTokenExpired;
        await run.WriteAsync(
            new JsonObject { ["source"] = EnvironmentToken.Variable, ["server"] = server.AbsoluteUri, ["valid"] = isValid, ["expiresAt"] = expiry?.ToString("O") },
            text.With(server, expiry is { } end ? run.Terminal.Shown(end) : null));
        return isValid ? ExitCode.Done : ExitCode.NoToken;
    }
}
