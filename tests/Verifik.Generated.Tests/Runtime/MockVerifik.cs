using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace Verifik.Tests.Runtime;

/// <summary>A client with a mock server and a fixed clock.</summary>
internal sealed class MockVerifik : IDisposable
{
    public static readonly DateTimeOffset Now = new(2024, 5, 29, 3, 41, 27, TimeSpan.Zero);
    public static readonly PhoneAccount Account = new("+1", 1234566663);

    private readonly Lazy<ServiceProvider> _services;

    public MockVerifik(string server = "https://api.verifik.co")
    {
        Http = new HttpClient(new Counter(this)) { BaseAddress = new Uri(server) };
        Client = new VerifikClient(Http, Time);
        _services = new Lazy<ServiceProvider>(Services);
    }

    /// <summary>The session of the account, as an application that calls AddVerifik has it, on the same wire.</summary>
    public IVerifikSession Session => _services.Value.GetRequiredService<IVerifikSession>();

    /// <summary>Other accounts, on the same wire.</summary>
    public VerifikAccounts Accounts => _services.Value.GetRequiredService<VerifikAccounts>();

    public MockHttpMessageHandler Wire { get; } = new();

    /// <summary>The number of requests.</summary>
    public int Requests { get; private set; }

    /// <summary>The address of the last request.</summary>
    public Uri? Address { get; private set; }

    public TestClock Time { get; } = new();

    public HttpClient Http { get; }

    public VerifikClient Client { get; }

    public static PhoneLoginRequest PhoneLogin() => new() { CountryCode = Account.CountryCode, Phone = Account.Phone };

    public static PhoneLoginConfirmation Confirmation() => new() { CountryCode = Account.CountryCode, Phone = Account.Phone, Otp = "000000" };

    public static EmailLoginConfirmation EmailConfirmation() => new() { Email = "ana@example.com", Otp = "000000" };

    /// <summary>A client with the same response to every request.</summary>
    public static MockVerifik Answering(HttpStatusCode status, string body, string mediaType = "application/json")
    {
        var verifik = new MockVerifik();
        verifik.Wire.When("*").Respond(status, mediaType, body);
        return verifik;
    }

    /// <summary>A client with the documented responses to both steps of a login.</summary>
    public static MockVerifik Documented(string server = "https://api.verifik.co")
    {
        var verifik = new MockVerifik(server);
        verifik.Wire.When("*/v2/projects/phone-login").Respond("application/json", UserDocument.PhoneLogin);
        verifik.Wire.When("*/v2/projects/phone-login/confirm").Respond("application/json", UserDocument.Confirmation);
        return verifik;
    }

    /// <summary>The request of a call. The response is an error.</summary>
    public static async Task<string> SentAsync(Func<VerifikClient, Task> call)
    {
        using var verifik = new MockVerifik();
        var text = "";
        verifik.Wire.When("*").Respond(async request =>
        {
            text = await WireText.Of(request);
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        });

        await Assert.ThrowsAsync<VerifikApiException>(() => call(verifik.Client));
        return text;
    }

    public void Dispose()
    {
        if (_services.IsValueCreated)
        {
            _services.Value.Dispose();
        }

        Http.Dispose();
        Wire.Dispose();
    }

    private ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddVerifik(options => (options.BaseAddress, options.Account) = (Http.BaseAddress!, Account))
            .ConfigurePrimaryHttpMessageHandler(() => new Counter(this));
        return services.BuildServiceProvider();
    }

    private sealed class Counter(MockVerifik verifik) : DelegatingHandler(verifik.Wire)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            verifik.Requests++;
            verifik.Address = request.RequestUri;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
