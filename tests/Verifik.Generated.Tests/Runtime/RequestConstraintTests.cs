namespace Verifik.Tests.Runtime;

/// <summary>A request that breaks the contract is rejected before it is sent.</summary>
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

    public static TheoryData<string?> BrokenAddresses() =>
        new(null, "", "ana", "ana@", "@example.com", "ana@example@com", "ana @example.com", " ana@example.com", "ana@example.com\n");

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
        var byPhone = MockVerifik.Confirmation();
        var byEmail = MockVerifik.EmailConfirmation();
        (byPhone.Otp, byEmail.Otp) = (otp, otp);

        AssertRefused("Otp", otp, await Assert.ThrowsAsync<ArgumentException>(() => verifik.Client.ConfirmPhoneLoginAsync(byPhone)));
        AssertRefused("Otp", otp, await Assert.ThrowsAsync<ArgumentException>(() => verifik.Client.ConfirmEmailLoginAsync(byEmail)));
        Assert.Equal(0, verifik.Requests);
    }

    [Theory]
    [MemberData(nameof(BrokenAddresses))]
    public async Task AConfirmationOfAMalformedAddress_SendsNothing_AndIsNotRepeated(string? email)
    {
        using var verifik = MockVerifik.Documented();
        var confirmation = MockVerifik.EmailConfirmation();
        confirmation.Email = email!;

        AssertRefused("Email", email, await Assert.ThrowsAsync<ArgumentException>(() => verifik.Client.ConfirmEmailLoginAsync(confirmation)));
        Assert.Equal(0, verifik.Requests);
    }

    [Theory]
    [MemberData(nameof(BrokenAddresses))]
    public async Task AnAccountWithAMalformedAddress_SendsNothing_AndIsNotRepeated(string? email)
    {
        using var verifik = MockVerifik.Documented();
        if (email is null)
        {
            Assert.Throws<ArgumentNullException>(nameof(email), () => new EmailAccount(email!));
            return;
        }

        var account = new EmailAccount(email);

        AssertRefused("Email", email, Assert.Throws<ArgumentException>(() => verifik.Accounts.For(account)));
        AssertRefused("email", email, await Assert.ThrowsAsync<ArgumentException>(() => account.SendCodeAsync(verifik.Client, CancellationToken.None)));
        Assert.Equal(0, verifik.Requests);
    }

    [Fact]
    public async Task ANullRequest_ThrowsAnArgumentException()
    {
        using var verifik = MockVerifik.Documented();

        await Assert.ThrowsAsync<ArgumentNullException>("body", () => verifik.Client.RequestPhoneLoginAsync(null!));
        Assert.Equal(0, verifik.Requests);
    }

    private static void AssertRefused(string property, string? value, ArgumentException error)
    {
        Assert.Equal(property, error.ParamName);
        Assert.True(string.IsNullOrEmpty(value) || !error.ToString().Contains(value, StringComparison.Ordinal));
    }
}
