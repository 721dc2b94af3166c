using Microsoft.IdentityModel.JsonWebTokens;

namespace Verifik.Cli;

/// <summary>The token in the environment variable VERIFIK_TOKEN, which is used as it is, and neither stored nor renewed.</summary>
internal static class EnvironmentToken
{
    public const string Variable = "VERIFIK_TOKEN";

    /// <exception cref="ToolException">The variable is not a valid token.</exception>
    public static VerifikToken? Read(Terminal terminal)
    {
        if (terminal.Environment(Variable) is not { Length: > 0 } value)
        {
            return null;
        }

        try
        {
            return new VerifikToken(value.Trim(), ExpiryOf(value.Trim()) ?? DateTimeOffset.MaxValue);
        }
        catch (FormatException)
        {
            throw new ToolException(ExitCode.NotUnderstood, Messages.EnvironmentTokenNotUnderstood);
        }
    }

    /// <summary>The expiry of a token; <see langword="null"/> if it is unknown.</summary>
    public static DateTimeOffset? ExpiryOf(VerifikToken token) => token.ExpiresAt == DateTimeOffset.MaxValue ? null : token.ExpiresAt;

    /// <summary>Rejects a command that changes a stored token, because other commands would still use the token of the environment.</summary>
    /// <exception cref="ToolException">The variable is set.</exception>
    public static void RefuseWhereSet(Terminal terminal)
    {
        if (!string.IsNullOrEmpty(terminal.Environment(Variable)))
        {
            throw new ToolException(ExitCode.NotUnderstood, Messages.EnvironmentTokenIsSet);
        }
    }

    // A Verifik token is a JSON Web Token; the example in the documentation cannot be decoded.
    private static DateTimeOffset? ExpiryOf(string value)
    {
        try
        {
            return new JsonWebToken(value).TryGetPayloadValue<long>("exp", out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        }
        catch (Exception exception) when (exception is ArgumentException or Microsoft.IdentityModel.Tokens.SecurityTokenException)
        {
            return null;
        }
    }
}
