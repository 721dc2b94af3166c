using System.Text.Json.Nodes;

namespace Verifik.Sandbox.Contracts;

/// <summary>Checks the security requirements of an operation.</summary>
internal sealed class ContractSecurity(ContractOperation operation, SandboxTokens tokens)
{
    /// <summary>Checks that a request meets one of the requirements.</summary>
    /// <exception cref="Refusal">It meets none.</exception>
    public void Check(HttpRequest request)
    {
        var alternatives = operation.Security.OfType<JsonObject>().OrderBy(alternative => alternative.Count).ToList();
        Refusal? refusal = null;
        foreach (var alternative in alternatives)
        {
            try
            {
                foreach (var (name, _) in alternative)
                {
                    CheckScheme(name, request);
                }

                return;
            }
            catch (Refusal refused)
            {
                refusal = refused;
            }
        }

        if (refusal is not null)
        {
            throw refusal;
        }
    }

    private void CheckScheme(string name, HttpRequest request)
    {
        var scheme = operation.Document.Resolve(operation.Document.Root["components"]?["securitySchemes"]?[name])
            ?? throw new InvalidDataException($"{operation.Document.Name}: the security scheme '{name}' of {operation.Method} {operation.Path} is not declared.");
        switch ($"{scheme["type"]}", $"{scheme["scheme"]}".ToLowerInvariant())
        {
            case ("http", "basic"):
                Require($"{request.Headers.Authorization}".StartsWith("Basic ", StringComparison.OrdinalIgnoreCase));
                break;
            case ("http" or "oauth2" or "openIdConnect", _):
                tokens.ClientOf(request);
                break;
            case ("apiKey", _):
                // The sandbox issues no API keys, so it accepts any.
                Require(Key(scheme, request) is { Length: > 0 });
                break;
        }
    }

    private static string? Key(JsonObject scheme, HttpRequest request) => $"{scheme["in"]}" switch
    {
        "query" => request.Query[$"{scheme["name"]}"],
        "cookie" => request.Cookies[$"{scheme["name"]}"],
        _ => request.Headers[$"{scheme["name"]}"],
    };

    private static void Require(bool condition)
    {
        if (!condition)
        {
            throw Refusal.Unauthorized();
        }
    }
}
