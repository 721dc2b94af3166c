using System.CommandLine;
using Verifik.Cli;

namespace Verifik.Tests.Cli;

public sealed class PhoneArgumentTests
{
    private static readonly Argument<PhoneAccount?> Phone = new("phone") { CustomParser = PhoneArgument.Read };

    [Theory]
    [InlineData("+57 300 123 4567", "+57", 3001234567)]
    [InlineData("+573001234567", "+57", 3001234567)]
    [InlineData(" +57 (300) 123-4567 ", "+57", 3001234567)]
    [InlineData("tel:+57-300-123-4567", "+57", 3001234567)]
    [InlineData("+57 300.123.4567", "+57", 3001234567)]
    [InlineData("+1 1234566663", "+1", 1234566663)]
    [InlineData("+44 (0)20 7946 0958", "+44", 2079460958)]
    public void ANumberWithItsCountry_IsReadHoweverItIsWritten(string text, string countryCode, long phone) =>
        Assert.Equal(new PhoneAccount(countryCode, phone), Parse(text).GetValue(Phone));

    [Theory]
    [InlineData("")]
    [InlineData("300 123 4567")]
    [InlineData("0057 300 123 4567")]
    [InlineData("+57")]
    [InlineData("+57 300")]
    [InlineData("+57 300 123 4567 890 123")]
    [InlineData("+999 300 123 4567")]
    [InlineData("+57 300 123 4567 ext. 8")]
    [InlineData("my telephone")]
    public void AnythingElse_IsRefusedWithAnExample(string text) =>
        Assert.Contains("'+57 300 123 4567'", Assert.Single(Parse(text).Errors).Message, StringComparison.Ordinal);

    [Fact]
    public void ANumberThatTheApiCannotCarry_IsRefused() =>
        Assert.Contains("begins with 0", Assert.Single(Parse("+39 06 1234 5678").Errors).Message, StringComparison.Ordinal);

    private static ParseResult Parse(string text) => new RootCommand { Phone }.Parse([text]);
}
