namespace Verifik.Tests.Runtime;

/// <summary>What goes over the wire, operation by operation.</summary>
public sealed class RequestTests
{
    [Fact]
    public async Task RequestPhoneLogin_OnTheWire() =>
        await Verifier.Verify(await MockVerifik.SentAsync(client => client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin())));

    [Fact]
    public async Task ConfirmPhoneLogin_OnTheWire() =>
        await Verifier.Verify(await MockVerifik.SentAsync(client => client.ConfirmPhoneLoginAsync(MockVerifik.Confirmation())));

    [Fact]
    public async Task RequestEmailLogin_OnTheWire() =>
        await Verifier.Verify(await MockVerifik.SentAsync(client => client.RequestEmailLoginAsync("ana+verifik@example.com")));

    [Fact]
    public async Task ConfirmEmailLogin_OnTheWire() =>
        await Verifier.Verify(await MockVerifik.SentAsync(client => client.ConfirmEmailLoginAsync(MockVerifik.EmailConfirmation())));

    [Theory]
    [InlineData("https://api.verifik.co", "https://api.verifik.co/v2/projects/phone-login")]
    [InlineData("https://api.verifik.co/", "https://api.verifik.co/v2/projects/phone-login")]
    [InlineData("https://gateway.example/verifik", "https://gateway.example/verifik/v2/projects/phone-login")]
    [InlineData("https://gateway.example/verifik/", "https://gateway.example/verifik/v2/projects/phone-login")]
    public async Task ABaseAddress_WorksWithAndWithoutItsTrailingSlash(string server, string expected)
    {
        using var verifik = MockVerifik.Documented(server);

        await verifik.Client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin());

        Assert.Equal(expected, verifik.Address?.AbsoluteUri);
    }

    [Fact]
    public async Task WithoutABaseAddress_TheErrorSaysWhatToSet()
    {
        using var http = new HttpClient();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => new VerifikClient(http).RequestPhoneLoginAsync(MockVerifik.PhoneLogin()));

        Assert.Contains("BaseAddress", error.Message, StringComparison.Ordinal);
    }
}
