using System.Net;

namespace Verifik.Tests.Sandbox;

/// <summary>A web page whose name resolves to 127.0.0.1 (DNS rebinding) cannot read the sandbox.</summary>
public sealed class HostTests : SandboxTest
{
    [Theory]
    [InlineData("attacker.example")]
    [InlineData("attacker.example:80")]
    [InlineData("localhost.attacker.example")]
    [InlineData("10.0.0.1")]
    [InlineData("0.0.0.0")]
    public async Task ARequestForAnotherHost_IsRefusedAndNotRecorded(string host)
    {
        using var response = await SendAsync(host);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
        AssertBody(
            """{"code":"MisdirectedRequest","message":"The sandbox only accepts requests for localhost and 127.0.0.1."}""",
            await response.Content.ReadAsStringAsync());
        Assert.Empty(Server.Requests);
        Assert.Empty(Server.Outbox.Messages);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:5000")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:5000")]
    public async Task ARequestForThisMachine_IsAccepted(string host)
    {
        using var response = await SendAsync(host);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v2/projects/email-login?email=ana@example.com") { Headers = { Host = host } };
        return await Http.SendAsync(request);
    }
}
