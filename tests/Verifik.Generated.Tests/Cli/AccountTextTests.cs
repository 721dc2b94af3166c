using Verifik.Cli;
using Verifik.Cli.Accounts;

namespace Verifik.Tests.Cli;

public sealed class AccountTextTests
{
    [Theory]
    [InlineData("+57 300 123 4567", "+57", 3001234567)]
    [InlineData("+573001234567", "+57", 3001234567)]
    [InlineData(" +57 (300) 123-4567 ", "+57", 3001234567)]
    [InlineData("tel:+57-300-123-4567", "+57", 3001234567)]
    [InlineData("+57 300.123.4567", "+57", 3001234567)]
    [InlineData("+1 1234566663", "+1", 1234566663)]
    [InlineData("+44 (0)20 7946 0958", "+44", 2079460958)]
    public void ANumberWithItsCountry_IsParsedInEveryFormat(string text, string countryCode, long phone) =>
        Assert.Equal(new PhoneAccount(countryCode, phone), AccountText.Parse(text));

    [Theory]
    [InlineData("ana@example.com", "ana@example.com")]
    [InlineData(" ana@example.com ", "ana@example.com")]
    [InlineData("+57@example.com", "+57@example.com")]
    [InlineData("Ana.María+verifik@correo.example", "Ana.María+verifik@correo.example")]
    public void AnAddress_IsParsedUnchanged(string text, string email) =>
        Assert.Equal(new EmailAccount(email), AccountText.Parse(text));

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
    public void AnythingElse_IsRejectedWithExamples_AndNotRepeated(string text) =>
        Assert.StartsWith("that is neither a telephone number with its country calling code, such as +57 300 123 4567, nor", Refusal(text), StringComparison.Ordinal);

    [Fact]
    public void ANumberThatTheApiDoesNotSupport_IsRejected() =>
        Assert.Contains("begins with 0", Refusal("+39 06 1234 5678"), StringComparison.Ordinal);

    private static string Refusal(string text)
    {
        var exception = Assert.Throws<ToolException>(() => AccountText.Parse(text));
        Assert.Equal(ExitCode.NotUnderstood, exception.ExitCode);
        return exception.Message;
    }
}
