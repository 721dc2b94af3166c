using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace Verifik.Tests.Tokens;

public sealed class TokenHandlerTests
{
    [Fact]
    public async Task ALogin_GivesItsTokenToEveryClientThatAsksForIt()
    {
        using var server = new MockHttpMessageHandler();
        server.Expect(HttpMethod.Post, "https://api.verifik.co/v2/projects/phone-login").Respond("application/json", "{}");
        server.Expect(HttpMethod.Post, "https://api.verifik.co/v2/projects/phone-login/confirm").Respond("application/json", """{"data":{"accessToken":"fake-token-0001"}}""");
        server.Expect(HttpMethod.Get, "https://api.verifik.co/v2/co/cedula").WithHeaders("Authorization", "Bearer fake-token-0001").Respond("application/json", "{}");
        var services = new ServiceCollection();
        services.AddVerifik(options => options.Account = new PhoneAccount("+1", 1234566663)).ConfigurePrimaryHttpMessageHandler(() => server);
        services.AddHttpClient("queries", client => client.BaseAddress = new Uri("https://api.verifik.co")).AddVerifikToken().ConfigurePrimaryHttpMessageHandler(() => server);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<VerifikSession>().LoginAsync(new Prompt());
        using var response = await provider.GetRequiredService<IHttpClientFactory>().CreateClient("queries").GetAsync("v2/co/cedula");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        server.VerifyNoOutstandingExpectation();
    }

    private sealed class Prompt : IOtpPrompt
    {
        public Task<string> ReadOtpAsync(PhoneAccount account, PhoneLoginResponse sent, CancellationToken cancellationToken) => Task.FromResult("123456");
    }
}
