using BenchmarkDotNet.Attributes;
using Refit;
using RestSharp;
using Verifik.Benchmarks.Peers;
using NewtonsoftStock = Verifik.Benchmarks.Stock.NewtonsoftJson;
using SystemTextStock = Verifik.Benchmarks.Stock.SystemTextJson;

namespace Verifik.Benchmarks.Calls;

/// <summary>One <c>ConfirmPhoneLogin</c>: a small request, a token back.</summary>
[MemoryDiagnoser]
public class ConfirmCall
{
    private static readonly Uri Server = new("https://api.verifik.co/");
    private static readonly HttpClient Http = new(new InMemoryTransport(Payload.Confirm)) { BaseAddress = Server };
    private static readonly HandWrittenClient HandWritten = new(Http, Server);
    private static readonly VerifikClient Ours = new(Http);
    private static readonly SystemTextStock.StockClient SystemTextStock = new(Http);
    private static readonly NewtonsoftStock.StockClient NewtonsoftStock = new(Http);
    private static readonly IRefitClient Refit = RestService.For<IRefitClient>(Http);
    private static readonly RestClient RestSharp = new(Http);

    [Benchmark(Baseline = true, Description = "Hand-written, System.Text.Json source generation")]
    public Task<HandWritten.ConfirmPhoneLoginResponse> HandWrittenAsync() =>
        HandWritten.ConfirmPhoneLoginAsync(new HandWritten.PhoneLoginConfirmation("+1", 1234566663, "000000"));

    [Benchmark(Description = "Verifik.Generated, Newtonsoft.Json")]
    public Task<ConfirmPhoneLoginResponse> OursAsync() =>
        Ours.ConfirmPhoneLoginAsync(new PhoneLoginConfirmation { CountryCode = "+1", Phone = 1234566663, Otp = "000000" });

    [Benchmark(Description = "Stock NSwag, System.Text.Json")]
    public Task<SystemTextStock.ConfirmPhoneLoginResponse> StockSystemTextJsonAsync() =>
        SystemTextStock.ConfirmPhoneLoginAsync(new SystemTextStock.PhoneLoginConfirmation { CountryCode = "+1", Phone = 1234566663, Otp = "000000" });

    [Benchmark(Description = "Stock NSwag, Newtonsoft.Json")]
    public Task<NewtonsoftStock.ConfirmPhoneLoginResponse> StockNewtonsoftJsonAsync() =>
        NewtonsoftStock.ConfirmPhoneLoginAsync(new NewtonsoftStock.PhoneLoginConfirmation { CountryCode = "+1", Phone = 1234566663, Otp = "000000" });

    [Benchmark(Description = "Refit")]
    public Task<HandWritten.ConfirmPhoneLoginResponse> RefitAsync() =>
        Refit.ConfirmPhoneLoginAsync(new HandWritten.PhoneLoginConfirmation("+1", 1234566663, "000000"));

    [Benchmark(Description = "RestSharp")]
    public Task<HandWritten.ConfirmPhoneLoginResponse?> RestSharpAsync() =>
        RestSharp.PostAsync<HandWritten.ConfirmPhoneLoginResponse>(
            new RestRequest("v2/projects/phone-login/confirm").AddJsonBody(new HandWritten.PhoneLoginConfirmation("+1", 1234566663, "000000")));
}
