using System.Net;
using System.Text;

namespace Verifik.Tests.Account.Model;

/// <summary>Verifik: which tokens are alive. Handles one request after another, in the order in which they come.</summary>
internal sealed class ModelServer(Simulation model)
{
    private readonly Dictionary<string, ModelToken> _tokens = [];

    public ModelToken? Find(string value) => _tokens.GetValueOrDefault(value);

    /// <summary>Revokes every token that there is.</summary>
    public void Revoke(Act? by)
    {
        foreach (var token in _tokens.Values)
        {
            token.RevokedBy.Add(by);
        }
    }

    /// <summary>What a request brings about.</summary>
    public (HttpStatusCode Status, ModelToken? Token) Handle(string path, string? bearer, Act? act)
    {
        var current = bearer is null ? null : Find(bearer);
        switch (path)
        {
            case "/v2/projects/phone-login/confirm":
                return model.Chance.Fails(0.1) ? (HttpStatusCode.BadRequest, null) : (HttpStatusCode.OK, Issue());
            case "/v2/always-refused":
                return (HttpStatusCode.Unauthorized, null);
            case var _ when current is not { IsAlive: true }:
                return (HttpStatusCode.Unauthorized, null);
            case "/v2/auth/session":
                return model.Chance.Fails(0.2) ? (HttpStatusCode.ServiceUnavailable, null) : (HttpStatusCode.OK, Issue());
            case "/v2/auth/renew-and-revoke":
                Revoke(act);
                return (HttpStatusCode.OK, Issue());
            default:
                return (HttpStatusCode.OK, null);
        }
    }

    /// <summary>The answer as it goes over the wire.</summary>
    public static HttpResponseMessage Answer(string path, HttpStatusCode status, ModelToken? token)
    {
        var json = token is null ? """{"code":"Unauthorized","message":"Not now."}"""
            : path.EndsWith("confirm", StringComparison.Ordinal) ? $$$"""{"data":{"accessToken":"{{{token}}}","tokenType":"bearer"}}"""
            : path.EndsWith("renew-and-revoke", StringComparison.Ordinal) ? $$"""{"token":"{{token}}"}"""
            : $$"""{"accessToken":"{{token}}","tokenType":"bearer"}""";
        return new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
    }

    private ModelToken Issue()
    {
        var token = new ModelToken(_tokens.Count + 1);
        _tokens.Add(token.Value, token);
        return token;
    }
}
