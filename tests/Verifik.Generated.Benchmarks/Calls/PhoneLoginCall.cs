using BenchmarkDotNet.Attributes;
using RestSharp;
using Verifik.Benchmarks.Peers;
using KiotaStock = Verifik.Benchmarks.Stock.Kiota;
using NewtonsoftStock = Verifik.Benchmarks.Stock.NewtonsoftJson;
using SystemTextStock = Verifik.Benchmarks.Stock.SystemTextJson;

namespace Verifik.Benchmarks.Calls;

/// <summary>One <c>RequestPhoneLogin</c>: a small request, twenty properties in three objects back.</summary>
[MemoryDiagnoser]
public class PhoneLoginCall
{
    private static readonly PeerClients Clients = new(Payload.PhoneLogin);

    [Benchmark(Baseline = true, Description = "Hand-written, System.Text.Json source generation")]
    public Task<HandWritten.PhoneLoginResponse> HandWrittenAsync() =>
        Clients.HandWritten.RequestPhoneLoginAsync(new HandWritten.PhoneLoginRequest("+1", 1234566663));

    [Benchmark(Description = "Verifik.Generated, Newtonsoft.Json")]
    public Task<PhoneLoginResponse> OursAsync() =>
        Clients.Ours.RequestPhoneLoginAsync(new PhoneLoginRequest { CountryCode = "+1", Phone = 1234566663 });

    [Benchmark(Description = "Stock NSwag, System.Text.Json")]
    public Task<SystemTextStock.PhoneLoginResponse> StockSystemTextJsonAsync() =>
        Clients.SystemTextStock.RequestPhoneLoginAsync(new SystemTextStock.PhoneLoginRequest { CountryCode = "+1", Phone = 1234566663, Type = "login" });

    [Benchmark(Description = "Stock NSwag, Newtonsoft.Json")]
    public Task<NewtonsoftStock.PhoneLoginResponse> StockNewtonsoftJsonAsync() =>
        Clients.NewtonsoftStock.RequestPhoneLoginAsync(new NewtonsoftStock.PhoneLoginRequest { CountryCode = "+1", Phone = 1234566663, Type = "login" });

    [Benchmark(Description = "Kiota")]
    public Task<KiotaStock.Models.PhoneLoginResponse?> KiotaAsync() =>
        Clients.KiotaStock.V2.Projects.PhoneLogin.PostAsync(new KiotaStock.Models.PhoneLoginRequest { CountryCode = "+1", Phone = 1234566663 });

    [Benchmark(Description = "Refit")]
    public Task<HandWritten.PhoneLoginResponse> RefitAsync() =>
        Clients.Refit.RequestPhoneLoginAsync(new HandWritten.PhoneLoginRequest("+1", 1234566663));

    [Benchmark(Description = "RestSharp")]
    public Task<HandWritten.PhoneLoginResponse?> RestSharpAsync() =>
        Clients.RestSharp.PostAsync<HandWritten.PhoneLoginResponse>(
            new RestRequest("v2/projects/phone-login").AddJsonBody(new HandWritten.PhoneLoginRequest("+1", 1234566663)));
}
