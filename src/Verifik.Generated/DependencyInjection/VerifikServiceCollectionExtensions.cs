using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Verifik;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the SDK.</summary>
public static class VerifikServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IVerifikClient"/>, <see cref="VerifikTokenProvider"/> and <see cref="VerifikSession"/>. The options
    /// are checked when the host starts, or at first use where there is no host. The token is kept in memory, unless the
    /// application registers an <see cref="IVerifikTokenStore"/> of its own.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Sets the options; every one of them has a default.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for example to add a resilience handler.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IHttpClientBuilder AddVerifik(this IServiceCollection services, Action<VerifikOptions>? configure = null)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));

        var options = services.AddOptions<VerifikOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        var builder = services.AddHttpClient(nameof(VerifikClient));
        if (services.Any(static service => service.ServiceType == typeof(VerifikTokenProvider)))
        {
            return builder;
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IVerifikTokenStore, VerifikMemoryTokenStore>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<VerifikOptions>, OptionsValidator>());
        services.AddSingleton(static provider => new TokenMetrics(provider.GetService<IMeterFactory>()));
        services.AddSingleton(static provider => new VerifikTokenProvider(
            provider.Options(),
            provider.GetRequiredService<IVerifikTokenStore>(),
            () => CreateClient(provider),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<VerifikTokenProvider>>(),
            provider.GetRequiredService<TokenMetrics>()));
        services.AddSingleton(static provider => new VerifikSession(
            provider.GetRequiredService<VerifikTokenProvider>(),
            () => CreateClient(provider),
            provider.GetRequiredService<ILogger<VerifikSession>>(),
            provider.GetRequiredService<TokenMetrics>()));

        return builder
            .ConfigureHttpClient(static (provider, http) => http.BaseAddress = provider.Options().BaseAddress)
            .AddTypedClient<IVerifikClient>(static (http, provider) => CreateClient(provider, http))
            .AddTokenHandler(onlyWhereRequired: true)
            .SendOnceAndNowhereElse();
    }

    internal static VerifikOptions Options(this IServiceProvider provider) => provider.GetRequiredService<IOptions<VerifikOptions>>().Value;

    // From the factory each time, so that a long life here does not keep an old connection.
    private static VerifikClient CreateClient(IServiceProvider provider) =>
        CreateClient(provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(VerifikClient)));

    private static VerifikClient CreateClient(IServiceProvider provider, HttpClient http) =>
        new(http, provider.Options().MaxResponseBytes, provider.GetRequiredService<TimeProvider>(), handlerAddsToken: true);
}
