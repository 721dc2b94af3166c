namespace Verifik.Cli.Accounts;

/// <summary>Parses the address of a server. The result ends with a slash, so that its path is kept when relative paths are resolved.</summary>
internal static class ServerAddress
{
    public static readonly Uri Production = new(VerifikOptions.ProductionAddress);

    /// <summary>Parses an address. The default scheme is https, or http on this machine.</summary>
    /// <param name="text">The address.</param>
    /// <param name="source">The option or variable that it comes from, for the message.</param>
    /// <exception cref="ToolException">The text is not an address, or the address is not safe for tokens.</exception>
    public static Uri Parse(string text, string source)
    {
        var whole = text.Contains("://", StringComparison.Ordinal) ? text : $"{(IsThisMachine(text) ? "http" : "https")}://{text}";
        if (!Uri.TryCreate(whole, UriKind.Absolute, out var address) || address.Host.Length == 0 || address.Scheme is not ("http" or "https"))
        {
            throw new ToolException(ExitCode.NotUnderstood, Messages.AddressNotUnderstood.With(source, VerifikOptions.ProductionAddress));
        }

        if (address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
        {
            throw new ToolException(ExitCode.NotUnderstood, Messages.AddressHasMore.With(source));
        }

        if (address.Scheme == "http" && !address.IsLoopback)
        {
            throw new ToolException(ExitCode.NotUnderstood, Messages.AddressNotSafe.With(source, address, address.Authority));
        }

        return address.AbsolutePath.EndsWith('/') ? address : new Uri($"{address.AbsoluteUri}/");
    }

    private static bool IsThisMachine(string text) => Uri.TryCreate($"http://{text}", UriKind.Absolute, out var address) && address.IsLoopback;
}
