namespace Verifik.Cli.Accounts;

/// <summary>Finds the account of a command line: by name, telephone number or email address, or the default.</summary>
/// <param name="book">The known accounts.</param>
/// <param name="server">The requested server; <see langword="null"/> if none was requested.</param>
internal sealed class AccountChoice(AccountBook book, Uri? server)
{
    /// <summary>Finds the account of a command that uses a token. A known account includes its server.</summary>
    /// <exception cref="ToolException">No account matches, or more than one.</exception>
    public async Task<KnownAccount> FindAsync(string? text, CancellationToken cancellationToken)
    {
        var known = await book.ListAsync(cancellationToken);
        if (text is null)
        {
            return await ImpliedAsync(known, cancellationToken);
        }

        if (Named(known, text) is { } named)
        {
            return named;
        }

        var account = Parse(text);
        var matches = known.Where(candidate => candidate.IsOf(account) && candidate.IsAt(server)).ToList();
        return matches.Count == 1 ? matches[0] : At(matches, account);
    }

    /// <summary>Finds the account of a login. Its server is Verifik's production server, unless another one was requested.</summary>
    /// <exception cref="ToolException">No account matches, or more than one.</exception>
    public async Task<KnownAccount> FindForLoginAsync(string? text, CancellationToken cancellationToken)
    {
        var known = await book.ListAsync(cancellationToken);
        return text is null ? await ImpliedAsync(known, cancellationToken) : Named(known, text) ?? At(known, Parse(text));
    }

    private KnownAccount At(IEnumerable<KnownAccount> known, VerifikAccount account)
    {
        var there = server ?? ServerAddress.Production;
        return known.FirstOrDefault(candidate => candidate.IsOf(account) && candidate.Server == there) ?? new KnownAccount(account, there);
    }

    private async Task<KnownAccount> ImpliedAsync(IReadOnlyList<KnownAccount> known, CancellationToken cancellationToken)
    {
        var chosen = await book.DefaultAsync(cancellationToken);
        var candidates = chosen?.IsAt(server) == true ? [chosen] : known.Where(candidate => candidate.IsAt(server)).ToList();
        return candidates.Count switch
        {
            1 => candidates[0],
            0 when server is not null && known.Count > 0 => throw new ToolException(ExitCode.NotUnderstood, Messages.AccountMissingAt.With(server)),
            0 => throw new ToolException(ExitCode.NotUnderstood, Messages.AccountMissing),
            _ => throw new ToolException(ExitCode.NotUnderstood, Messages.AccountAmbiguous.With(string.Join(", ", candidates.Select(candidate => candidate.Shown)))),
        };
    }

    private KnownAccount? Named(IEnumerable<KnownAccount> known, string text)
    {
        var named = known.FirstOrDefault(candidate => string.Equals(candidate.Name, text, StringComparison.OrdinalIgnoreCase));
        return named is null || named.IsAt(server)
            ? named
            : throw new ToolException(ExitCode.NotUnderstood, Messages.NameIsOfAnotherServer.With(named.Name, named.Server, server));
    }

    private static VerifikAccount Parse(string text) => AccountName.IsOne(text)
        ? throw new ToolException(ExitCode.NotUnderstood, Messages.NameUnknown.With(text))
        : AccountText.Parse(text);
}
