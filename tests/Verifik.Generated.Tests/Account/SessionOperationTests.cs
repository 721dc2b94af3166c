using System.Net;
using Verifik.Tests.Runtime;

namespace Verifik.Tests.Account;

/// <summary>The two operations that renew a token, as they go over the wire and come back.</summary>
public sealed class SessionOperationTests
{
    private static readonly VerifikToken Token = new("fake-token-0001", MockVerifik.Now + VerifikToken.Lifetime);

    [Fact]
    public async Task RenewSession_OnTheWire() => await Verifier.Verify(await MockVerifik.SentAsync(client => client.WithToken(Token).RenewSessionAsync("refresh", expiresIn: 1)));

    [Fact]
    public async Task RenewAndRevoke_OnTheWire() => await Verifier.Verify(await MockVerifik.SentAsync(client => client.WithToken(Token).RenewAndRevokeAsync(new RenewAndRevokeRequest())));

    [Fact]
    public async Task ARenewedSession_IsNotWrapped()
    {
        using var verifik = MockVerifik.Answering(HttpStatusCode.OK, """{ "accessToken": "fake-token-0002", "tokenType": "bearer" }""");

        var renewed = await verifik.Client.WithToken(Token).RenewSessionAsync("refresh");

        Assert.Equal(("fake-token-0002", "bearer"), (renewed.Value, renewed.Type));
        Assert.Empty(renewed.AdditionalProperties);
        Assert.Equal("https://api.verifik.co/v2/auth/session?origin=refresh", verifik.Address?.AbsoluteUri);
    }

    [Theory]
    [InlineData("""{ "token": "fake-token-0002" }""")]
    [InlineData("""{ "accessToken": "fake-token-0002" }""")]
    [InlineData("""{ "token": "", "accessToken": "fake-token-0002" }""")]
    public async Task ARevocation_ReadsItsTokenFromEitherProperty(string body)
    {
        using var verifik = MockVerifik.Answering(HttpStatusCode.OK, body);

        var renewed = await verifik.Client.WithToken(Token).RenewAndRevokeAsync(new RenewAndRevokeRequest());

        Assert.Equal("fake-token-0002", renewed.ToToken("RenewAndRevoke", DateTimeOffset.UnixEpoch).Value);
    }

    [Fact]
    public async Task ATokenThatIsNotAValidHeaderValue_IsAnUnreadableResponse_AndNotInTheMessage()
    {
        using var verifik = MockVerifik.Answering(HttpStatusCode.OK, """{ "accessToken": "fake token" }""");

        Func<Task>[] acts = [() => verifik.Client.RenewAsync(Token, default), () => verifik.Client.RevokeAsync(Token, default)];
        var errors = await Task.WhenAll(acts.Select(Assert.ThrowsAsync<VerifikApiException>));

        Assert.Equal(["RenewSession", "RenewAndRevoke"], errors.Select(static error => error.Operation));
        Assert.All(errors, static error => Assert.Equal(VerifikApiFailure.Unreadable, error.Failure));
        Assert.All(errors, static error => Assert.DoesNotContain("fake", error.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "Unauthorized", "Invalid or expired token.")]
    [InlineData(HttpStatusCode.Conflict, "MissingParameter", "missing Authorization header")]
    public async Task ADocumentedError_IsReadWithItsCode(HttpStatusCode status, string code, string message)
    {
        using var verifik = MockVerifik.Answering(status, $$"""{ "code": "{{code}}", "message": "{{message}}" }""");

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => verifik.Client.WithToken(Token).RenewSessionAsync("refresh"));

        Assert.Equal((status, code, message), (error.StatusCode, error.Error?.Code, error.Error?.Message));
    }

    [Fact]
    public async Task WithoutAToken_NothingIsSent()
    {
        using var verifik = new MockVerifik();

        await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => verifik.Client.RenewSessionAsync("refresh"));

        Assert.Equal(0, verifik.Requests);
    }

    [Fact]
    public async Task WithoutAnOrigin_NothingIsSent()
    {
        using var verifik = new MockVerifik();

        var error = await Assert.ThrowsAsync<ArgumentException>(() => verifik.Client.WithToken(Token).RenewSessionAsync(""));

        Assert.Equal(("origin", 0), (error.ParamName, verifik.Requests));
    }
}
