namespace Verifik.Cli.Queries;

/// <summary>Parses the path of a query, relative to the server's address.</summary>
internal static class QueryPath
{
    // The operations of logins and sessions. Their responses contain secrets, and a login sends a paid message.
    private static readonly (string Path, string Command)[] OfTheTool =
    [
        ("v2/projects/phone-login", "login"),
        ("v2/projects/phone-login/confirm", "login"),
        ("v2/projects/email-login", "login"),
        ("v2/projects/email-login/confirm", "login"),
        ("v2/auth/session", "renew"),
        ("v2/auth/renew-and-revoke", "revoke"),
    ];

    /// <summary>The address of a path on a server.</summary>
    /// <exception cref="ToolException">The path is invalid, on another server, or belongs to another command.</exception>
    public static Uri Parse(string text, Uri server)
    {
        var isAddress = text.Contains("://", StringComparison.Ordinal) && !text.AsSpan(0, text.IndexOf("://", StringComparison.Ordinal)).ContainsAny('/', '?');
        if (!(isAddress ? Uri.TryCreate(text, UriKind.Absolute, out var address) : Uri.TryCreate($"{server}{text.TrimStart('/')}", UriKind.Absolute, out address)))
        {
            throw new ToolException(ExitCode.NotUnderstood, Messages.PathNotUnderstood);
        }

        if (!address.AbsoluteUri.StartsWith(server.AbsoluteUri, StringComparison.Ordinal) || address.AbsoluteUri.Length == server.AbsoluteUri.Length)
        {
            throw new ToolException(ExitCode.NotUnderstood, isAddress ? Messages.PathElsewhere.With(server) : Messages.PathNotUnderstood);
        }

        var path = string.Join('/', Uri.UnescapeDataString(address.AbsolutePath[server.AbsolutePath.Length..]).Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var (own, command) in OfTheTool)
        {
            if (path.Equals(own, StringComparison.OrdinalIgnoreCase))
            {
                throw new ToolException(ExitCode.NotUnderstood, Messages.PathOfTheTool.With(own, command));
            }
        }

        return address;
    }
}
