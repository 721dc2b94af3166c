using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Verifik.Tests.Account;

/// <summary>Invalid options fail validation at startup.</summary>
public sealed class TokenOptionsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(30)]
    public void AWindowThatIsNotPositive_OrLongerThanTheLifetime_IsRejected(int days) => Assert.Contains(
        "VerifikOptions.RenewBefore must be positive and less than 30 days", Refusal(options => options.RenewBefore = TimeSpan.FromDays(days)), StringComparison.Ordinal);

    [Theory]
    [InlineData("57", 3001234567)]
    [InlineData("+57", 0)]
    public void AnInvalidAccount_IsRejected_WithoutItsValueInTheMessage(string countryCode, long phone)
    {
        var refusal = Refusal(options => options.Account = new PhoneAccount(countryCode, phone));

        Assert.Contains("VerifikOptions.Account cannot log in", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("3001234567", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void AClientThatSendsTheToken_NeedsAnAccount()
    {
        var services = new ServiceCollection();
        services.AddVerifik();
        services.AddHttpClient("queries").AddVerifikToken();

        Assert.Contains("VerifikOptions.Account must be set", Refusal(services), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAClientThatSendsTheToken_NoAccountIsNeeded()
    {
        var services = new ServiceCollection();
        services.AddVerifik();
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IStartupValidator>().Validate();
    }

    [Fact]
    public void RegisteringTwice_RegistersOnce()
    {
        var services = new ServiceCollection();
        services.AddVerifik(options => options.RenewBefore = TimeSpan.FromDays(3));
        services.AddVerifik(options => options.Account = new PhoneAccount("+1", 1234566663));
        using var provider = services.BuildServiceProvider();

        Assert.Single(provider.GetServices<VerifikTokenProvider>());
        Assert.Single(provider.GetServices<IVerifikClient>());
        var options = provider.GetRequiredService<IOptions<VerifikOptions>>().Value;
        Assert.Equal((TimeSpan.FromDays(3), new PhoneAccount("+1", 1234566663)), (options.RenewBefore, options.Account));
    }

    private static string Refusal(Action<VerifikOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddVerifik(configure);
        return Refusal(services);
    }

    private static string Refusal(ServiceCollection services)
    {
        using var provider = services.BuildServiceProvider();
        return Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate()).Message;
    }
}
