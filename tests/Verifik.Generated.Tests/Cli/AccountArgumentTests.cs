using System.CommandLine;
using Verifik.Cli;

namespace Verifik.Tests.Cli;

public sealed class AccountArgumentTests
{
    private static readonly Argument<VerifikAccount?> Account = new("account") { CustomParser = AccountArgument.Read };

    [Theory]
    [InlineData("+57 300 123 4567", "+57", 3001234567)]
    [InlineData("+573001234567", "+57", 3001234567)]
    [InlineData(" +57 (300) 123-4567 ", "+57", 3001234567)]
    [InlineData("tel:+57-300-123-4567", "+57", 3001234567)]
    [InlineData("+57 300.123.4567", "+57", 3001234567)]
    [InlineData("+1 1234566663", "+1", 1234566663)]
    [InlineData("+44 (0)20 7946 0958", "+44", 2079460958)]
    public void ANumberWithItsCountry_IsReadHoweverItIsWritten(string text, string countryCode, long phone) =>
        Assert.Equal(new PhoneAccount(countryCode, phone), Parse(text).GetValue(Account));

    [Theory]
    [InlineData("ana@example.com", "ana@example.com")]
    [InlineData(" ana@example.com ", "ana@example.com")]
    [InlineData("+57@example.com", "+57@example.com")]
    [InlineData("Ana.María+verifik@correo.example", "Ana.María+verifik@correo.example")]
    public void AnAddress_IsReadAsItIsWritten(string text, string email) =>
        Assert.Equal(new EmailAccount(email), Parse(text).GetValue(Account));

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
    [InlineData("@")]
    [InlineData("ana@")]
    [InlineData("@example.com")]
    [InlineData("ana@example@com")]
    [InlineData("Ana <ana@example.com>")]
    [InlineData("+57@ 3001234567")]
    public void AnythingElse_IsRefusedWithExamples_AndNotRepeated(string text) => Assert.Equal(
        "That is neither a telephone with the calling code of its country, such as '+57 300 123 4567', nor an email address, such as ana@example.com.",
        Assert.Single(Parse(text).Errors).Message);

    [Fact]
    public void ANumberThatTheApiCannotCarry_IsRefused() =>
        Assert.Contains("begins with 0", Assert.Single(Parse("+39 06 1234 5678").Errors).Message, StringComparison.Ordinal);

    private static ParseResult Parse(string text) =>
        new RootCommand { Account }.Parse([text], new ParserConfiguration { ResponseFileTokenReplacer = null });
}
