using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Verifik.Internal.Account;

namespace Verifik.Tests.Account;

/// <summary>Invalid options fail validation at startup.</summary>
public sealed class TokenOptionsTests
{
    private const long LifetimeTicks = 30 * TimeSpan.TicksPerDay;

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(30)]
    public void AWindowThatIsNotPositive_OrLongerThanTheLifetime_IsRejected(int days) => Assert.Contains(
        "VerifikOptions.RenewBefore must be positive and less than 30 days", Refusal(options => options.RenewBefore = TimeSpan.FromDays(days)), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(LifetimeTicks - 1, true)]
    [InlineData(LifetimeTicks, false)]
    public void RenewBefore_IsPositive_AndLessThanTheLifetime(long ticks, bool isValid) =>
        Assert.Equal(isValid, IsValid(new VerifikOptions { RenewBefore = TimeSpan.FromTicks(ticks) }));

    [Theory]
    [InlineData(TimeSpan.TicksPerSecond - 1, false)]
    [InlineData(TimeSpan.TicksPerSecond, true)]
    [InlineData(TimeSpan.TicksPerDay, true)]
    [InlineData(TimeSpan.TicksPerDay + 1, false)]
    public void StorePollInterval_IsFromOneSecondToOneDay(long ticks, bool isValid) =>
        Assert.Equal(isValid, IsValid(new VerifikOptions { StorePollInterval = TimeSpan.FromTicks(ticks) }));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(256 * 1024 * 1024, true)]
    [InlineData((256 * 1024 * 1024) + 1, false)]
    public void MaxResponseBytes_IsFrom1To256MiB(int bytes, bool isValid) =>
        Assert.Equal(isValid, IsValid(new VerifikOptions { MaxResponseBytes = bytes }));

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

        Assert.Contains(
            "VerifikOptions.Account must be set to the telephone or email address that logs in: AddVerifikToken() sends its token.", Refusal(services), StringComparison.Ordinal);
    }

    [Fact]
    public void AHealthCheck_NeedsAnAccount()
    {
        var services = new ServiceCollection();
        services.AddVerifik();
        services.AddHealthChecks().AddVerifikHealthCheck();

        Assert.Contains(
            "VerifikOptions.Account must be set to the telephone or email address that logs in: AddVerifikHealthCheck() checks its token.", Refusal(services), StringComparison.Ordinal);
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

    private static bool IsValid(VerifikOptions options) => new OptionsValidator().Validate(name: null, options).Succeeded;

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
