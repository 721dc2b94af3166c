using System.Net;
using Newtonsoft.Json.Linq;

namespace Verifik.Tests.Account.Model;

/// <summary>The connection of one process to the server: slow, and at times broken.</summary>
internal sealed class ModelWire(Simulation model, ModelProcess process) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        model.IsInOrder();
        if (process.HasEnded)
        {
            return await Simulation.Never<HttpResponseMessage>();
        }

        var path = request.RequestUri!.AbsolutePath;
        var act = path switch
        {
            "/v2/projects/phone-login/confirm" => model.Login((string)JObject.Parse(request.Content!.ReadAsStringAsync(cancellationToken).GetAwaiter().GetResult())["otp"]!),
            "/v2/auth/renew-and-revoke" => process.Revocation,
            _ => null,
        };
        var counts = path.StartsWith("/v2/auth", StringComparison.Ordinal) || act is not null;
        process.Exchanges += counts ? 1 : 0;
        try
        {
            var (status, token) = await ExchangeAsync(path, request.Headers.Authorization?.Parameter, act).WaitAsync(cancellationToken);
            if (process.HasEnded)
            {
                return await Simulation.Never<HttpResponseMessage>();
            }

            if (act is not null && token is not null)
            {
                act.Delivered = token;
                process.Knows |= act.Bit;
            }

            return ModelServer.Answer(path, status, token);
        }
        finally
        {
            process.Exchanges -= counts ? 1 : 0;
            act?.HasEnded |= act.Delivered is null;
        }
    }

    // Goes on when the process no longer waits: what was sent was sent.
    private async Task<(HttpStatusCode Status, ModelToken? Token)> ExchangeAsync(string path, string? bearer, Act? act)
    {
        using var pending = model.Pending();
        await model.DelayAsync(model.Chance.Seconds(0.1, 1.5));
        if (model.Chance.Fails(0.03))
        {
            model.Trace($"{process} {path} does not arrive");
            throw new HttpRequestException("The connection was refused.");
        }

        var (status, token) = model.Server.Handle(path, bearer, act);
        model.Trace($"{process} {path} {bearer}: {(int)status} {token}");
        await model.DelayAsync(model.Chance.Seconds(0.1, 1.5));
        return model.Chance.Fails(0.03) ? throw new HttpRequestException("The connection was reset.") : (status, token);
    }
}
