using BenchmarkDotNet.Attributes;
using RestSharp;
using Verifik.Benchmarks.Peers;
using KiotaStock = Verifik.Benchmarks.Stock.Kiota;
using NewtonsoftStock = Verifik.Benchmarks.Stock.NewtonsoftJson;
using SystemTextStock = Verifik.Benchmarks.Stock.SystemTextJson;

namespace Verifik.Benchmarks.Calls;

/// <summary>One <c>ConfirmPhoneLogin</c>: a small request, a token back.</summary>
[MemoryDiagnoser]
public class ConfirmCall
{
    private static readonly PeerClients Clients = new(Payload.Confirm);

    [Benchmark(Baseline = true, Description = "Hand-written, System.Text.Json source generation")]
    public Task<HandWritten.ConfirmPhoneLoginResponse> HandWrittenAsync() =>
        Clients.HandWritten.ConfirmPhoneLoginAsync(new HandWritten.PhoneLoginConfirmation("+1", 1234566663, "000000"));

    [Benchmark(Description = "Verifik.Generated, Newtonsoft.Json")]
    public Task<ConfirmPhoneLoginResponse> OursAsync() =>
        Clients.Ours.ConfirmPhoneLoginAsync(new PhoneLoginConfirmation { CountryCode = "+1", Phone = 1234566663, Otp = "000000" });

    [Benchmark(Description = "Stock NSwag, System.Text.Json")]
    public Task<SystemTextStock.ConfirmPhoneLoginResponse> StockSystemTextJsonAsync() =>
        Clients.SystemTextStock.ConfirmPhoneLoginAsync(new SystemTextStock.PhoneLoginConfirmation { CountryCode = "+1", Phone = 1234566663, Otp = "000000" });

    [Benchmark(Description = "Stock NSwag, Newtonsoft.Json")]
    public Task<NewtonsoftStock.ConfirmPhoneLoginResponse> StockNewtonsoftJsonAsync() =>
        Clients.NewtonsoftStock.ConfirmPhoneLoginAsync(new NewtonsoftStock.PhoneLoginConfirmation { CountryCode = "+1", Phone = 1234566663, Otp = "000000" });

    [Benchmark(Description = "Kiota")]
    public Task<KiotaStock.Models.ConfirmPhoneLoginResponse?> KiotaAsync() =>
        Clients.KiotaStock.V2.Projects.PhoneLogin.Confirm.PostAsync(new KiotaStock.Models.PhoneLoginConfirmation { CountryCode = "+1", Phone = 1234566663, Otp = "000000" });

    [Benchmark(Description = "Refit")]
    public Task<HandWritten.ConfirmPhoneLoginResponse> RefitAsync() =>
        Clients.Refit.ConfirmPhoneLoginAsync(new HandWritten.PhoneLoginConfirmation("+1", 1234566663, "000000"));

    [Benchmark(Description = "RestSharp")]
    public Task<HandWritten.ConfirmPhoneLoginResponse?> RestSharpAsync() =>
        Clients.RestSharp.PostAsync<HandWritten.ConfirmPhoneLoginResponse>(
            new RestRequest("v2/projects/phone-login/confirm").AddJsonBody(new HandWritten.PhoneLoginConfirmation("+1", 1234566663, "000000")));
}
