using System.Net;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Verifik.Benchmarks.Calls;
using Verifik.Benchmarks.Peers;

namespace Verifik.Benchmarks.Token;

/// <summary>The cost of a valid token per request.</summary>
[MemoryDiagnoser]
public class TokenHotPath
{
    private static readonly Uri Address = new("https://api.verifik.co/v2/co/cedula");
    private const int Accounts = 10_000;
    private readonly IVerifikTokenProvider _tokens;
    private readonly IVerifikSession _oneOfMany;
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
        provider.GetRequiredService<IVerifikSession>().CompleteLoginAsync("000000").GetAwaiter().GetResult();
        _tokens = provider.GetRequiredService<IVerifikTokenProvider>();
        _oneOfMany = OneOfMany(provider.GetRequiredService<VerifikAccounts>());
        _handWritten = provider.GetRequiredService<IHttpClientFactory>().CreateClient("hand-written");
        _ours = provider.GetRequiredService<IHttpClientFactory>().CreateClient("ours");
    }

    [Benchmark(Baseline = true, Description = "A request through a handler that only sets the header")]
    public Task<HttpResponseMessage> HandWrittenHandlerAsync() => SendAsync(_handWritten);

    [Benchmark(Description = "A request through AddVerifikToken")]
    public Task<HttpResponseMessage> OurHandlerAsync() => SendAsync(_ours);

    [Benchmark(Description = "GetTokenAsync")]
    public ValueTask<VerifikToken> GetTokenAsync() => _tokens.GetTokenAsync();

    [Benchmark(Description = "GetTokenAsync of one of 10,000 accounts")]
    public ValueTask<VerifikToken> GetTokenOfOneOfManyAsync() => _oneOfMany.GetTokenAsync();

    private static IVerifikSession OneOfMany(VerifikAccounts accounts)
    {
        var sessions = Enumerable.Range(0, Accounts).Select(number => accounts.For(new PhoneAccount("+57", 3_000_000_000 + number))).ToList();
        foreach (var session in sessions)
        {
            session.CompleteLoginAsync("000000").GetAwaiter().GetResult();
        }

        return sessions[Accounts / 2];
    }

    private static Task<HttpResponseMessage> SendAsync(HttpMessageInvoker http) =>
        http.SendAsync(new HttpRequestMessage(HttpMethod.Get, Address), CancellationToken.None);

    private sealed class NoTransport : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
    }
}
