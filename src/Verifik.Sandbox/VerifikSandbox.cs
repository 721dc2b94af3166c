using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Verifik.Sandbox;

/// <summary>
/// A server in the process that answers as Verifik's documents say, on a free port of the loopback interface. It sends
/// nothing to anyone: what would be sent is in <see cref="Outbox"/>. Its tokens are worth nothing elsewhere, nor after
/// it is disposed.
/// </summary>
/// <remarks>Safe for use by many threads at once.</remarks>
public sealed class VerifikSandbox : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly X509Certificate2? _certificate;

    private VerifikSandbox(WebApplication application, Outbox outbox, Journal journal, SandboxTokens tokens, X509Certificate2? certificate)
    {
        _application = application;
        _certificate = certificate;
        Outbox = outbox;
        Journal = journal;
        Tokens = tokens;
        BaseAddress = new Uri(application.Urls.Single());
    }

    /// <summary>Where the sandbox listens, for example <c>http://127.0.0.1:43211/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The messages that Verifik would have sent to people.</summary>
    public Outbox Outbox { get; }

    /// <summary>The newest 500 requests with their answers, oldest first, secrets masked.</summary>
    public IReadOnlyList<SandboxRequest> Requests => Journal.Requests;

    /// <summary>Its access tokens: issue one without a login, or revoke one that somebody uses.</summary>
    public SandboxTokens Tokens { get; }

    internal Journal Journal { get; }

    /// <summary>Starts a sandbox, which listens when the task completes.</summary>
    /// <param name="configure">Which accounts it knows, its clock, its port; the defaults when null.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="InvalidDataException">A contract cannot be read.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static Task<VerifikSandbox> StartAsync(Action<VerifikSandboxOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        var options = new VerifikSandboxOptions();
        configure?.Invoke(options);
        return StartAsync(options, cancellationToken);
    }

    /// <summary>Starts a sandbox with options that were made before.</summary>
    /// <param name="options">Which accounts it knows, its clock, its port.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidDataException">A contract cannot be read.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<VerifikSandbox> StartAsync(VerifikSandboxOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var journal = new Journal();
        var outbox = new Outbox(journal);
        var tokens = new SandboxTokens(options.TimeProvider, options.TokenLifetime);
        var certificate = options.UseHttps ? LoopbackCertificate.Create() : null;
        var application = Build(options, certificate);
        try
        {
            Endpoints.Map(application, options, outbox, journal, tokens);
            await application.StartAsync(cancellationToken);
            return new VerifikSandbox(application, outbox, journal, tokens, certificate);
        }
        catch
        {
            await application.DisposeAsync();
            certificate?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// What sends requests to the sandbox, for an <see cref="HttpClient"/>: over https it trusts the sandbox's own
    /// certificate, which the machine does not, and no other.
    /// </summary>
    /// <returns>A new handler, which the caller disposes of.</returns>
    public HttpMessageHandler CreateHandler()
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        if (_certificate?.GetRawCertData() is { } trusted)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetRawCertData().AsSpan().SequenceEqual(trusted) is true;
        }

        return handler;
    }

    /// <summary>Stops listening. Whoever still waits for a message gets a <see cref="System.Threading.Channels.ChannelClosedException"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        Outbox.Close();
        await _application.StopAsync();
        await _application.DisposeAsync();
        _certificate?.Dispose();
    }

    private static WebApplication Build(VerifikSandboxOptions options, X509Certificate2? certificate)
    {
        // Empty: the environment, the settings files and the console of the process that hosts it are not its business.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Exchange.MaximumBytes;
            kestrel.Listen(IPAddress.Loopback, options.Port, listener =>
            {
                // Without TLS nothing says which of the two a client means; every client means the first.
                listener.Protocols = certificate is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2;
                if (certificate is not null)
                {
                    listener.UseHttps(certificate);
                }
            });
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, GuestLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        var application = builder.Build();
        application.Use(HostCheck.InvokeAsync);
        return application;
    }
}
