using BenchmarkDotNet.Attributes;
using Refit;
using RestSharp;
using Verifik.Benchmarks.Peers;
using NewtonsoftStock = Verifik.Benchmarks.Stock.NewtonsoftJson;
using SystemTextStock = Verifik.Benchmarks.Stock.SystemTextJson;

namespace Verifik.Benchmarks.Calls;

/// <summary>One <c>RequestPhoneLogin</c>: a small request, twenty properties in three objects back.</summary>
[MemoryDiagnoser]
public class PhoneLoginCall
{
    private static readonly Uri Server = new("https://api.verifik.co/");
    private static readonly HttpClient Http = new(new InMemoryTransport(Payload.PhoneLogin)) { BaseAddress = Server };
    private static readonly HandWrittenClient HandWritten = new(Http, Server);
    private static readonly VerifikClient Ours = new(Http);
    private static readonly SystemTextStock.StockClient SystemTextStock = new(Http);
    private static readonly NewtonsoftStock.StockClient NewtonsoftStock = new(Http);
    private static readonly IRefitClient Refit = RestService.For<IRefitClient>(Http);
    private static readonly RestClient RestSharp = new(Http);

    [Benchmark(Baseline = true, Description = "Hand-written, System.Text.Json source generation")]
    public Task<HandWritten.PhoneLoginResponse> HandWrittenAsync() =>
        HandWritten.RequestPhoneLoginAsync(new HandWritten.PhoneLoginRequest("+1", 1234566663));

    [Benchmark(Description = "Verifik.Generated, Newtonsoft.Json")]
    public Task<PhoneLoginResponse> OursAsync() =>
        Ours.RequestPhoneLoginAsync(new PhoneLoginRequest { CountryCode = "+1", Phone = 1234566663 });

    [Benchmark(Description = "Stock NSwag, System.Text.Json")]
    public Task<SystemTextStock.PhoneLoginResponse> StockSystemTextJsonAsync() =>
        SystemTextStock.RequestPhoneLoginAsync(new SystemTextStock.PhoneLoginRequest { CountryCode = "+1", Phone = 1234566663, Type = "login" });

    [Benchmark(Description = "Stock NSwag, Newtonsoft.Json")]
    public Task<NewtonsoftStock.PhoneLoginResponse> StockNewtonsoftJsonAsync() =>
        NewtonsoftStock.RequestPhoneLoginAsync(new NewtonsoftStock.PhoneLoginRequest { CountryCode = "+1", Phone = 1234566663, Type = "login" });

    [Benchmark(Description = "Refit")]
    public Task<HandWritten.PhoneLoginResponse> RefitAsync() =>
        Refit.RequestPhoneLoginAsync(new HandWritten.PhoneLoginRequest("+1", 1234566663));

    [Benchmark(Description = "RestSharp")]
    public Task<HandWritten.PhoneLoginResponse?> RestSharpAsync() =>
        RestSharp.PostAsync<HandWritten.PhoneLoginResponse>(
            new RestRequest("v2/projects/phone-login").AddJsonBody(new HandWritten.PhoneLoginRequest("+1", 1234566663)));
}
