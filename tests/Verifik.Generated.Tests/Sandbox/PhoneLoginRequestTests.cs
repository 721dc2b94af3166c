using System.Net;
using System.Text.Json.Nodes;
using Verifik.Sandbox;

namespace Verifik.Tests.Sandbox;

public sealed class PhoneLoginRequestTests : SandboxTest
{
    [Fact]
    public async Task ASentCode_IsAnsweredAsInTheDocument()
    {
        var (status, body) = await RequestAsync();

        Assert.Equal(HttpStatusCode.OK, status);
        var answer = JsonNode.Parse(body)!;
        Assert.Matches("^[0-9a-f]{24}$", Take(answer["data"]!, "client"));
        Assert.Matches("^[0-9a-f]{24}$", Take(answer["data"]!, "_id"));
        Assert.Matches("^\\$2a\\$04\\$[./A-Za-z0-9]{53}$", Take(answer["data"]!, "otp"));
        Assert.Matches("^[A-Z0-9]{5}$", Take(answer, "id"));
        AssertBody(
            """
            {
                "data": {
                    "project": "6266193db77ccc8111730c90",
                    "projectFlow": "658ed28b0990f300134d7b78",
                    "status": "sent",
                    "countryCode": "+1",
                    "phone": "1234566663",
                    "phoneGateway": "whatsapp",
                    "expiresAt": "2024-05-29T03:51:27.000Z",
                    "phoneData": { "title": "Verifik Client" },
                    "type": "login",
                    "redirectUrl": "https://verifik.co",
                    "requires2FA": false,
                    "language": "es",
                    "updatedAt": "2024-05-29T03:41:27.009Z",
                    "createdAt": "2024-05-29T03:41:27.009Z",
                    "__v": 0,
                    "new": true,
                    "providerConfirmation": {}
                },
                "signature": { "dateTime": "May 29, 2024 3:41 AM", "message": "Certified by Verifik.co" }
            }
            """,
            answer.ToJsonString());
    }

    [Fact]
    public async Task TheAnswer_HasTheHashOfTheCodeThatWasSent()
    {
        var (_, body) = await RequestAsync();
        var message = await Server.Outbox.ReadAsync();

        Assert.Matches("^[0-9]{6}$", message.Code);
        Assert.True(BCrypt.Net.BCrypt.Verify(message.Code, JsonNode.Parse(body)!["data"]!["otp"]!.GetValue<string>()));
        Assert.Equal(new PhoneAccount("+1", 1234566663), message.Account);
        Assert.Equal(Clock.GetUtcNow(), message.SentAt);
    }

    [Fact]
    public void TheHash_HasTheDocumentedWorkFactor() => Assert.Equal(10, new VerifikSandboxOptions().HashWorkFactor);

    [Theory]
    [InlineData("""{}""", "missing countryCode\n. missing phone\n. missing type\n")]
    [InlineData("", "missing countryCode\n. missing phone\n. missing type\n")]
    [InlineData("""{"phone":1234566663}""", "missing countryCode\n. missing type\n")]
    [InlineData("""{"countryCode":"+1","phone":null,"type":"login"}""", "missing phone\n")]
    public async Task MissingFields_AreNamedInOrder(string request, string message)
    {
        var (status, body) = await RequestAsync(request);

        Assert.Equal(HttpStatusCode.Conflict, status);
        AssertBody(new JsonObject { ["code"] = "MissingParameter", ["message"] = message }.ToJsonString(), body);
    }

    [Theory]
    [InlineData("""{"countryCode":"57","phone":3001234567,"type":"login"}""", "Invalid phone number format.")]
    [InlineData("""{"countryCode":57,"phone":3001234567,"type":"login"}""", "Invalid phone number format.")]
    [InlineData("""{"countryCode":"+57","phone":"3001234567","type":"login"}""", "Invalid phone number format.")]
    [InlineData("""{"countryCode":"+57","phone":300.5,"type":"login"}""", "Invalid phone number format.")]
    [InlineData("""{"countryCode":"+57","phone":-1,"type":"login"}""", "Invalid phone number format.")]
    [InlineData("""{"countryCode":"+57","phone":99999999999999999999,"type":"login"}""", "Invalid phone number format.")]
    [InlineData("""{"countryCode":"+57","phone":3001234567,"type":7}""", "Invalid type.")]
    [InlineData("""{"countryCode":"+57","phone":3001""", "The body is not JSON.")]
    [InlineData("""{"countryCode":"\uD800","phone":3001234567,"type":"login"}""", "The body is not JSON.")]
    [InlineData("""["+57",3001234567,"login"]""", "The body must be a JSON object.")]
    public async Task ABadBody_IsRefusedWithItsReason(string request, string message)
    {
        var (status, body) = await RequestAsync(request);

        AssertRefused(message, status, body);
    }

    [Fact]
    public async Task ABodyThatIsNotDeclaredAsJson_HasNoFields()
    {
        using var content = new StringContent(Request);

        using var response = await Http.PostAsync("/v2/projects/phone-login", content);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Empty(Server.Outbox.Messages);
    }

    [Fact]
    public async Task AnOversizedBody_IsRefused()
    {
        // With Expect: 100-continue, because the server would otherwise close the connection while the client is still
        // sending.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v2/projects/phone-login") { Headers = { ExpectContinue = true } };
        request.Content = new ByteArrayContent(new byte[(8 * 1024 * 1024) + 1]);

        using var response = await Http.SendAsync(request);

        AssertRefused("The body is larger than 8388608 bytes.", response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task AnUnknownNumber_IsNotFoundAndSentNothing()
    {
        var (status, body) = await RequestAsync("""{"countryCode":"+57","phone":3009999999,"type":"login"}""");

        Assert.Equal(HttpStatusCode.NotFound, status);
        AssertBody(
            """
            {
                "code": "NotFound",
                "message": "Record not found.",
                "signature": { "dateTime": "May 29, 2024 3:41 AM", "message": "Certified by Verifik.co" }
            }
            """,
            body);
        Assert.Empty(Server.Outbox.Messages);
    }

    [Fact]
    public async Task EachRequest_SendsOneMessage()
    {
        await RequestAsync();
        await RequestAsync();
        await RequestAsync("{}");

        Assert.Equal(2, Server.Outbox.Messages.Count);
    }

    private void AssertRefused(string message, HttpStatusCode status, string body)
    {
        Assert.Equal(HttpStatusCode.BadRequest, status);
        AssertBody(
            $$"""
            {
                "code": "BadRequest",
                "message": "{{message}}",
                "signature": { "dateTime": "May 29, 2024 3:41 AM", "message": "Certified by Verifik.co" }
            }
            """,
            body);
        Assert.Empty(Server.Outbox.Messages);
    }

    private static string Take(JsonNode parent, string name)
    {
        var text = parent[name]!.GetValue<string>();
        parent.AsObject().Remove(name);
        return text;
    }
}
