using System.Net;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Verifik.Benchmarks.Calls;
using Verifik.Benchmarks.Peers;

namespace Verifik.Benchmarks.Token;

/// <summary>What a valid token costs each request of an application.</summary>
[MemoryDiagnoser]
public class TokenHotPath
{
    private static readonly Uri Address = new("https://api.verifik.co/v2/co/cedula");
    private readonly VerifikTokenProvider _tokens;
    private readonly HttpMessageInvoker _handWritten;
    private readonly HttpMessageInvoker _ours;

    public TokenHotPath()
    {
        var services = new ServiceCollection();
        services.AddVerifik(options => options.Account = new PhoneAccount("+1", 1234566663))
            .ConfigurePrimaryHttpMessageHandler(() => new InMemoryTransport(Payload.Confirm));
        services.AddHttpClient("hand-written").RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new NoTransport())
            .AddHttpMessageHandler(() => new HandWrittenBearer());
        services.AddHttpClient("ours").RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new NoTransport())
            .AddVerifikToken();
        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<VerifikSession>().CompleteLoginAsync("000000").GetAwaiter().GetResult();
        _tokens = provider.GetRequiredService<VerifikTokenProvider>();
        _handWritten = provider.GetRequiredService<IHttpClientFactory>().CreateClient("hand-written");
        _ours = provider.GetRequiredService<IHttpClientFactory>().CreateClient("ours");
    }

    [Benchmark(Baseline = true, Description = "A request through a handler that only sets the header")]
    public Task<HttpResponseMessage> HandWrittenHandlerAsync() => SendAsync(_handWritten);

    [Benchmark(Description = "A request through AddVerifikToken")]
    public Task<HttpResponseMessage> OurHandlerAsync() => SendAsync(_ours);

    [Benchmark(Description = "VerifikTokenProvider.GetTokenAsync")]
    public ValueTask<VerifikToken> GetTokenAsync() => _tokens.GetTokenAsync();

    private static Task<HttpResponseMessage> SendAsync(HttpMessageInvoker http) =>
        http.SendAsync(new HttpRequestMessage(HttpMethod.Get, Address), CancellationToken.None);

    private sealed class NoTransport : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
    }
}
