using System.Net;
using System.Text.Json.Nodes;

namespace Verifik.Tests.Sandbox;

public sealed class SessionTests : SandboxTest
{
    private const string Query = "/v2/co/cedula?documentType=CC&documentNumber=123456789";
    private const string Renewal = "/v2/auth/session?origin=refresh&expiresIn=1";
    private const string Revocation = "/v2/auth/renew-and-revoke";

    private const string Unauthorized =
        """
        {
            "code": "Unauthorized",
            "message": "Invalid or expired token.",
            "signature": { "dateTime": "May 29, 2024 3:41 AM", "message": "Certified by Verifik.co" }
        }
        """;

    private const string NoHeader = """{"code":"MissingParameter","message":"missing Authorization header"}""";

    [Fact]
    public async Task AQueryWithAToken_IsAnswered()
    {
        var (status, body) = await GetAsync(Query, await LogInAsync());

        Assert.Equal(HttpStatusCode.OK, status);
        var answer = JsonNode.Parse(body)!;
        AssertBody(
            """
            {
                "documentType": "CC", "documentNumber": "123456789",
                "fullName": "MATEO VERIFIK", "firstName": "MATEO", "lastName": "VERIFIK", "arrayName": ["MATEO", "VERIFIK"]
            }
            """,
            answer["data"]!.ToJsonString());
        AssertBody("""{"dateTime":"May 29, 2024 3:41 AM","message":"Certified by Verifik.co"}""", answer["signature"]!.ToJsonString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not-a-token")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJmYWtlIn0.")]
    public async Task AQueryWithoutAValidToken_IsUnauthorized(string? token)
    {
        var (status, body) = await GetAsync(Query, token);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        AssertBody(Unauthorized, body);
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Basic {0}")]
    [InlineData("{0}")]
    [InlineData("Bearer {0}, Bearer {0}")]
    public async Task ATokenUnderAnotherScheme_IsUnauthorized(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Query);
        request.Headers.TryAddWithoutValidation("Authorization", header.Replace("{0}", await LogInAsync(), StringComparison.Ordinal));

        using var response = await Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task AQueryWithoutItsParameters_IsRefusedWithTheirNames()
    {
        var (status, body) = await GetAsync("/v2/co/cedula", await LogInAsync());

        Assert.Equal(HttpStatusCode.Conflict, status);
        AssertBody("""{"code":"MissingParameter","message":"missing documentType\n. missing documentNumber\n"}""", body);
    }

    [Fact]
    public async Task AToken_IsValidForThirtyDays()
    {
        var token = await LogInAsync();

        // A JWT counts in whole seconds.
        Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Query, token)).Status);

        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(Query, token)).Status);
    }

    [Fact]
    public async Task AToken_IsValidInOneSandboxOnly()
    {
        await using var another = await Verifik.Sandbox.VerifikSandbox.StartAsync();
        using var http = new HttpClient { BaseAddress = another.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Get, Query) { Headers = { Authorization = new("Bearer", await LogInAsync()) } };

        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task ARenewedToken_KeepsTheOldOneValid_AndIsNotWrapped()
    {
        var old = await LogInAsync();

        var (status, body) = await GetAsync(Renewal, old);

        Assert.Equal(HttpStatusCode.OK, status);
        var answer = JsonNode.Parse(body)!.AsObject();
        Assert.Equal(["accessToken", "tokenType"], answer.Select(property => property.Key));
        Assert.NotEqual(old, Text(answer, "accessToken"));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Query, old)).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Query, Text(answer, "accessToken"))).Status);
    }

    [Fact]
    public async Task ARenewedToken_IsValidForTheRequestedMonths()
    {
        var (_, body) = await GetAsync("/v2/auth/session?origin=refresh&expiresIn=36", await LogInAsync());
        var token = Text(JsonNode.Parse(body)!, "accessToken");
        var end = Clock.GetUtcNow().AddMonths(36);

        Clock.SetUtcNow(end - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Query, token)).Status);

        Clock.SetUtcNow(end);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(Query, token)).Status);
    }

    [Fact]
    public async Task WithATokenLifetime_EveryTokenHasIt()
    {
        await using var sandbox = await Verifik.Sandbox.VerifikSandbox.StartAsync(
            options => (options.TimeProvider, options.TokenLifetime) = (Clock, TimeSpan.FromMinutes(2)));
        using var http = new HttpClient { BaseAddress = sandbox.BaseAddress };
        var first = sandbox.Tokens.Issue(new PhoneAccount("+1", 1234566663)).Value;
        http.DefaultRequestHeaders.Authorization = new("Bearer", first);
        var renewed = Text(JsonNode.Parse(await http.GetStringAsync(Renewal))!, "accessToken");

        Clock.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromSeconds(1));
        foreach (var token in new[] { first, renewed })
        {
            http.DefaultRequestHeaders.Authorization = new("Bearer", token);
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(Query)).StatusCode);
        }

        Clock.Advance(TimeSpan.FromSeconds(1));
        foreach (var token in new[] { first, renewed })
        {
            http.DefaultRequestHeaders.Authorization = new("Bearer", token);
            Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync(Query)).StatusCode);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(0.999)]
    public void ALifetimeOfLessThanASecond_IsRefused(double seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Verifik.Sandbox.VerifikSandboxOptions { TokenLifetime = TimeSpan.FromSeconds(seconds) });

    [Fact]
    public async Task AnExpiredToken_CannotBeRenewed()
    {
        var token = await LogInAsync();

        Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(Renewal, token)).Status);
    }

    [Theory]
    [InlineData("origin=refresh&expiresIn=0", HttpStatusCode.BadRequest)]
    [InlineData("origin=refresh&expiresIn=37", HttpStatusCode.BadRequest)]
    [InlineData("origin=refresh&expiresIn=one", HttpStatusCode.BadRequest)]
    [InlineData("origin=elsewhere&expiresIn=1", HttpStatusCode.BadRequest)]
    [InlineData("origin=refresh", HttpStatusCode.Conflict)]
    public async Task ARenewalWithABadQuery_IsRefused(string query, HttpStatusCode expected) =>
        Assert.Equal(expected, (await GetAsync($"/v2/auth/session?{query}", await LogInAsync())).Status);

    [Fact]
    public async Task RevokingRenewal_ReplacesEveryEarlierToken()
    {
        var first = await LogInAsync();
        var second = await LogInAsync();

        var (status, body) = await PostAsync(Revocation, "{}", first);

        Assert.Equal(HttpStatusCode.OK, status);
        var answer = JsonNode.Parse(body)!.AsObject();
        Assert.Equal(["token"], answer.Select(property => property.Key));
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(Query, first)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(Query, second)).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Query, Text(answer, "token"))).Status);
    }

    [Fact]
    public async Task SessionOperationsWithoutAHeader_AreRefusedWithTheReason()
    {
        foreach (var (status, body) in new[] { await GetAsync(Renewal), await PostAsync(Revocation, "{}") })
        {
            Assert.Equal(HttpStatusCode.Conflict, status);
            AssertBody(NoHeader, body);
        }
    }

    [Fact]
    public async Task SessionOperationsWithABadToken_AreUnauthorized()
    {
        foreach (var (status, body) in new[] { await GetAsync(Renewal, "not-a-token"), await PostAsync(Revocation, "{}", "not-a-token") })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, status);
            AssertBody(Unauthorized, body);
        }
    }

    [Fact]
    public async Task AnotherPath_IsNotFound() => Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/v2/unknown")).Status);

    private static string Text(JsonNode parent, string name) => parent[name]!.GetValue<string>();
}
