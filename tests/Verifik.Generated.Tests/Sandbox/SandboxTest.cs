using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Verifik.Sandbox;
using Verifik.Tests.Sandbox.Contracts;

namespace Verifik.Tests.Sandbox;

/// <summary>A new sandbox for each test, at the time of Verifik's documentation, and requests to it.</summary>
public abstract class SandboxTest : IAsyncLifetime
{
    private IReadOnlyList<SandboxContract> _contracts = [];

    protected const string Request = """{"countryCode":"+1","phone":1234566663,"type":"login"}""";

    protected HttpClient Http { get; private set; } = null!;

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2024, 5, 29, 3, 41, 27, 9, TimeSpan.Zero));

    protected VerifikSandbox Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await VerifikSandbox.StartAsync(options =>
        {
            (options.TimeProvider, options.HashWorkFactor) = (Clock, 4);
            Configure(options);
            _contracts = [.. options.Contracts];
        });
        Http = new HttpClient { BaseAddress = Server.BaseAddress, Timeout = TimeSpan.FromSeconds(30) };
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
        AnswerCheck.AssertFaithful(Server, _contracts);
    }

    /// <summary>Sets additional options of the sandbox.</summary>
    protected virtual void Configure(VerifikSandboxOptions options)
    {
    }

    protected static string Confirmation(string otp) => $$"""{"countryCode":"+1","phone":1234566663,"otp":"{{otp}}"}""";

    protected Task<(HttpStatusCode Status, string Body)> RequestAsync(string body = Request) => PostAsync("/v2/projects/phone-login", body);

    protected Task<(HttpStatusCode Status, string Body)> ConfirmAsync(string otp) => PostAsync("/v2/projects/phone-login/confirm", Confirmation(otp));

    protected async Task<string> SendCodeAsync()
    {
        await RequestAsync();
        return (await Server.Outbox.ReadAsync()).Code;
    }

    protected async Task<string> LogInAsync() => TokenIn((await ConfirmAsync(await SendCodeAsync())).Body);

    protected static string TokenIn(string confirmed) => JsonNode.Parse(confirmed)!["data"]!["accessToken"]!.GetValue<string>();

    protected static string Other(string code) => (code[0] == '0' ? '1' : '0') + code[1..];

    protected Task<(HttpStatusCode Status, string Body)> GetAsync(string path, string? token = null) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path), token);

    protected Task<(HttpStatusCode Status, string Body)> PostAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Post, path), token: null);

    protected Task<(HttpStatusCode Status, string Body)> PostAsync(string path, string body, string? token = null) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") }, token);

    protected static void AssertBody(string expected, string actual) =>
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), JsonNode.Parse(actual)!.ToJsonString());

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpRequestMessage request, string? token)
    {
        using (request)
        {
            request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
            using var response = await Http.SendAsync(request);
            Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }
    }
}
