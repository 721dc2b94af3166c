using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Verifik.Sandbox;

/// <summary>
/// An in-process server that behaves as Verifik's documentation describes, on a free port of the loopback interface. It
/// sends nothing to anyone: messages are in <see cref="Outbox"/>. Its tokens are valid only in this instance.
/// </summary>
/// <remarks>This type is thread-safe.</remarks>
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

    /// <summary>The address of the sandbox, for example <c>http://127.0.0.1:43211/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The messages that Verifik would have sent to people.</summary>
    public Outbox Outbox { get; }

    /// <summary>The newest 500 requests with their responses, oldest first, with secrets masked.</summary>
    public IReadOnlyList<SandboxRequest> Requests => Journal.Requests;

    /// <summary>Its access tokens, for issuing a token without a login, or revoking tokens.</summary>
    public SandboxTokens Tokens { get; }

    internal Journal Journal { get; }

    /// <summary>Starts a sandbox, which is listening when the task completes.</summary>
    /// <param name="configure">Sets its accounts, clock, port and other options.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="InvalidDataException">A contract cannot be read.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static Task<VerifikSandbox> StartAsync(Action<VerifikSandboxOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        var options = new VerifikSandboxOptions();
        configure?.Invoke(options);
        return StartAsync(options, cancellationToken);
    }

    /// <summary>Starts a sandbox with existing options.</summary>
    /// <param name="options">Its accounts, clock, port and other options.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidDataException">A contract cannot be read.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
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
    /// Creates a handler for an <see cref="HttpClient"/> that sends requests to the sandbox. Over https it trusts only
    /// the sandbox's self-signed certificate.
    /// </summary>
    /// <returns>A new handler, which the caller disposes.</returns>
    public HttpMessageHandler CreateHandler()
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        if (_certificate?.GetRawCertData() is { } trusted)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetRawCertData().AsSpan().SequenceEqual(trusted) is true;
        }

        return handler;
    }

    /// <summary>
    /// Stops the sandbox. Pending reads of <see cref="Outbox"/> throw a
    /// <see cref="System.Threading.Channels.ChannelClosedException"/>.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        Outbox.Close();
        await _application.StopAsync();
        await _application.DisposeAsync();
        _certificate?.Dispose();
    }

    private static WebApplication Build(VerifikSandboxOptions options, X509Certificate2? certificate)
    {
        // An empty builder, so that the environment variables, settings files and console of the host process are not
        // used.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Exchange.MaximumBytes;
            kestrel.Listen(IPAddress.Loopback, options.Port, listener =>
            {
                // Without TLS, HTTP/1.1 and HTTP/2 cannot be negotiated; every client supports HTTP/1.1.
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
