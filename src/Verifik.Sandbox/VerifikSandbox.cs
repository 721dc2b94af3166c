using System.Net;

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

    private VerifikSandbox(WebApplication application, Outbox outbox)
    {
        _application = application;
        Outbox = outbox;
        BaseAddress = new Uri(application.Urls.Single());
    }

    /// <summary>Where the sandbox listens, for example <c>http://127.0.0.1:43211/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The messages that Verifik would have sent to people.</summary>
    public Outbox Outbox { get; }

    /// <summary>Starts a sandbox, which listens when the task completes.</summary>
    /// <param name="options">Which accounts it knows, its clock and its port; the defaults when null.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<VerifikSandbox> StartAsync(VerifikSandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new VerifikSandboxOptions();
        var outbox = new Outbox();
        var application = Build(options, outbox);
        try
        {
            await application.StartAsync(cancellationToken);
            return new VerifikSandbox(application, outbox);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops listening. Whoever still waits for a message gets a <see cref="System.Threading.Channels.ChannelClosedException"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        Outbox.Close();
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static WebApplication Build(VerifikSandboxOptions options, Outbox outbox)
    {
        // Empty: the environment, the settings files and the console of the process that hosts it are not its business.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestFields.MaximumBytes;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, GuestLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));

        var application = builder.Build();
        var tokens = new AccessTokens(options.TimeProvider);
        var answers = new Answers(options.TimeProvider);
        var codes = new LoginCodes(options, outbox);
        var phone = new PhoneLogin(codes, tokens, options.HashWorkFactor);
        var email = new EmailLogin(codes, tokens);
        var session = new Session(options.TimeProvider, tokens);
        application.MapPost("/v2/projects/phone-login", answers.To(phone.RequestAsync));
        application.MapPost("/v2/projects/phone-login/confirm", answers.To(phone.ConfirmAsync));
        application.MapPost("/v2/projects/email-login", answers.To(email.RequestAsync));
        application.MapPost("/v2/projects/email-login/confirm", answers.To(email.ConfirmAsync));
        application.MapGet("/v2/auth/session", answers.To(session.RenewAsync));
        application.MapPost("/v2/auth/renew-and-revoke", answers.To(session.RenewAndRevokeAsync));
        application.MapGet("/v2/co/cedula", answers.To(new Cedula(options.TimeProvider, tokens).FindAsync));
        application.MapFallback("{*path}", answers.To(_ => throw Refusal.NotFound()));
        return application;
    }
}
