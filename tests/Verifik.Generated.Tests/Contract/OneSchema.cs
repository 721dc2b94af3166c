using Verifik.Contract;

namespace Verifik.Tests.Contract;

/// <summary>A contract with one schema of interest, to try a construct in a response, a request or a parameter.</summary>
internal static class OneSchema
{
    public static string InResponse(string schema, string components = "") =>
        Contract("  /things:\n    get: { operationId: GetThing, responses: { '200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } }\n", schema, components);

    public static string InRequest(string schema, string components = "") =>
        Contract("  /things:\n    post: { operationId: SendThing, requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }, responses: { '204': { description: Done. } } }\n", schema, components);

    /// <summary>A contract with some paths and a schema <c>Thing</c>, whose property <c>it</c> has the schema.</summary>
    public static string Contract(string paths, string schema = "{ type: string }", string components = "") =>
        "openapi: 3.0.3\ninfo: { title: One, version: '1' }\nservers: [ { url: 'https://api.example.com' } ]\nsecurity: []\npaths:\n" + paths
        + "components:\n  schemas:\n    ApiError: { type: object, properties: { code: { type: string }, message: { type: string } } }\n"
        + components + "    Thing:\n      type: object\n      properties:\n        it: " + schema + "\n";

    /// <summary>Requires one finding with the code and a part of its message.</summary>
    public static void Refuses(string contract, string code, string message)
    {
        var found = Assert.Single(ContractCheck.CheckText(contract).Diagnostics);
        Assert.Equal(code, found.Code);
        Assert.Contains(message, found.Message, StringComparison.Ordinal);
    }

    /// <summary>Requires that the check accepts a contract, and that lowering it again changes no byte.</summary>
    public static string Accepts(string contract)
    {
        var result = ContractCheck.CheckText(contract);
        Assert.Empty(result.Diagnostics);
        Assert.Equal(result.Lowered, ContractCheck.CheckText(result.Lowered).Lowered);
        return result.Lowered;
    }
}
