using Microsoft.Extensions.DependencyInjection;
using Verifik.Sandbox;
using Verifik.Tests.Account;

namespace Verifik.Tests.Sandbox;

public sealed class HttpsTests
{
    [Fact]
    public async Task TheSdk_LogsInOverHttps_WithTheSandboxesHandler()
    {
        await using var sandbox = await VerifikSandbox.StartAsync(options => (options.UseHttps, options.HashWorkFactor) = (true, 4));
        var services = new ServiceCollection();
        services.AddVerifik(options => (options.BaseAddress, options.Account) = (sandbox.BaseAddress, new EmailAccount("ana@example.com")));
        services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(sandbox.CreateHandler));
        await using var provider = services.BuildServiceProvider();

        var token = await provider.GetRequiredService<IVerifikSession>().LoginAsync(new OutboxPrompt(sandbox.Outbox));

        Assert.Equal("https", sandbox.BaseAddress.Scheme);
        Assert.Equal("bearer", token.Type);
    }

    [Fact]
    public async Task AnOrdinaryClient_DoesNotTrustTheCertificate()
    {
        await using var sandbox = await VerifikSandbox.StartAsync(options => options.UseHttps = true);
        using var http = new HttpClient();

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(sandbox.BaseAddress));

        Assert.Equal(HttpRequestError.SecureConnectionError, failure.HttpRequestError);
    }

    [Fact]
    public async Task TheHandler_TrustsTheCertificateOfNoOtherSandbox()
    {
        await using var sandbox = await VerifikSandbox.StartAsync(options => options.UseHttps = true);
        await using var another = await VerifikSandbox.StartAsync(options => options.UseHttps = true);
        using var http = new HttpClient(sandbox.CreateHandler());

        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(another.BaseAddress));
    }
}
