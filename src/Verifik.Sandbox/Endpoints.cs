namespace Verifik.Sandbox;

/// <summary>Which operation answers at which path.</summary>
internal static class Endpoints
{
    public static void Map(WebApplication application, VerifikSandboxOptions options, Outbox outbox, Journal journal, SandboxTokens tokens)
    {
        var exchange = new Exchange(options.TimeProvider, journal, new Secrets(["otp", "accessToken", "token"]));
        var codes = new LoginCodes(options, outbox);
        var phone = new PhoneLogin(codes, tokens, options.HashWorkFactor);
        var email = new EmailLogin(codes, tokens);
        var session = new Session(tokens);
        application.MapPost("/v2/projects/phone-login", exchange.To(phone.RequestAsync));
        application.MapPost("/v2/projects/phone-login/confirm", exchange.To(phone.ConfirmAsync));
        application.MapPost("/v2/projects/email-login", exchange.To(email.RequestAsync));
        application.MapPost("/v2/projects/email-login/confirm", exchange.To(email.ConfirmAsync));
        application.MapGet("/v2/auth/session", exchange.To(session.RenewAsync));
        application.MapPost("/v2/auth/renew-and-revoke", exchange.To(session.RenewAndRevokeAsync));
        application.MapGet("/v2/co/cedula", exchange.To(new Cedula(options.TimeProvider, tokens).FindAsync));
        application.MapFallback("{*path}", exchange.To(_ => throw Refusal.NotFound()));
    }
}
