namespace Verifik.Sandbox.Behaviour;

/// <summary>
/// A query that needs a token: <c>GET /v2/co/cedula</c>, as in Verifik's public documents, "Ciudadano Colombiano". It
/// finds the same invented person under every number.
/// </summary>
internal sealed class Cedula(TimeProvider clock, SandboxTokens tokens)
{
    private static readonly string[] Names = ["MATEO", "VERIFIK"];

    public Task<object> FindAsync(HttpRequest request)
    {
        tokens.ClientOf(request);
        Refusal.ThrowIfMissing(request.Query, "documentType", "documentNumber");
        if ((string?)request.Query["documentType"] is not ("CC" or "PPT"))
        {
            throw Refusal.MissingParameter("documentType must be one of: [CC,PPT]");
        }

        return Task.FromResult<object>(new
        {
            data = new
            {
                documentType = (string?)request.Query["documentType"],
                documentNumber = (string?)request.Query["documentNumber"],
                fullName = "MATEO VERIFIK",
                firstName = "MATEO",
                lastName = "VERIFIK",
                arrayName = Names,
            },
            signature = Mark.Sign(clock.GetUtcNow()),
            id = Mark.Reference(),
        });
    }
}
