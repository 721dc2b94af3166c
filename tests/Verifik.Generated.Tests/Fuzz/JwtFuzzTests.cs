using System.Text;
using System.Text.Json;
using CsCheck;
using Xunit.Abstractions;

namespace Verifik.Tests.Fuzz;

/// <summary>Any string is read as a token with an expiry, or throws a <see cref="FormatException"/>.</summary>
public sealed class JwtFuzzTests(ITestOutputHelper output)
{
    private const string Header = "eyJhbGciOiJub25lIn0";

    private static readonly Gen<DateTimeOffset> Moments = Gen.OneOf(
        Gen.Const(DateTimeOffset.MinValue),
        Gen.Const(DateTimeOffset.MaxValue),
        Gen.Long[DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks].Select(ticks => new DateTimeOffset(ticks, TimeSpan.Zero)),
        Gen.Int[0, 60].Select(days => DateTimeOffset.MaxValue.AddDays(-days)));

    private static readonly Gen<string> Tokens = Gen.Frequency(
        (4, Mutated.Of("""{"exp":1717000000,"sub":"x"}""", """{"exp":1.5e9}""", """{"iat":1,"exp":-1,"nested":{"exp":1}}""").Select(Encoded)),
        (2, Gen.Long.Select(expiry => Encoded(Encoding.UTF8.GetBytes($$"""{"exp":{{expiry}}}""")))),
        (2, Gen.Double.Select(expiry => Encoded(Encoding.UTF8.GetBytes($$"""{"exp":{{expiry.ToString("R", System.Globalization.CultureInfo.InvariantCulture)}}}""")))),
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
        if (ExpiryIn(text) is { } expiry)
        {
            Assert.Equal(expiry, token.ExpiresAt);
            return "its own expiry";
        }

        return token.ExpiresAt == Latest(receivedAt) ? "thirty days" : "another expiry";
    }

    private static DateTimeOffset Latest(DateTimeOffset receivedAt) =>
        DateTimeOffset.MaxValue - receivedAt < VerifikToken.Lifetime ? DateTimeOffset.MaxValue : receivedAt + VerifikToken.Lifetime;

    // The expiry according to System.Text.Json, if it is an integer in the range of dates. Long payloads are not compared, because
    // the limits for digits and nesting differ.
    private static DateTimeOffset? ExpiryIn(string token)
    {
        try
        {
            var payload = token.Split('.') is [_, var part, _] ? System.Buffers.Text.Base64Url.DecodeFromChars(part) : [];
            using var document = JsonDocument.Parse(payload);
            var claims = document.RootElement.EnumerateObject().Where(claim => claim.Name == "exp").ToList();
            return payload.Length < 300 && claims is [{ Value.ValueKind: JsonValueKind.Number }] && claims[0].Value.TryGetInt64(out var seconds) && seconds is > 0 and <= 253402300799
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Encoded(byte[] payload) => $"{Header}.{System.Buffers.Text.Base64Url.EncodeToString(payload)}.x";
}
