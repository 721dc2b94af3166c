using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Refit;
using RestSharp;
using KiotaStock = Verifik.Benchmarks.Stock.Kiota;
using NewtonsoftStock = Verifik.Benchmarks.Stock.NewtonsoftJson;
using SystemTextStock = Verifik.Benchmarks.Stock.SystemTextJson;

namespace Verifik.Benchmarks.Peers;

/// <summary>
/// The clients that are compared, over one <see cref="HttpClient"/> that answers from memory. None has a handler of its own:
/// Kiota goes without the middleware that its <see cref="KiotaClientFactory"/> puts in front, as the others have no retries.
/// </summary>
internal sealed class PeerClients
{
    private static readonly Uri Server = new("https://api.verifik.co/");

    public PeerClients(byte[] response)
    {
        var http = new HttpClient(new InMemoryTransport(response)) { BaseAddress = Server };
        HandWritten = new HandWrittenClient(http, Server);
        Ours = new VerifikClient(http);
        SystemTextStock = new SystemTextStock.StockClient(http);
        NewtonsoftStock = new NewtonsoftStock.StockClient(http);
        KiotaStock = new KiotaStock.StockClient(new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http));
        Refit = RestService.For<IRefitClient>(http);
        RestSharp = new RestClient(http);
    }

    public HandWrittenClient HandWritten { get; }

    public VerifikClient Ours { get; }

    public SystemTextStock.StockClient SystemTextStock { get; }

    public NewtonsoftStock.StockClient NewtonsoftStock { get; }

    public KiotaStock.StockClient KiotaStock { get; }

    public IRefitClient Refit { get; }

    public RestClient RestSharp { get; }
}
