using System.Text.Json.Nodes;

namespace Verifik.Cli.Commands;

/// <summary>Whether an account has a valid token.</summary>
/// <param name="Known">The account.</param>
/// <param name="ExpiresAt">Its token's expiry; <see langword="null"/> without one.</param>
/// <param name="Reason">Why there is no valid token.</param>
internal sealed record TokenStatus(KnownAccount Known, DateTimeOffset? ExpiresAt, VerifikLoginRequiredReason? Reason)
{
    public bool IsValid => ExpiresAt is not null;

    /// <exception cref="VerifikTokenStoreException">The token could not be read from the folder.</exception>
    public static async Task<TokenStatus> OfAsync(IVerifikTokenProvider tokens, KnownAccount known, CancellationToken cancellationToken)
    {
        try
        {
            return new TokenStatus(known, (await tokens.GetTokenAsync(cancellationToken)).ExpiresAt, null);
        }
        catch (VerifikLoginRequiredException exception)
        {
            return new TokenStatus(known, null, exception.Reason);
        }
    }

    public string Text(Terminal terminal) => ExpiresAt is { } end
        ? Messages.TokenValidUntil.With(terminal.Shown(end), (int)(end - terminal.Time.GetUtcNow()).TotalDays)
        : Explanation.Of(Reason);

    public JsonObject ToJson(params IEnumerable<(string Name, JsonNode? Value)> more) =>
        Known.ToJson([("valid", IsValid), ("expiresAt", ExpiresAt?.ToString("O")), .. more]);
}
