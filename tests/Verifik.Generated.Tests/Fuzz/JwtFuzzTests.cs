using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using Xunit.Abstractions;

namespace Verifik.Tests.Fuzz;

/// <summary>Any string is read as a token with an expiry, or throws a <see cref="FormatException"/>.</summary>
public sealed partial class JwtFuzzTests(ITestOutputHelper output)
{
    private const int LongPayload = 300;
    private const string Header = "eyJhbGciOiJub25lIn0";

    private static readonly Gen<DateTimeOffset> Moments = Gen.OneOf(
        Gen.Const(DateTimeOffset.MinValue),
        Gen.Const(DateTimeOffset.MaxValue),
        Gen.Long[DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks].Select(ticks => new DateTimeOffset(ticks, TimeSpan.Zero)),
        Gen.Int[0, 60].Select(days => DateTimeOffset.MaxValue.AddDays(-days)));

    private static readonly Gen<string> Tokens = Gen.Frequency(
        (4, Mutated.Of("""{"exp":1717000000,"sub":"x"}""", """{"exp":1.5e9}""", """{"iat":1,"exp":-1,"nested":{"exp":1}}""").Select(Encoded)),
        (2, Gen.Long.Select(expiry => Encoded(Encoding.UTF8.GetBytes($$"""{"exp":{{expiry}}}""")))),
        (2, Gen.Double.Select(expiry => Encoded(Encoding.UTF8.GetBytes($$"""{"exp":{{expiry.ToString("R", CultureInfo.InvariantCulture)}}}""")))),
        (2, Mutated.Of(Encoded("""{"exp":1717000000}"""u8.ToArray())).Select(Encoding.Latin1.GetString)),
        (1, Gen.String[0, 40]),
        (1, Gen.String[Gen.Char["abA9-_=.+/ "], 0, 60]));

    [Fact]
    public void AToken_HasAnExpiry_OrIsRejected()
    {
        var outcomes = Gen.Select(Tokens, Moments).Run(
            input => OutcomeOf(input.Item1, input.Item2),
            input => $"{Mutated.Print(Encoding.UTF8.GetBytes(input.Item1))} at {input.Item2:O}",
            output);

        Assert.All(["its own expiry", "thirty days", "rejected"], outcome => Assert.True(outcomes.GetValueOrDefault(outcome) > 10, outcome));
    }

    private static string OutcomeOf(string text, DateTimeOffset receivedAt)
    {
        VerifikToken token;
        try
        {
            token = new AccessToken { Value = text }.ToToken(receivedAt);
        }
        catch (FormatException exception)
        {
            Assert.True(text.Length == 0 || text.Any(character => character is <= ' ' or > '~'), exception.Message);
            return "rejected";
        }

        Assert.Equal(text, token.Reveal());
        Assert.Equal($"Bearer {text}", token.Header.ToString());
        Assert.True(text.Length <= 4 || !token.ToString().Contains(text, StringComparison.Ordinal));
        var payload = PayloadOf(text);
        if (token.ExpiresAt == Latest(receivedAt))
        {
            // The limits for digits and nesting differ.
            Assert.True(ExpiryIn(payload) is (_, null) || payload.Length >= LongPayload, "a readable expiry was not read");
            return "thirty days";
        }

        var (isRead, expiry) = ExpiryIn(payload);
        if (isRead)
        {
            Assert.Equal(expiry, token.ExpiresAt);
            return "its own expiry";
        }

        // The SDK also reads what System.Text.Json rejects, such as control characters in strings.
        Assert.Contains(Claim().Matches(payload), claim => ToExpiry(double.Parse(claim.Groups[1].Value, CultureInfo.InvariantCulture)) == token.ExpiresAt);
        return "its own expiry, in JSON that only the SDK accepts";
    }

    private static DateTimeOffset Latest(DateTimeOffset receivedAt) =>
        DateTimeOffset.MaxValue - receivedAt < VerifikToken.Lifetime ? DateTimeOffset.MaxValue : receivedAt + VerifikToken.Lifetime;

    private static string PayloadOf(string token)
    {
        try
        {
            return token.Split('.') is [_, var part, _]
                ? Encoding.UTF8.GetString(Convert.FromBase64String(part.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (part.Length % 4)) % 4)))
                : "";
        }
        catch (FormatException)
        {
            return "";
        }
    }

    // The expiry according to System.Text.Json.
    private static (bool IsRead, DateTimeOffset? Expiry) ExpiryIn(string payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            var claim = document.RootElement.EnumerateObject().LastOrDefault(claim => claim.NameEquals("exp"));
            return (true, claim.Value.ValueKind == JsonValueKind.Number ? ToExpiry(claim.Value.GetDouble()) : null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return (false, null);
        }
    }

    // A fraction of a second is cut off.
    private static DateTimeOffset? ToExpiry(double seconds) => seconds is >= 1 and <= 253402300799 ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : null;

    [GeneratedRegex("\"exp\"\\s*:\\s*(-?[0-9][-+.0-9eE]*)")]
    private static partial Regex Claim();

    private static string Encoded(byte[] payload) => $"{Header}.{System.Buffers.Text.Base64Url.EncodeToString(payload)}.x";
}
