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

    /// <summary>
    /// Registers a client that <c>Verifik.Generated.Build</c> generated from a contract of the application. It sends to
    /// <see cref="VerifikOptions.BaseAddress"/>, with the account's token where the contract's <c>security</c> asks for one,
    /// and a POST once, as <see cref="IVerifikClient"/> does. Needs <c>AddVerifik</c>, before or after. A second call changes nothing.
    /// </summary>
    /// <typeparam name="TClient">The generated interface.</typeparam>
    /// <typeparam name="TImplementation">The generated class. A constructor of its partial class may take services beside the <see cref="ApiConnection"/>.</typeparam>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">The name that <c>AddVerifik</c> was given, by which the client is keyed; the unnamed account when left out.</param>
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
                $"{known.Type} and {type} have one name, and so would their HttpClient. Give one of them another ClassName.");
        }

        services.AddSingleton(new ContractClient(name, type));
        registration.Add(services, provider => make(provider, registration.ConnectionIn(provider, type)), ServiceLifetime.Transient);
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
