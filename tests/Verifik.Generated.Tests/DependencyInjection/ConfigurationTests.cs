using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Verifik.Tests.DependencyInjection;

/// <summary>Options from configuration.</summary>
public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("+57 3001234567")]
    [InlineData("ana@example.com")]
    public void EveryOption_IsReadFromConfiguration(string account)
    {
        var services = new ServiceCollection();
        services.Configure<VerifikOptions>(Section(
            ("Account", account), ("BaseAddress", "https://gateway.example/verifik"), ("RenewBefore", "3.12:00:00"), ("StorePollInterval", "00:00:30")));
        services.AddVerifik();
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IStartupValidator>().Validate();

        var options = provider.GetRequiredService<IOptions<VerifikOptions>>().Value;
        Assert.Equal(VerifikAccount.Parse(account), options.Account);
        Assert.Equal(new Uri("https://gateway.example/verifik"), options.BaseAddress);
        Assert.Equal(TimeSpan.FromDays(3.5), options.RenewBefore);
        Assert.Equal(TimeSpan.FromSeconds(30), options.StorePollInterval);
        Assert.Equal(VerifikAccount.Parse(account), provider.GetRequiredService<IVerifikSession>().Account);
    }

    [Fact]
    public void AnOptionThatConfigurationDoesNotName_KeepsItsDefault()
    {
        var services = new ServiceCollection();
        services.Configure<VerifikOptions>(Section(("Account", "ana@example.com")));
        services.AddVerifik();
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<VerifikOptions>>().Value;

        Assert.Equal(new Uri(VerifikOptions.ProductionAddress), options.BaseAddress);
        Assert.Equal(TimeSpan.FromDays(5), options.RenewBefore);
        Assert.Equal(TimeSpan.FromSeconds(10), options.StorePollInterval);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ANamedAccount_HasAConfigurationOfItsOwn(bool configuredFirst)
    {
        var services = new ServiceCollection();
        Action[] calls =
        [
            () => services.Configure<VerifikOptions>(Section(("Account", "+57 3001234567"))),
            () => services.Configure<VerifikOptions>("acme", Section(("Account", "ana@example.com"), ("BaseAddress", "https://acme.example/"))),
            () => services.AddVerifik(),
            () => services.AddVerifik("acme"),
        ];
        Array.ForEach(configuredFirst ? calls : [.. Enumerable.Reverse(calls)], call => call());
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IStartupValidator>().Validate();

        Assert.Equal(new PhoneAccount("+57", 3001234567), provider.GetRequiredService<IVerifikSession>().Account);
        Assert.Equal(new EmailAccount("ana@example.com"), provider.GetRequiredKeyedService<IVerifikSession>("acme").Account);
        var options = provider.GetRequiredService<IOptionsMonitor<VerifikOptions>>();
        Assert.Equal(new Uri(VerifikOptions.ProductionAddress), options.CurrentValue.BaseAddress);
        Assert.Equal(new Uri("https://acme.example/"), options.Get("acme").BaseAddress);
    }

    [Fact]
    public void AnAccountThatCannotBeParsed_FailsAtStartup_WithItsConfigurationKey()
    {
        var services = new ServiceCollection();
        services.Configure<VerifikOptions>(Section(("Account", "3001234567")));
        services.AddVerifik();
        using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("Verifik:Account", error.Message, StringComparison.Ordinal);
        Assert.Contains("'+57 3001234567'", error.InnerException?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BaseAddress", "http://gateway.example")]
    [InlineData("RenewBefore", "30.00:00:00")]
    [InlineData("StorePollInterval", "00:00:00.5")]
    public void AnInvalidOption_FailsValidationAtStartup(string option, string value)
    {
        var services = new ServiceCollection();
        services.Configure<VerifikOptions>(Section((option, value)));
        services.AddVerifik();
        using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains($"VerifikOptions.{option} must be", error.Message, StringComparison.Ordinal);
    }

    private static IConfigurationSection Section(params (string Option, string Value)[] options) => new ConfigurationBuilder()
        .AddInMemoryCollection(options.Select(option => KeyValuePair.Create($"Verifik:{option.Option}", (string?)option.Value)))
        .Build()
        .GetSection("Verifik");
}
