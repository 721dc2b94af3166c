using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;

namespace Verifik;

/// <summary>
/// A Verifik access token and its expiry. Immutable and thread-safe. <see cref="ToString"/>, serialization and the
/// debugger show at most its expiry and its last characters, never the token.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class VerifikToken
{
    /// <summary>
    /// The lifetime of a token, from the successful response: 30 days (Acceso con API Key vía Teléfono, "OTP -
    /// Confirmación").
    /// </summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>The latest time that leaves room for a lifetime after it.</summary>
    internal static readonly DateTimeOffset LatestStart = DateTimeOffset.MaxValue - Lifetime;

    private const int ShownCharacters = 4;
    private const int LengthWorthShowing = 24;
    private const int LongestType = 20;

    /// <summary>Creates a token from a value that was stored elsewhere.</summary>
    /// <param name="value">The token itself.</param>
    /// <param name="expiresAt">Its expiry.</param>
    /// <param name="type">The token type; <c>bearer</c> by default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="value"/> is not a valid HTTP header value.</exception>
    public VerifikToken(string value, DateTimeOffset expiresAt, string? type = null)
    {
        Value = IsHeaderText(value ?? throw new ArgumentNullException(nameof(value)))
            ? value
            : throw new FormatException("The token is not a valid HTTP header value: visible ASCII characters without spaces.");
        Type = type ?? "bearer";
        ExpiresAt = expiresAt.ToUniversalTime();
        Header = new AuthenticationHeaderValue("Bearer", value);
    }

    /// <summary>The token type as the server wrote it: <c>bearer</c>.</summary>
    public string Type { get; }

    /// <summary>When the token expires, in UTC.</summary>
    public DateTimeOffset ExpiresAt { get; }

    // Not public, so that serializers and structured loggers, which read public properties, omit it.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string Value { get; }

    /// <summary>The <c>Authorization</c> header with the token, created once.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal AuthenticationHeaderValue Header { get; }

    /// <summary>Returns the token itself, which is a secret. This is a method so that serializers and structured loggers omit it.</summary>
    /// <returns>The value that follows <c>Bearer</c> in the <c>Authorization</c> header.</returns>
    public string Reveal() => Value;

    /// <summary>Returns the expiry of the token and, if it is long enough, its last four characters.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString()
    {
        var shown = Value.Length < LengthWorthShowing ? "" : Value.Substring(Value.Length - ShownCharacters);
        var type = Type.Length <= LongestType && Type.All(char.IsLetter) ? Type : "token";
        return string.Format(CultureInfo.InvariantCulture, "{0} …{1}, expires {2:yyyy-MM-ddTHH:mm:ssZ}", type, shown, ExpiresAt);
    }

    /// <summary>Creates a token from a response.</summary>
    internal static VerifikToken Issued(string value, string? type, DateTimeOffset receivedAt) =>
        new(value, JsonWebToken.ReadExpiry(value) ?? LifetimeAfter(receivedAt), type);

    /// <summary>The time a lifetime later, limited to the maximum date.</summary>
    internal static DateTimeOffset LifetimeAfter(DateTimeOffset moment) => moment <= LatestStart
        ? moment.ToUniversalTime() + Lifetime
        : DateTimeOffset.MaxValue;

    private static bool IsHeaderText(string value)
    {
        foreach (var character in value)
        {
            if (character is <= ' ' or > '~')
            {
                return false;
            }
        }

        return value.Length > 0;
    }
}
