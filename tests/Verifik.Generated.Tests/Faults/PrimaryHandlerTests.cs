using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Verifik.Tests.Account;

namespace Verifik.Tests.Faults;

/// <summary>Whatever handler an application uses, a code is not sent to another server after a redirect.</summary>
public sealed class PrimaryHandlerTests
{
    [Fact]
    public async Task AHandlerInUse_ThatFollowsNoRedirects_IsAccepted()
    {
        await using var server = await RedirectServer.StartAsync();
        using var shared = new SocketsHttpHandler { AllowAutoRedirect = false };
        await UseAsync(shared, server.Address);
        await using var services = Services(server.Address, new Outer(shared));

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => services.GetRequiredService<IVerifikSession>().CompleteLoginAsync("123456"));

        Assert.Equal(HttpStatusCode.Unauthorized, error.StatusCode);
    }

    [Fact]
    [Trait("Needs", "NET")]
    public async Task AHandlerInUse_ThatFollowsRedirects_IsRejectedWithTheReason()
    {
        await using var server = await RedirectServer.StartAsync();
        using var shared = new SocketsHttpHandler();
        await UseAsync(shared, server.Address);
        await using var services = Services(server.Address, new Outer(shared));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => services.GetRequiredService<IVerifikSession>().CompleteLoginAsync("123456"));

        Assert.Contains("Set AllowAutoRedirect to false", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnHttpClientHandler_FollowsNoRedirect()
    {
        await using var elsewhere = await RedirectServer.StartAsync();
        await using var server = await RedirectServer.StartAsync(elsewhere.Address);
        await using var services = Services(server.Address, new HttpClientHandler());

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => services.GetRequiredService<IVerifikSession>().CompleteLoginAsync("123456"));

        Assert.Equal(HttpStatusCode.TemporaryRedirect, error.StatusCode);
        Assert.Empty(elsewhere.Bodies);
    }

    [Fact]
    public async Task AHandlerInsideAnInvoker_DoesNotSendTheCodeToAnotherServer()
    {
        await using var elsewhere = await RedirectServer.StartAsync();
        await using var server = await RedirectServer.StartAsync(elsewhere.Address);
        await using var services = Services(server.Address, new Opaque());

        await Assert.ThrowsAsync<HttpRequestException>(() => services.GetRequiredService<IVerifikSession>().CompleteLoginAsync("123456"));

        Assert.DoesNotContain(elsewhere.Bodies, body => body.Length > 0);
    }

    [Fact]
    public async Task AClientWithoutAddVerifik_DoesNotSendTheCodeToAnotherServer()
    {
        await using var elsewhere = await RedirectServer.StartAsync();
        await using var server = await RedirectServer.StartAsync(elsewhere.Address);
        using var http = new HttpClient { BaseAddress = server.Address };

        await Assert.ThrowsAsync<HttpRequestException>(() => new VerifikClient(http).ConfirmPhoneLoginAsync(
            new PhoneLoginConfirmation { CountryCode = "+57", Phone = 3001234567, Otp = "123456" }));

        Assert.DoesNotContain(elsewhere.Bodies, body => body.Length > 0);
    }

    private static async Task UseAsync(SocketsHttpHandler handler, Uri address)
    {
        using var http = new HttpClient(handler, disposeHandler: false);
        (await http.GetAsync(address)).Dispose();
    }

    private static ServiceProvider Services(Uri server, HttpMessageHandler primary)
    {
        var services = new ServiceCollection();
        services.AddVerifik(options => (options.BaseAddress, options.Account) = (server, new PhoneAccount("+57", 3001234567)))
            .ConfigurePrimaryHttpMessageHandler(() => primary);
        return services.BuildServiceProvider();
    }

    /// <summary>A handler of the application in front of the shared one.</summary>
    private sealed class Outer(HttpMessageHandler inner) : DelegatingHandler(inner);

    /// <summary>A handler whose inner handlers are not accessible.</summary>
    private sealed class Opaque : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _inner = new(new SocketsHttpHandler());

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _inner.SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            _inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
