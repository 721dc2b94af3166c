using System.Net;
using System.Text;
using Verifik.Sandbox;

namespace Verifik.Tests.Sandbox.Contracts;

/// <summary>A contract that an application brings: what it says is what the sandbox answers.</summary>
public sealed class OwnContractTests : SandboxTest
{
    private const string Orders =
        """
        openapi: 3.1.0
        info: { title: Orders, version: 1.0.0 }
        servers: [{ url: https://orders.example/api/v1 }]
        paths:
          /orders/{order-id}:
            get:
              parameters:
                - { name: order-id, in: path, required: true, schema: { type: integer, exclusiveMinimum: 0 } }
                - { name: X-Tenant, in: header, required: true, schema: { type: string, enum: [acme, umbrella] } }
              responses:
                '200':
                  description: The order.
                  headers: { X-Version: { schema: { type: integer, minimum: 3 } } }
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/Order' }
                '404': { $ref: '#/components/responses/Problem' }
                default: { $ref: '#/components/responses/Problem' }
            delete:
              security: [{ key: [] }, { token: [] }]
              responses: { '204': { description: It is gone. } }
          /orders/{order-id}/label:
            get:
              security: []
              responses: { '200': { description: To print., content: { text/plain: { example: 'Ana, Bogotá' } } } }
          /orders:
            post:
              requestBody:
                required: true
                content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }
              responses: { '201': { description: It was taken., content: { application/json: { schema: { $ref: '#/components/schemas/Order' }, examples: { taken: { value: { id: 7, total: 1.5, secretNote: fake-note } } } } } } }
          /impossible:
            get:
              responses: { '200': { description: Nothing fits., content: { application/json: { schema: { type: object, required: [x], properties: { x: { type: string, pattern: '^(?=never)always$' } } } } } } }
          /v2/co/cedula:
            get:
              responses: { '200': { description: Ours., content: { application/json: { example: { ours: true } } } } }
          /v2/projects/phone-login:
            post:
              responses: { '200': { description: Never reached., content: { application/json: { example: { ours: true } } } } }
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key }
            token: { type: http, scheme: bearer }
          responses:
            Problem:
              description: Why not.
              content:
                application/problem+json:
                  schema: { type: object, required: [title], properties: { title: { type: string, const: No } } }
          schemas:
            Order:
              type: object
              required: [id, total]
              properties:
                id: { type: integer }
                total: { type: [number, 'null'], minimum: 0.5 }
                status: { type: string, default: open }
                lines: { type: array, minItems: 2, items: { type: object, properties: { plate: { type: string, pattern: '^[A-Z]{3}[0-9]{2}[0-9A-Z]$' } } } }
                parent: { $ref: '#/components/schemas/Order' }
                secretNote: { type: string, x-secret: true }
        """;

