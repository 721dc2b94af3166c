using Microsoft.IdentityModel.JsonWebTokens;

namespace Verifik.Cli;

/// <summary>A token that is given to the tool from outside, in VERIFIK_TOKEN: used as it is, never kept and never renewed.</summary>
internal static class EnvironmentToken
{
    public const string Variable = "VERIFIK_TOKEN";

    /// <exception cref="ToolException">The variable holds no token.</exception>
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

    /// <summary>The expiry of a token; <see langword="null"/> where one from outside does not say.</summary>
    public static DateTimeOffset? ExpiryOf(VerifikToken token) => token.ExpiresAt == DateTimeOffset.MaxValue ? null : token.ExpiresAt;

    /// <summary>Refuses a command that changes a token of the folder, while the others would go on with that of the environment.</summary>
    /// <exception cref="ToolException">The variable is set.</exception>
    public static void RefuseWhereSet(Terminal terminal)
    {
        if (!string.IsNullOrEmpty(terminal.Environment(Variable)))
        {
            throw new ToolException(ExitCode.NotUnderstood, Messages.EnvironmentTokenIsSet);
        }
    }

    // A token of Verifik is a JSON Web Token; the user's document shows one that cannot be read as such.
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
