using Verifik.Cli;
using Verifik.Cli.Accounts;

namespace Verifik.Tests.Cli;

public sealed class ServerAddressTests
{
    [Theory]
    [InlineData("https://verifik.example", "https://verifik.example/")]
    [InlineData("https://verifik.example/gateway", "https://verifik.example/gateway/")]
    [InlineData("https://verifik.example/gateway/", "https://verifik.example/gateway/")]
    [InlineData("verifik.example", "https://verifik.example/")]
    [InlineData("verifik.example:8443/gateway", "https://verifik.example:8443/gateway/")]
    [InlineData("localhost:5000", "http://localhost:5000/")]
    [InlineData("127.0.0.1:5000", "http://127.0.0.1:5000/")]
    [InlineData("[::1]:5000", "http://[::1]:5000/")]
    [InlineData("https://localhost:5001", "https://localhost:5001/")]
    public void AnAddress_IsParsed(string text, string expected) =>
        Assert.Equal(expected, ServerAddress.Parse(text, "--base-address").AbsoluteUri);

    [Theory]
    [InlineData("", "must be an address")]
    [InlineData("https://", "must be an address")]
    [InlineData("ftp://verifik.example", "must be an address")]
    [InlineData("file:///etc/passwd", "must be an address")]
    [InlineData("https://verifik.example/?a=b", "without a user, a query and a fragment")]
    [InlineData("https://ana:secret@verifik.example/", "without a user, a query and a fragment")]
    [InlineData("http://verifik.example", "would send the token unencrypted: use https://verifik.example/")]
    public void AnythingElse_IsRejected_WithItsSource(string text, string reason)
    {
        var exception = Assert.Throws<ToolException>(() => ServerAddress.Parse(text, "VERIFIK_BASE_ADDRESS"));

        Assert.Equal(ExitCode.NotUnderstood, exception.ExitCode);
        Assert.StartsWith("VERIFIK_BASE_ADDRESS", exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }
}
