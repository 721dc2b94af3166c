using System.Diagnostics.CodeAnalysis;
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
    /// <see cref="VerifikAccounts"/>. The options are validated when the host starts, or at first use without a host.
    /// The token is stored in memory, unless the application registers another <see cref="IVerifikTokenStore"/>, and is
    /// loaded from the store when the host starts. A second call adds to the first; a second call with a different
    /// account fails the validation.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Sets the options; all of them have defaults.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for example to add a resilience handler.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IHttpClientBuilder AddVerifik(this IServiceCollection services, Action<VerifikOptions>? configure = null) =>
        Add(services, Registration.Default, configure);

    /// <summary>
    /// Registers a named account in addition to the unnamed one: the same services, keyed by the name
    /// (<c>[FromKeyedServices("acme")]</c>), with the named options of that name. The token store is shared.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">The name, which is the <c>verifik.account</c> tag of the metrics.</param>
    /// <param name="configure">Sets the options; all of them have defaults.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for example to add a resilience handler.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is <see langword="null"/> or empty.</exception>
    public static IHttpClientBuilder AddVerifik(this IServiceCollection services, string name, Action<VerifikOptions>? configure = null) =>
        Add(services, Registration.Named(name), configure);

    /// <summary>
    /// Registers a client that <c>Verifik.Generated.Build</c> generated from a contract of the application. It sends to
    /// <see cref="VerifikOptions.BaseAddress"/>, with the account's token where the contract's <c>security</c> requires
    /// one, and sends a POST only once, like <see cref="IVerifikClient"/>. Requires a call of <c>AddVerifik</c>, before
    /// or after. A second call has no effect.
    /// </summary>
    /// <typeparam name="TClient">The generated interface.</typeparam>
    /// <typeparam name="TImplementation">The generated class. A constructor in its partial class may take other services in addition to the <see cref="ApiConnection"/>.</typeparam>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">The name that was passed to <c>AddVerifik</c>, which is the key of the client; the unnamed account by default.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for example to add a resilience handler.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <exception cref="InvalidOperationException">Another client with the same class name, from another namespace, is registered.</exception>
    public static IHttpClientBuilder AddVerifikClient<TClient, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TImplementation>(
        this IServiceCollection services, string? name = null)
        where TClient : class
        where TImplementation : class, TClient
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));

        var make = ActivatorUtilities.CreateFactory(typeof(TImplementation), [typeof(ApiConnection)]);
        return AddClient<TClient>(services, Registration.Of(name), typeof(TImplementation), (provider, connection) => (TClient)make(provider, [connection]));
    }

    private static IHttpClientBuilder Add(IServiceCollection services, Registration registration, Action<VerifikOptions>? configure)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));

        var options = services.AddOptions<VerifikOptions>(registration.Name).ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(options => ConfigureOnce(options, configure));
        }

        if (registration.IsIn(services))
        {
            return services.AddHttpClient(registration.HttpClientNameOf(typeof(VerifikClient)));
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
        return AddClient<IVerifikClient>(services, registration, typeof(VerifikClient), static (_, connection) => new VerifikClient(connection));
    }

    private static IHttpClientBuilder AddClient<T>(
        IServiceCollection services, Registration registration, Type type, Func<IServiceProvider, ApiConnection, T> make)
        where T : class
    {
        var name = registration.HttpClientNameOf(type);
        var builder = services.AddHttpClient(name);
        if (ContractClient.Find(services, name) is { } known)
        {
            return known.Type == type ? builder : throw new InvalidOperationException(
                $"{known.Type} and {type} have the same name, which is also the name of their HttpClient. Give one of them another ClassName.");
        }

        services.AddSingleton(new ContractClient(name, type));
        registration.Add(services, provider => make(provider, registration.ConnectionIn(provider, type)), ServiceLifetime.Transient);
        return builder
            .ConfigureHttpClient((provider, http) => http.BaseAddress = registration.OptionsIn(provider).BaseAddress)
            .AddTokenHandler(registration, onlyWhereRequired: true)
            .SendOnceWithoutRedirects();
    }

    // Two calls may set different options of one registration, but not different accounts: one of them would be
    // silently ignored. An account from configuration may be overridden.
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
