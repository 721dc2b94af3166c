using System.Text.Json;

namespace Verifik.Sandbox.Page;

/// <summary>The constant data of the page.</summary>
internal sealed class PageFacts(VerifikSandboxOptions options, IReadOnlyList<ContractDocument> contracts)
{
    private readonly List<string> _accounts = [.. options.Accounts.Distinct().Select(Recipient.Of)];

    public Task SendAsync(HttpContext context)
    {
        var server = new Uri($"{context.Request.Scheme}://{context.Request.Host}/");
        context.Response.ContentType = "application/json; charset=utf-8";
        return JsonSerializer.SerializeAsync(context.Response.Body, Of(server), PageFeed.Format, context.RequestAborted);
    }

    private object Of(Uri server) => new
    {
        Accounts = _accounts,
        Magic = MagicAccount.All.Select(magic => new
        {
            magic.Name,
            Phone = Recipient.Of(magic.Phone),
            Email = Recipient.Of(magic.Email),
            Effect = new { En = magic.Effect, Es = magic.EffectInSpanish },
        }),
        Contracts = contracts.Select(contract => new
        {
            contract.Title,
            Operations = contract.Operations.Select(operation => new
            {
                operation.Method,
                operation.Path,
                operation.Summary,
                Curl = RequestExample.Of(operation).ToCurl(server),
            }),
        }),
    };
}
