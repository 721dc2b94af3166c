using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;

namespace Verifik.Tests.Account;

public sealed class TokenHandlerCostTests
{
    private static readonly Uri Query = new(VerifikOptions.ProductionAddress + "v2/co/cedula");

    [Fact]
    public async Task TheToken_CostsARequestNoMoreThanAHandlerThatOnlySetsTheHeader()
    {
        using var server = new Server();
        var services = new ServiceCollection();
        services.AddVerifik(options => options.Account = new PhoneAccount("+1", 1234566663)).ConfigurePrimaryHttpMessageHandler(() => server);
        services.AddHttpClient("token").AddVerifikToken().ConfigurePrimaryHttpMessageHandler(() => server);
        services.AddHttpClient("header").AddHttpMessageHandler(() => new HandWritten()).ConfigurePrimaryHttpMessageHandler(() => server);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IVerifikSession>().CompleteLoginAsync("123456");
        var handlers = provider.GetRequiredService<IHttpMessageHandlerFactory>();
        using var token = new HttpMessageInvoker(handlers.CreateHandler("token"));
        using var header = new HttpMessageInvoker(handlers.CreateHandler("header"));

        Assert.InRange(Allocated(token), 1, Allocated(header));
    }

    private static long Allocated(HttpMessageInvoker invoker)
    {
        Send(invoker, 100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Send(invoker, 1000);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Send(HttpMessageInvoker invoker, int times)
    {
        for (var time = 0; time < times; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Query);
            var sending = invoker.SendAsync(request, CancellationToken.None);
            Assert.True(sending.IsCompletedSuccessfully);
        }
    }

    private sealed class HandWritten : DelegatingHandler
    {
        private readonly AuthenticationHeaderValue _header = new("Bearer", "fake-token-0001");

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = _header;
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Server : HttpMessageHandler
    {
        private readonly Task<HttpResponseMessage> _answer = Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.Method == HttpMethod.Get
                ? _answer
                : Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{ "data": { "accessToken": "fake-token-0001" } }""") });
    }
}
