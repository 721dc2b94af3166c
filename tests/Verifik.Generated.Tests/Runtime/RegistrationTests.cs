using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;
using Verifik.Internal.Account;

namespace Verifik.Tests.Runtime;

/// <summary>The registration of the SDK, and the validation of its options.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public async Task ARegisteredClient_CallsTheConfiguredServer()
    {
        using var wire = new MockHttpMessageHandler();
        wire.Expect("https://gateway.example/verifik/v2/projects/phone-login").Respond("application/json", UserDocument.PhoneLogin);
        var services = new ServiceCollection();
        services.AddVerifik(options => options.BaseAddress = new Uri("https://gateway.example/verifik"))
            .ConfigurePrimaryHttpMessageHandler(() => wire);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IVerifikClient>().RequestPhoneLoginAsync(MockVerifik.PhoneLogin());

        wire.VerifyNoOutstandingExpectation();
    }

    [Theory]
    [InlineData("http://api.verifik.co", "must be https")]
    [InlineData("ftp://api.verifik.co", "must be https")]
    [InlineData("/v2", "must be an absolute address")]
    [InlineData("https://user@api.verifik.co/", "must not have a query, a fragment or a user")]
    [InlineData("https://api.verifik.co/#key", "must not have a query, a fragment or a user")]
    [InlineData("https://api.verifik.co/?key=1", "must not have a query, a fragment or a user")]
    public void AnUnsafeServer_FailsValidationAtStartup(string server, string reason)
    {
        using var provider = Registered(options => options.BaseAddress = new Uri(server, UriKind.RelativeOrAbsolute));

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains($"VerifikOptions.BaseAddress {reason}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(0)]
    [InlineData((256 * 1024 * 1024) + 1)]
    [InlineData(int.MaxValue)]
    public void ALimitThatIsNotPositive_OrTooHighForMemory_FailsValidationAtStartup(int limit)
    {
        using var provider = Registered(options => options.MaxResponseBytes = limit);

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("VerifikOptions.MaxResponseBytes must be from 1 to 268435456 (256 MiB)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData((256 * 1024 * 1024) + 1)]
    [InlineData(int.MaxValue)]
    public void AClientWithAnInvalidLimit_IsNotCreated(int limit)
    {
        using var http = new HttpClient();

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new VerifikClient(http, maxResponseBytes: limit));

        Assert.Contains("from 1 to 268435456 bytes (256 MiB)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ana@example@com")]
    public void AnInvalidEmailAddress_FailsValidationAtStartup_WithoutItsValueInTheMessage(string email)
    {
        using var provider = Registered(options => options.Account = new EmailAccount(email));

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("VerifikOptions.Account cannot log in: Email", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("example", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5000")]
    [InlineData("http://127.0.0.1:5000/")]
    [InlineData("http://[::1]:5000/")]
    [InlineData("https://verifik.example")]
    public void AServerOnThisMachine_OrOverHttps_IsAccepted(string server)
    {
        using var provider = Registered(options => options.BaseAddress = new Uri(server));

        provider.GetRequiredService<IStartupValidator>().Validate();
        Assert.NotNull(provider.GetRequiredService<IVerifikClient>());
    }

    [Fact]
    public void AnAccountWithoutAName_NeedsNoContainerWithKeyedServices()
    {
        using var provider = Registered(options => options.Account = MockVerifik.Account);

        Assert.Same(provider.GetRequiredService<AccountRegistry>(), Registration.Default.Get<AccountRegistry>(new UnkeyedContainer(provider)));
    }

    private static ServiceProvider Registered(Action<VerifikOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddVerifik(configure);
        return services.BuildServiceProvider();
    }

    private sealed class UnkeyedContainer(IServiceProvider services) : IServiceProvider
    {
        public object? GetService(Type serviceType) => services.GetService(serviceType);
    }
}
