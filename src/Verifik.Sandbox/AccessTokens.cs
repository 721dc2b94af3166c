using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Verifik.Sandbox;

/// <summary>The access tokens of the sandbox: JWTs under a key of its own, good until they expire or are revoked.</summary>
internal sealed class AccessTokens(TimeProvider clock)
{
    private const string Issuer = "Verifik.Sandbox";

    // Verifik's document: a token is valid for 30 days from the successful response.
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SymmetricSecurityKey _key = new(RandomNumberGenerator.GetBytes(32));
    private readonly ConcurrentDictionary<string, string> _clientOfLiveToken = new();

    /// <summary>The client that an account belongs to: 24 hexadecimal digits, as in Verifik's document.</summary>
    public static string ClientOf(VerifikAccount account) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Recipient.Of(account))).AsSpan(..12)).ToLowerInvariant();

    public AccessToken Issue(VerifikAccount account) => Issue(ClientOf(account));

    public AccessToken Issue(string client) => Issue(client, clock.GetUtcNow() + Life);

    public AccessToken Issue(string client, DateTimeOffset expiresAt)
    {
        var id = Guid.NewGuid().ToString("N");
        _clientOfLiveToken[id] = client;
        var token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Issuer,
            IssuedAt = clock.GetUtcNow().UtcDateTime,
            Expires = expiresAt.UtcDateTime,
            Claims = new Dictionary<string, object> { [JwtRegisteredClaimNames.Sub] = client, [JwtRegisteredClaimNames.Jti] = id },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.HmacSha256),
        });
        return new AccessToken { Value = token, Type = "bearer" };
    }

    public void RevokeAll(string client)
    {
        foreach (var (id, _) in _clientOfLiveToken.Where(token => token.Value == client))
        {
            _clientOfLiveToken.TryRemove(id, out _);
        }
    }

    /// <summary>The client whose valid token the request bears, or null.</summary>
    public async Task<string?> ClientOfAsync(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            || !header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var result = await _handler.ValidateTokenAsync(header.Parameter, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Issuer,
            IssuerSigningKey = _key,
            LifetimeValidator = (_, expires, _, _) => clock.GetUtcNow().UtcDateTime < expires,
        });
        return result.IsValid && result.SecurityToken is JsonWebToken token ? _clientOfLiveToken.GetValueOrDefault(token.Id) : null;
    }
}
