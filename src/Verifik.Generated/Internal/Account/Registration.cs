using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Verifik.Internal.Account;

/// <summary>
/// One registration with <c>AddVerifik</c> and its services. The services of the unnamed registration have no key, so
/// that a container without keyed services is sufficient; those of a named registration are keyed by its name.
/// </summary>
internal sealed class Registration
{
    public static readonly Registration Default = new("");

    private Registration(string name) => Name = name;

    public string Name { get; }

    public static Registration Named(string name) => string.IsNullOrEmpty(name)
        ? throw new ArgumentException("The name of a Verifik account must not be empty. Leave it out for the unnamed one.", nameof(name))
        : new Registration(name);

    public static Registration Of(string? name) => name is null ? Default : Named(name);

    /// <summary>The name of a registration's options in error messages.</summary>
    public static string OptionsOf(string? name) => string.IsNullOrEmpty(name) ? nameof(VerifikOptions) : $"{nameof(VerifikOptions)} of '{name}'";

    public bool IsIn(IServiceCollection services) => services.Any(service =>
        service.ServiceType == typeof(AccountRegistry) && (string?)service.ServiceKey == Key);

    public void Add<T>(IServiceCollection services, Func<IServiceProvider, T> make, ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where T : class => services.Add(new ServiceDescriptor(typeof(T), Key, (provider, _) => make(provider), lifetime));

    /// <summary>The name of a generated client's <see cref="HttpClient"/>.</summary>
    public string HttpClientNameOf(Type client) => Key is null ? client.Name : $"{client.Name}:{Name}";

    /// <summary>
    /// Creates a connection for a generated client, with a new <see cref="HttpClient"/> from the factory each time, so
    /// that a long-lived client does not keep an old connection.
    /// </summary>
    public ApiConnection ConnectionIn(IServiceProvider provider, Type client) => new(
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientNameOf(client)),
        OptionsIn(provider).MaxResponseBytes,
        provider.GetRequiredService<TimeProvider>(),
        token: null,
        handlerAddsToken: true);

    /// <summary>Adds a validation that the options have an account.</summary>
    public void RequireAccount(IServiceCollection services, string reason) => services.AddOptions<VerifikOptions>(Name).Validate(
        static options => options.Account is not null,
        $"{OptionsOf(Name)}.{nameof(VerifikOptions.Account)} must be set to the telephone or email address that logs in: {reason}.");

    public T Get<T>(IServiceProvider provider)
        where T : class => Find<T>(provider) ?? throw new InvalidOperationException(
            Key is null ? "Verifik is not registered. Call services.AddVerifik(…)." : $"The Verifik account '{Name}' is not registered. Call services.AddVerifik(\"{Name}\", …).");

    /// <summary>The options as they were first read: a token is not sent to another server when the configuration changes later.</summary>
    public VerifikOptions OptionsIn(IServiceProvider provider) => Get<AccountRegistry>(provider).Context.Options;

    public AccountContext ContextIn(IServiceProvider provider) => new(
        Name,
        provider.GetRequiredService<IOptionsMonitor<VerifikOptions>>().Get(Name),
        provider.GetRequiredService<AccountStore>(),
        () => new VerifikClient(ConnectionIn(provider, typeof(VerifikClient))),
        provider.GetRequiredService<AccountTimer>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILoggerFactory>().CreateLogger(VerifikDiagnostics.Name),
        provider.GetRequiredService<TokenMetrics>(),
        Background.ThreadPool);

    private string? Key => Name.Length == 0 ? null : Name;

    private T? Find<T>(IServiceProvider provider)
        where T : class => Key is null ? provider.GetService<T>() : provider.GetKeyedService<T>(Key);
}