    [Theory]
    [InlineData("/orders/7")]
    [InlineData("/api/v1/orders/7")]
    public async Task WithoutAnExample_TheResponseIsGenerated(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path, header: ("X-Tenant", "acme"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("3", response.Headers.GetValues("X-Version").Single());
        var order = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(["id", "total", "status", "lines", "secretNote"], order.AsObject().Select(property => property.Key));
        Assert.Equal("open", order["status"]!.GetValue<string>());
        Assert.All(order["lines"]!.AsArray(), line => Assert.Matches("^[A-Z]{3}[0-9]{2}[0-9A-Z]$", line!["plate"]!.GetValue<string>()));
        Assert.Equal(2, order["lines"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("/orders/0", "acme")]
    [InlineData("/orders/seven", "acme")]
    [InlineData("/orders/7", "nobody")]
    [InlineData("/orders/7", "")]
    public async Task AnErrorWithAnotherSchema_IsTheContractsExample(string path, string tenant)
    {
        using var response = await SendAsync(HttpMethod.Get, path, header: ("X-Tenant", tenant));

        Assert.Equal(tenant.Length == 0 ? HttpStatusCode.Conflict : HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        AssertBody("""{"title":"No"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task AnyOfTheSecurityAlternatives_IsSufficient()
    {
        using var without = await SendAsync(HttpMethod.Delete, "/orders/7");
        using var withKey = await SendAsync(HttpMethod.Delete, "/orders/7", header: ("X-Key", "fake-key"));
        using var withToken = await SendAsync(HttpMethod.Delete, "/orders/7", header: ("Authorization", $"Bearer {Server.Tokens.Issue(new EmailAccount("ana@example.com")).Value}"));

        Assert.Equal(
            (HttpStatusCode.Unauthorized, HttpStatusCode.NoContent, HttpStatusCode.NoContent),
            (without.StatusCode, withKey.StatusCode, withToken.StatusCode));
    }

    [Fact]
    public async Task AResponseThatIsNotJson_IsItsExampleUnchanged()
    {
        using var response = await SendAsync(HttpMethod.Get, "/orders/7/label");

        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Ana, Bogotá", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task ANamedExample_IsTheResponse_AndItsSecretsAreMaskedInTheJournal()
    {
        using var response = await SendAsync(HttpMethod.Post, "/orders", """{"id":1,"total":null,"secretNote":"fake-note"}""");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        AssertBody("""{"id":7,"total":1.5,"secretNote":"fake-note"}""", await response.Content.ReadAsStringAsync());
        Assert.Equal("""{"id":1,"total":null,"secretNote":"***"}""", Server.Requests[0].Body);
        Assert.Equal("""{"id":7,"total":1.5,"secretNote":"***"}""", Server.Requests[0].Answer);
    }

    [Fact]
    public async Task PasswordsAndApiKeys_AreMasked()
    {
        const string Text =
            """
            openapi: 3.0.3
            security: [{ key: [] }]
            paths:
              /a:
                post:
                  parameters: [{ name: pin, in: query, schema: { $ref: '#/components/schemas/Pin' } }]
                  requestBody: { content: { application/json: { schema: { properties: { word: { type: string, format: password }, pin: { $ref: '#/components/schemas/Pin' } } } } } }
                  responses: { '204': { description: Done. } }
            components:
              securitySchemes: { key: { type: apiKey, in: query, name: apiKey } }
              schemas: { Pin: { type: string, format: password } }
            """;
        await using var sandbox = await VerifikSandbox.StartAsync(options => options.Contracts.Add(SandboxContract.Parse(Text, "secrets.yaml")));
        using var http = new HttpClient { BaseAddress = sandbox.BaseAddress };

        using var response = await http.PostAsync("/a?apiKey=fake&pin=fake&page=2", new StringContent("""{"word":"fake","pin":"fake"}""", Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("?apiKey=***&pin=***&page=2", sandbox.Requests[0].Query);
        Assert.Equal("""{"word":"***","pin":"***"}""", sandbox.Requests[0].Body);
    }

    [Fact]
    public async Task WithoutAValidExample_TheResponseSaysWhatToAddToWhichContract()
    {
        using var response = await SendAsync(HttpMethod.Get, "/impossible");

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        AssertBody(
            """
            {
                "code": "NoExample",
                "message": "orders.yaml: GET /impossible has no example of its 200 that matches its schema, and none could be generated: x: must match ^(?=never)always$. Add one to the contract."
            }
            """,
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task AMistakeThatIsDetectedInUse_IsReportedInTheResponse()
    {
        const string Text = "openapi: 3.0.3\npaths: { /a: { get: { security: [{ nowhere: [] }], responses: { '200': { description: x } } } } }";
        await using var sandbox = await VerifikSandbox.StartAsync(options => options.Contracts.Add(SandboxContract.Parse(Text, "bad.yaml")));
        using var http = new HttpClient { BaseAddress = sandbox.BaseAddress };

        using var response = await http.GetAsync("/a");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        AssertBody(
            """{"code":"ContractMistake","message":"bad.yaml: the security scheme 'nowhere' of GET /a is not declared."}""",
            await response.Content.ReadAsStringAsync());
        Assert.Equal(500, Assert.Single(sandbox.Requests).Status);
    }

    [Fact]
    public async Task TheApplicationsContract_TakesPrecedenceOverTheSandboxes_ButNotOverTheHandWrittenOperations()
    {
        using var query = await SendAsync(HttpMethod.Get, "/v2/co/cedula");
        var (status, _) = await RequestAsync("{}");

        AssertBody("""{"ours":true}""", await query.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Conflict, status);
    }

    [Theory]
    [InlineData("openapi: 3.0.3\npaths: { /a: { $ref: '#/nowhere' } }", "bad.yaml: '#/nowhere' does not exist in this file.")]
    [InlineData("openapi: 3.0.3\npaths: { /a: { $ref: 'other.yaml#/a' } }", "bad.yaml: 'other.yaml#/a' does not exist in this file.")]
    [InlineData("openapi: 3.0.3\npaths: { /a: { $ref: '#/paths/~1a' } }", "bad.yaml: '#/paths/~1a' is a circular reference.")]
    [InlineData("swagger: '2.0'", "bad.yaml: this is not an OpenAPI 3 document: 'openapi: 3.…' is missing.")]
    [InlineData("", "bad.yaml: this is not an OpenAPI 3 document: 'openapi: 3.…' is missing.")]
    [InlineData("openapi: [", "bad.yaml(2,1): this is not valid YAML: ")]
    public async Task AContractThatCannotBeRead_IsReportedWithItsName(string text, string message)
    {
        var failure = await Assert.ThrowsAsync<InvalidDataException>(() =>
            VerifikSandbox.StartAsync(options => options.Contracts.Add(SandboxContract.Parse(text, "bad.yaml"))));

        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AContract_ComesFromAStreamAsWell()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Orders));

        Assert.Equal(7, SandboxContract.FromStream(stream).Document.Operations.Count);
    }

    protected override void Configure(VerifikSandboxOptions options) => options.Contracts.Add(SandboxContract.Parse(Orders, "orders.yaml"));

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null, (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        if (header is { } given)
        {
            request.Headers.TryAddWithoutValidation(given.Name, given.Value);
        }

        return await Http.SendAsync(request);
    }
}
