using System.Net.Http.Headers;
using System.Text;
using Verifik.Sandbox;
using Verifik.Sandbox.Contracts;

namespace Verifik.Tests.Sandbox.Contracts;

/// <summary>The forty operations of a contract that nobody wrote behaviour for.</summary>
public sealed class NaturalContractAnswersTests : SandboxTest
{
    private static readonly SandboxContract Natural = SandboxContract.FromFile(Path.Combine(AppContext.BaseDirectory, "Contract", "natural.yaml"));

    public static TheoryData<string> Operations =>
        [.. Natural.Document.Operations.Select(operation => $"{operation.Method} {operation.Path}")];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task AnOperation_RespondsToItsExampleRequestWithAValidResponse(string name)
    {
        var operation = Natural.Document.Operations.Single(operation => name == $"{operation.Method} {operation.Path}");
        using var request = ExampleRequest.Of(operation, Server.Tokens.Issue(new EmailAccount("ana@example.com")).Value);

        using var response = await Http.SendAsync(request);

        var body = await response.Content.ReadAsStringAsync();
        var success = operation.Success();
        Assert.True(success.Status == (int)response.StatusCode, $"{response.StatusCode}: {body}");
        Assert.Equal(MediaType.Of(success.Response)?.Name, response.Content.Headers.ContentType?.MediaType);
        Assert.Empty(AnswerCheck.Of(operation, (int)response.StatusCode, body));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task AnOperation_RequiresATokenIfTheContractDoes(string name)
    {
        var operation = Natural.Document.Operations.Single(operation => name == $"{operation.Method} {operation.Path}");
        using var request = ExampleRequest.Of(operation, token: null);

        using var response = await Http.SendAsync(request);

        Assert.Equal(operation.Security.Count == 0, response.IsSuccessStatusCode);
        Assert.Equal(operation.Security.Count > 0, (int)response.StatusCode == 401);
    }

    [Theory]
    [InlineData("GET", "/v2/co/company?nit=12", null, 409, "nit: must match ^[0-9]{9,10}$")]
    [InlineData("GET", "/v2/co/company", null, 409, "missing nit\n")]
    [InlineData("GET", "/v2/co/cedula?documentType=XX&documentNumber=123456789", null, 409, "documentType: must be one of: [CC,CE,PPT,NIT]")]
    [InlineData("GET", "/v2/vehicles/batch?plates=ABC123,ABC12", null, 409, "plates: must match ^[A-Z]{3}[0-9]{2}[0-9A-Z]$")]
    [InlineData("GET", "/v2/webhooks?page=0", null, 400, "page: number too small")]
    [InlineData("GET", "/v2/webhooks?page=one", null, 400, "page: integer expected")]
    [InlineData("POST", "/v2/face-recognition/persons", null, 422, "missing body\n")]
    [InlineData("POST", "/v2/face-recognition/persons", "{}", 422, "missing name\n. missing images\n")]
    [InlineData("POST", "/v2/face-recognition/persons", """{"name":"","images":["???"]}""", 422, "name: string too short. images[0]: base64 expected")]
    [InlineData("POST", "/v2/webhooks", """{"name":"x","url":"http://x","events":["zz"]}""", 422, "url: must match ^https://. events[0]: must be one of: [person.created,validation.finished,login.failed]")]
    [InlineData("POST", "/v2/webhooks", "{", 422, "The body is not JSON.")]
    public async Task ARequestThatBreaksTheContract_IsRefusedWithTheReason(string method, string path, string? body, int status, string message)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Server.Tokens.Issue(new EmailAccount("ana@example.com")).Value);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await Http.SendAsync(request);

        var error = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal((status, message), ((int)response.StatusCode, error["message"]?.GetValue<string>()));
    }

    [Fact]
    public async Task TheResponse_IsTheContractsExample()
    {
        var (_, body) = await GetAsync("/v2/mx/citizen?documentNumber=ABCD010203HDFRRLA9", Server.Tokens.Issue(new EmailAccount("ana@example.com")).Value);

        AssertBody(
            """
            {
                "data": { "documentType": "CC", "documentNumber": "123456789", "firstName": "ANA", "lastName": null, "status": "active" },
                "signature": { "dateTime": "May 29, 2024 3:41 AM", "message": "Certified by Verifik.co" },
                "id": "Y0628"
            }
            """,
            body);
    }

    protected override void Configure(VerifikSandboxOptions options) => options.Contracts.Add(Natural);
}
