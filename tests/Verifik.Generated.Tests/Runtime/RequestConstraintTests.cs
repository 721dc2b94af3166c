namespace Verifik.Tests.Runtime;

/// <summary>A request that breaks the contract is refused before it leaves: nobody gets a message that cannot work.</summary>
public sealed class RequestConstraintTests
{
    public static TheoryData<string, PhoneLoginRequest> BrokenLogins() => new()
    {
        { "CountryCode", new() { Phone = 1234566663 } },
        { "CountryCode", new() { CountryCode = null!, Phone = 1234566663 } },
        { "CountryCode", new() { CountryCode = "1", Phone = 1234566663 } },
        { "CountryCode", new() { CountryCode = "+0", Phone = 1234566663 } },
        { "CountryCode", new() { CountryCode = "+1\n", Phone = 1234566663 } },
        { "CountryCode", new() { CountryCode = "+1234", Phone = 1234566663 } },
        { "Phone", new() { CountryCode = "+1" } },
        { "Phone", new() { CountryCode = "+1", Phone = -1 } },
        { "Phone", new() { CountryCode = "+1", Phone = 1_000_000_000_000_000 } },
        { "Type", new() { CountryCode = "+1", Phone = 1234566663, Type = "" } },
    };

    public static TheoryData<string> BrokenCodes() => new("", "12345", "1234567", "12345a", " 123456", "123456\n", "１２３４５６");

    [Theory]
    [MemberData(nameof(BrokenLogins))]
    public async Task ALoginThatBreaksTheContract_NamesTheProperty_AndSendsNothing(string property, PhoneLoginRequest request)
    {
        using var verifik = MockVerifik.Documented();

        var error = await Assert.ThrowsAsync<ArgumentException>(() => verifik.Client.RequestPhoneLoginAsync(request));

        Assert.Equal(property, error.ParamName);
        Assert.StartsWith(property, error.Message, StringComparison.Ordinal);
        Assert.Equal(0, verifik.Requests);
    }

    [Theory]
    [MemberData(nameof(BrokenCodes))]
    public async Task ACodeThatIsNotSixDigits_SendsNothing_AndIsNotRepeated(string otp)
    {
        using var verifik = MockVerifik.Documented();
        var confirmation = MockVerifik.Confirmation();
        confirmation.Otp = otp;

        var error = await Assert.ThrowsAsync<ArgumentException>(() => verifik.Client.ConfirmPhoneLoginAsync(confirmation));

        Assert.Equal("Otp", error.ParamName);
        Assert.Equal(0, verifik.Requests);
        Assert.True(otp.Length == 0 || !error.ToString().Contains(otp, StringComparison.Ordinal));
    }

    [Fact]
    public async Task NoRequestAtAll_IsAnArgumentToo()
    {
        using var verifik = MockVerifik.Documented();

        await Assert.ThrowsAsync<ArgumentNullException>("body", () => verifik.Client.RequestPhoneLoginAsync(null!));
        Assert.Equal(0, verifik.Requests);
    }
}
