using System.Text.Json.Nodes;

namespace Verifik.Cli.Commands;

/// <summary>Writes the result of a login, a renewal or a revocation.</summary>
internal static class TokenResult
{
    public static Task WriteAsync(Invocation run, KnownAccount known, VerifikToken token, string message) => run.WriteAsync(
        ToJson(known, token),
        $"{message.With(known.Shown, known.Server)}\n{Messages.TokenNowValidUntil.With(run.Terminal.Shown(token.ExpiresAt))}");

    public static JsonObject ToJson(KnownAccount known, VerifikToken token) => known.ToJson(("expiresAt", token.ExpiresAt.ToString("O")));
}
