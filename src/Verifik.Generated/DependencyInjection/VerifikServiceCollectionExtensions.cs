using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Verifik;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the SDK.</summary>
public static class VerifikServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IVerifikClient"/>, <see cref="IVerifikTokenProvider"/>, <see cref="IVerifikSession"/> and
    /// <see cref="VerifikAccounts"/>. The options are checked when the host starts, or at first use where there is no host.
    /// The token is kept in memory, unless the application registers an <see cref="IVerifikTokenStore"/> of its own, and
    /// read from there when the host starts. A second call adds to the first; one for another account fails the check.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Sets the options; every one of them has a default.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for example to add a resilience handler.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IHttpClientBuilder AddVerifik(this IServiceCollection services, Action<VerifikOptions>? configure = null) =>
        Add(services, Registration.Default, configure);

    /// <summary>
    /// Registers another account beside the unnamed one: the same services, keyed by the name
    /// (<c>[FromKeyedServices("acme")]</c>), with the options of that name. The token store is shared.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">The name, which metrics have as <c>verifik.account</c>.</param>
    /// <param name="configure">Sets the options; every one of them has a default.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for example to add a resilience handler.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is <see langword="null"/> or empty.</exception>
    public static IHttpClientBuilder AddVerifik(this IServiceCollection services, string name, Action<VerifikOptions>? configure = null) =>
        Add(services, Registration.Named(name), configure);

    private static IHttpClientBuilder Add(IServiceCollection services, Registration registration, Action<VerifikOptions>? configure)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));

        var options = services.AddOptions<VerifikOptions>(registration.Name).ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(options => ConfigureOnce(options, configure));
        }

        var builder = services.AddHttpClient(registration.HttpClientName);
        if (registration.IsIn(services))
        {
            return builder;
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IVerifikTokenStore, VerifikMemoryTokenStore>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<VerifikOptions>, OptionsValidator>());
        services.TryAddSingleton(static provider => new TokenMetrics(provider.GetService<IMeterFactory>()));
        services.TryAddSingleton(static provider => new AccountTimer(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(static provider => new AccountStore(
            provider.GetRequiredService<IVerifikTokenStore>(), Background.ThreadPool, provider.GetRequiredService<TimeProvider>()));

        registration.Add(services, provider => new AccountRegistry(registration.ContextIn(provider)));
        registration.Add(services, provider => new VerifikAccounts(registration.Get<AccountRegistry>(provider)));
        registration.Add(services, provider => new VerifikTokenProvider(registration.Get<AccountRegistry>(provider)));
        registration.Add<IVerifikTokenProvider>(services, registration.Get<VerifikTokenProvider>);
        registration.Add<IVerifikSession>(services, provider => new AccountSession(() => registration.Get<AccountRegistry>(provider).Default));
        services.AddSingleton<IHostedService>(provider => new AccountLoader(registration.Get<AccountRegistry>(provider)));
        registration.AddClient(services);
        return builder
            .ConfigureHttpClient((provider, http) => http.BaseAddress = registration.OptionsIn(provider).BaseAddress)
            .AddTokenHandler(registration, onlyWhereRequired: true)
            .SendOnceAndNowhereElse();
    }

    // Two calls may set different options of one registration, but not its account: one of them would be silently ignored.
    // What configuration has set may be overridden.
    private static void ConfigureOnce(VerifikOptions options, Action<VerifikOptions> configure)
    {
        var before = options.Account;
        configure(options);
        if (options.Account is { } account && account != before)
        {
            options.Conflict ??= options.Added is { } first && first != account ? (first, account) : null;
            options.Added = account;
        }
    }
}
