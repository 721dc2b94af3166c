using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Verifik.Sandbox;
using Verifik.Sandbox.Contracts;

namespace Verifik.Tests.Sandbox.Contracts;

/// <summary>Whether what a sandbox answered is what the contract says.</summary>
internal static class AnswerCheck
{
    /// <summary>
    /// Every answer that a sandbox gave in a test, except those that a magic account asked for, and a 501 (no example). Fixtures ask this at the
    /// end of each test.
    /// </summary>
    public static void AssertFaithful(VerifikSandbox sandbox, IEnumerable<SandboxContract>? contracts = null)
    {
        // In the order of the sandbox: what is written by hand, then the test's contracts, then the sandbox's own.
        var operations = SandboxContract.BuiltIn.Take(1).Concat(contracts ?? []).Concat(SandboxContract.BuiltIn.Skip(1)).SelectMany(contract => contract.Document.Operations).ToList();
        var mistakes =
            from request in sandbox.Requests
            where request is { Magic: null, Status: not (null or 501) }
            let operation = operations.Find(operation => operation.Method == request.Method && Regex.IsMatch(request.Path, PatternOf(operation.Path)))
            where operation is not null
            from mistake in Of(operation, request.Status!.Value, request.Answer)
            select $"{request}: {mistake}";
        Assert.Empty(mistakes);
    }

    public static IReadOnlyList<string> Of(ContractOperation operation, int status, string body)
    {
        if (operation.ResponseOf(status) is not { } response)
        {
            return operation.Security.Count > 0 && status == 401 ? [] : [$"the contract knows no {status}"];
        }

        return MediaType.Of(response) switch
        {
            { IsJson: true, Schema: { } schema } => [.. operation.Document.Schemas.CheckReceived(JsonNode.Parse(body), schema).Select(violation => violation.ToString())],
            null when body.Length > 0 => ["the contract has no body there"],
            _ => [],
        };
    }

    private static string PatternOf(string path) => $"^{Regex.Replace(path, "\\{[^{}]*\\}", "[^/]+")}$";
}
