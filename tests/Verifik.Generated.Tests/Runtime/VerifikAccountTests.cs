using System.ComponentModel;

namespace Verifik.Tests.Runtime;

/// <summary>Parsing and masking of accounts.</summary>
public sealed class VerifikAccountTests
{
    private static readonly TypeConverter Converter = TypeDescriptor.GetConverter(typeof(VerifikAccount));

    public static TheoryData<string> Refused() => new(
        "",
        " ",
        "3001234567",
        "+573001234567",
        "57 3001234567",
        "+57",
        "+57 ",
        "+57 0",
        "+57 -3001234567",
        "+57 300-123-4567",
        "+57 9999999999999999",
        "+57 99999999999999999999",
        "+05 3001234567",
        "+57@ 3001234567",
        "@",
        "ana@",
        "@example.com",
        "ana @example.com",
        "ana@example@com",
        "ana@example.com, maria@example.com");

    [Theory]
    [InlineData("+57 3001234567", "+57", 3001234567)]
    [InlineData(" +57 300 123 4567 ", "+57", 3001234567)]
    [InlineData("+1 1234566663", "+1", 1234566663)]
    public void ATelephone_IsRead(string text, string countryCode, long phone) => AssertRead(new PhoneAccount(countryCode, phone), text);

    [Theory]
    [InlineData("ana@example.com", "ana@example.com")]
    [InlineData(" ana@example.com\n", "ana@example.com")]
    [InlineData("+57@example.com", "+57@example.com")]
    public void AnAddress_IsRead(string text, string email) => AssertRead(new EmailAccount(email), text);

    [Theory]
    [MemberData(nameof(Refused))]
    public void AnythingElse_IsRefused_AndNotRepeated(string text)
    {
        const string Reason = "An account is a telephone with a space after the calling code of its country, such as '+57 3001234567', or an email address.";

        Assert.Equal(Reason, Assert.Throws<FormatException>(() => VerifikAccount.Parse(text)).Message);
        Assert.Equal(Reason, Assert.Throws<FormatException>(() => Converter.ConvertFromInvariantString(text)).Message);
    }

    [Fact]
    public void ANullText_Throws() => Assert.Throws<ArgumentNullException>("text", () => VerifikAccount.Parse(null!));

    [Fact]
    public void TheConverter_ConvertsFromStringOnly()
    {
        Assert.True(Converter.CanConvertFrom(typeof(string)));
        Assert.False(Converter.CanConvertFrom(typeof(long)));
        Assert.Throws<NotSupportedException>(() => Converter.ConvertFrom(3001234567));
    }

    [Theory]
    [InlineData("+57 3001234567", "+57 ********67")]
    [InlineData("+57 12", "+57 12")]
    [InlineData("ana@example.com", "a***@example.com")]
    [InlineData("a@example.com", "a***@example.com")]
    public void ToString_MasksTheNumberAndTheAddress(string text, string masked)
    {
        var account = VerifikAccount.Parse(text);

        Assert.Equal(masked, account.ToString());
        Assert.Equal($"Logged in as {masked}.", $"Logged in as {account}.");
    }

    [Theory]
    [InlineData("ana")]
    [InlineData("@example.com")]
    public void ToString_OfAMalformedAddress_ShowsNothingOfIt(string email) => Assert.Equal("***", new EmailAccount(email).ToString());

    [Fact]
    public void Accounts_AreComparedByValue()
    {
        Assert.Equal(VerifikAccount.Parse("+57 3001234567"), VerifikAccount.Parse("+57 300 123 4567"));
        Assert.Equal(VerifikAccount.Parse("ana@example.com"), VerifikAccount.Parse("ana@example.com "));
        Assert.NotEqual(VerifikAccount.Parse("ana@example.com"), VerifikAccount.Parse("maria@example.com"));
    }

    private static void AssertRead(VerifikAccount expected, string text)
    {
        Assert.Equal(expected, VerifikAccount.Parse(text));
        Assert.Equal(expected, Converter.ConvertFromInvariantString(text));
    }
}
