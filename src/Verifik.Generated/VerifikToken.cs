using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;

namespace Verifik;

/// <summary>
/// An access token of Verifik and its expiry. Immutable, and safe to share between threads. Its text, its serialised form
/// and the debugger show its expiry and its last characters at most, never the token.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class VerifikToken
{
    /// <summary>
    /// How long a token lives, from the successful response: 30 days (Acceso con API Key vía Teléfono, "OTP -
    /// Confirmación").
    /// </summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private const int ShownCharacters = 4;
    private const int LengthWorthShowing = 24;
    private const int LongestType = 20;

    /// <summary>A token that was kept elsewhere.</summary>
    /// <param name="value">The token itself.</param>
    /// <param name="expiresAt">Its expiry.</param>
    /// <param name="type">How it is presented; <c>bearer</c> when left out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="value"/> is not text that an HTTP header can carry.</exception>
    public VerifikToken(string value, DateTimeOffset expiresAt, string? type = null)
    {
        Value = IsHeaderText(value ?? throw new ArgumentNullException(nameof(value)))
            ? value
            : throw new FormatException("The token is not text that an HTTP header can carry: visible ASCII, without spaces.");
        Type = type ?? "bearer";
        ExpiresAt = expiresAt.ToUniversalTime();
        Header = new AuthenticationHeaderValue("Bearer", value);
    }

    /// <summary>How the token is presented, as the server wrote it: <c>bearer</c>.</summary>
    public string Type { get; }

    /// <summary>When the token stops working, in UTC.</summary>
    public DateTimeOffset ExpiresAt { get; }

    // Not public: whatever writes an object's public properties into a log or a file leaves it out.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string Value { get; }

    /// <summary>The header that carries the token, made once.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal AuthenticationHeaderValue Header { get; }

    /// <summary>The token itself: a secret. A method, so that no serializer and no structured log takes it along.</summary>
    /// <returns>What stands in the <c>Authorization</c> header after <c>Bearer</c>.</returns>
    public string Reveal() => Value;

    /// <summary>The expiry of the token and, where it is long enough, its last four characters.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString()
    {
        var shown = Value.Length < LengthWorthShowing ? "" : Value.Substring(Value.Length - ShownCharacters);
        var type = Type.Length <= LongestType && Type.All(char.IsLetter) ? Type : "token";
        return string.Format(CultureInfo.InvariantCulture, "{0} …{1}, expires {2:yyyy-MM-ddTHH:mm:ssZ}", type, shown, ExpiresAt);
    }

    /// <summary>A token that a response has just brought.</summary>
    internal static VerifikToken Issued(string value, string? type, DateTimeOffset receivedAt) =>
        new(value, JsonWebToken.ReadExpiry(value) ?? LifetimeAfter(receivedAt), type);

    /// <summary>The moment a lifetime later; the last one of the calendar where there is no such moment.</summary>
    internal static DateTimeOffset LifetimeAfter(DateTimeOffset moment) => moment <= DateTimeOffset.MaxValue - Lifetime
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
