using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Verifik;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the SDK.</summary>
public static class VerifikServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IVerifikClient"/>. The options are checked when the host starts, or at first use where there
    /// is no host.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Sets the options; every one of them has a default.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for example to add a resilience handler.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IHttpClientBuilder AddVerifik(this IServiceCollection services, Action<VerifikOptions>? configure = null)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<VerifikOptions>, VerifikOptionsValidator>());
        var options = services.AddOptions<VerifikOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        return services
            .AddHttpClient(nameof(VerifikClient), static (provider, http) => http.BaseAddress = Options(provider).BaseAddress)
            .AddTypedClient<IVerifikClient>(static (http, provider) => new VerifikClient(
                http, Options(provider).MaxResponseBytes, provider.GetRequiredService<TimeProvider>(), handlerAddsToken: false));
    }

    private static VerifikOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<VerifikOptions>>().Value;
}
