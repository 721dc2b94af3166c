using System.Globalization;

namespace Verifik.Sandbox.Behaviour;

/// <summary>
/// Verifik's public documentation, "Renovar tu token (JWT)" and "Crear nuevo token y revocar tokens previos". Only a
/// token that is still valid can be renewed.
/// </summary>
internal sealed class Session(SandboxTokens tokens)
{
    private const int MaximumMonths = 36;

    /// <summary>Issues a new token; the old one stays valid. The response is not wrapped in <c>data</c>.</summary>
    public Task<object> RenewAsync(HttpRequest request)
    {
        var client = Authenticate(request);
        Refusal.ThrowIfMissing(request.Query, "origin", "expiresIn");
        return request.Query["origin"] == "refresh"
            && int.TryParse(request.Query["expiresIn"], NumberStyles.None, CultureInfo.InvariantCulture, out var months)
            && months is >= 1 and <= MaximumMonths
            ? Task.FromResult<object>(tokens.Renew(client, months))
            : throw Refusal.BadRequest($"origin must be refresh, and expiresIn a number of months from 1 to {MaximumMonths}.");
    }

    /// <summary>Issues a new token and revokes all earlier ones.</summary>
    public async Task<object> RenewAndRevokeAsync(HttpRequest request)
    {
        var client = Authenticate(request);
        await RequestFields.ReadAsync(request);
        tokens.RevokeAll(client);
        return new { token = tokens.Renew(client).Value };
    }

    private string Authenticate(HttpRequest request)
    {
        if (string.IsNullOrEmpty(request.Headers.Authorization))
        {
            throw Refusal.MissingParameter("missing Authorization header");
        }

        return tokens.ClientOf(request);
    }
}
