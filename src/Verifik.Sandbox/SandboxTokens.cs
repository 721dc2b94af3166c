using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Verifik.Sandbox;

/// <summary>The access tokens of a sandbox: JWTs that are valid until they expire or are revoked.</summary>
/// <remarks>This type is thread-safe. It stores the newest 10,000 tokens; older ones count as revoked.</remarks>
public sealed class SandboxTokens
{
    private const int Capacity = 10_000;
    private const string Issuer = "Verifik.Sandbox";

    // Verifik's documentation: a token is valid for 30 days from the successful response.
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    private static readonly TimeSpan ShortLife = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _clock;
    private readonly TimeSpan? _lifetime;
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SigningCredentials _key = new(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)), SecurityAlgorithms.HmacSha256);
    private readonly Dictionary<string, (string Client, DateTimeOffset ExpiresAt, Fault Fault)> _live = [];
    private readonly Queue<string> _issued = new();

    internal SandboxTokens(TimeProvider clock, TimeSpan? lifetime) => (_clock, _lifetime) = (clock, lifetime);

    /// <summary>Issues a token without a login.</summary>
    /// <param name="account">The account of the token, which may be unknown to the sandbox.</param>
    /// <param name="expiresAt">The expiry, to the second; if null, the lifetime of the sandbox's options (30 days by default) from now by the sandbox's clock. A time in the past creates an expired token.</param>
    /// <returns>The token. Earlier tokens stay valid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="account"/> is <see langword="null"/>.</exception>
    public AccessToken Issue(VerifikAccount account, DateTimeOffset? expiresAt = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        var fault = MagicAccount.Of(account)?.Fault ?? Fault.None;
        return Issue(ClientOf(account), expiresAt ?? _clock.GetUtcNow() + (fault == Fault.ShortLived ? ShortLife : _lifetime ?? Life), fault);
    }

    /// <summary>Revokes every token of an account, like <c>renew-and-revoke</c>. The next request with one of them returns 401.</summary>
    /// <param name="account">The account whose tokens are revoked.</param>
    /// <exception cref="ArgumentNullException"><paramref name="account"/> is <see langword="null"/>.</exception>
    public void Revoke(VerifikAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        RevokeAll(ClientOf(account));
    }

    /// <summary>Revokes one token.</summary>
    /// <param name="accessToken">The token itself, as in the <c>Authorization</c> header, without <c>Bearer</c>.</param>
    /// <returns>Whether it was valid until now.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="accessToken"/> is <see langword="null"/>.</exception>
    public bool Revoke(string accessToken)
    {
        ArgumentNullException.ThrowIfNull(accessToken);
        lock (_live)
        {
            return _live.Remove(accessToken, out var token) && _clock.GetUtcNow() < token.ExpiresAt;
        }
    }

    /// <summary>The client that an account belongs to: 24 hexadecimal digits, as in Verifik's documentation.</summary>
    internal static string ClientOf(VerifikAccount account) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Recipient.Of(account))).AsSpan(..12)).ToLowerInvariant();

    internal AccessToken Renew(string client, int? months = null) =>
        Issue(client, (_lifetime, months) switch
        {
            ({ } lifetime, _) => _clock.GetUtcNow() + lifetime,
            (null, { } count) => _clock.GetUtcNow().AddMonths(count),
            _ => _clock.GetUtcNow() + Life,
        });

    internal void RevokeAll(string client)
    {
        lock (_live)
        {
            foreach (var token in _live.Where(token => token.Value.Client == client).Select(token => token.Key).ToList())
            {
                _live.Remove(token);
            }
        }
    }

    /// <summary>The client of the request's valid token.</summary>
    /// <exception cref="Refusal">It has no valid token.</exception>
    internal string ClientOf(HttpRequest request)
    {
        if (AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            && header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            && header.Parameter is { } value)
        {
            lock (_live)
            {
                if (_live.TryGetValue(value, out var token) && _clock.GetUtcNow() < token.ExpiresAt)
                {
                    return Use(value, token.Fault) ? token.Client : throw Refusal.TokenExpired();
                }
            }
        }

        throw Refusal.Unauthorized();
    }

    private bool Use(string value, Fault fault)
    {
        if (fault == Fault.RevokedAfterUse)
        {
            _live.Remove(value);
        }

        return fault != Fault.TokenExpired;
    }

    private AccessToken Issue(string client, DateTimeOffset expiresAt, Fault fault = Fault.None)
    {
        // JWT times are whole seconds.
        var expiry = DateTimeOffset.FromUnixTimeSeconds(expiresAt.ToUnixTimeSeconds());
        var value = fault == Fault.Opaque ? $"sandbox-{RandomNumberGenerator.GetHexString(32, lowercase: true)}" : _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Issuer,
            IssuedAt = _clock.GetUtcNow().UtcDateTime,
            Expires = expiry.UtcDateTime,
            Claims = new Dictionary<string, object> { [JwtRegisteredClaimNames.Sub] = client, [JwtRegisteredClaimNames.Jti] = Guid.NewGuid().ToString("N") },
            SigningCredentials = _key,
        });
        lock (_live)
        {
            _live[value] = (client, expiry, fault);
            _issued.Enqueue(value);
            if (_issued.Count > Capacity)
            {
                _live.Remove(_issued.Dequeue());
            }
        }

        return new AccessToken { Value = value, Type = "bearer" };
    }
}
