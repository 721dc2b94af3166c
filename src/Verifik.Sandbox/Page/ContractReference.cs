using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Scalar.AspNetCore;

namespace Verifik.Sandbox.Page;

/// <summary>The API reference of the contracts, rendered by Scalar without requests to other machines.</summary>
internal sealed class ContractReference(IReadOnlyList<ContractDocument> contracts)
{
    // Scalar uses inline styles, and embeds images and fonts in its script.
    private const string Policy =
        "default-src 'none'; script-src 'self' 'nonce-NONCE'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Configure(ScalarOptions options, HttpContext context)
    {
        var nonce = System.Security.Cryptography.RandomNumberGenerator.GetHexString(32, lowercase: true);
        context.Response.Headers.ContentSecurityPolicy = Policy.Replace("NONCE", nonce, StringComparison.Ordinal);
        options.Nonce = nonce;
        options.Title = "Verifik sandbox";
        options.DefaultFonts = false;
        options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
        options.Telemetry = false;
        options.HideClientButton = true;
        options.DotNetFlag = false;
        options.Localization = new ScalarLocalizationOptions { Locale = context.Request.Query["lang"] == "es" ? "es" : "en" };
        options.DisableAgent().DisableMcp();
        for (var number = 0; number < contracts.Count; number++)
        {
            options.AddDocument($"{number}", contracts[number].Title, $"/sandbox/contracts/{number}.json", isDefault: number == 0);
        }
    }

    /// <summary>A contract, with the sandbox as its server.</summary>
    public Task SendAsync(HttpContext context)
    {
        if (!int.TryParse($"{context.Request.RouteValues["number"]}", out var number) || number < 0 || number >= contracts.Count)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var contract = (JsonObject)contracts[number].Root.DeepClone();
        contract["servers"] = new JsonArray(new JsonObject { ["url"] = $"{context.Request.Scheme}://{context.Request.Host}" });
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(contract.ToJsonString(Readable), context.RequestAborted);
    }
}
