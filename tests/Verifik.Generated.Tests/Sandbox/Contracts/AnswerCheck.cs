using System.Text.Json.Nodes;
using Verifik.Sandbox.Contracts;

namespace Verifik.Tests.Sandbox.Contracts;

/// <summary>Whether an answer is what its contract says.</summary>
internal static class AnswerCheck
{
    public static IReadOnlyList<string> Of(ContractOperation operation, int status, string body)
    {
        if (operation.ResponseOf(status) is not { } response)
        {
            return [$"the contract knows no {status}"];
        }

        return MediaType.Of(response) is { IsJson: true, Schema: { } schema }
            ? [.. operation.Document.Schemas.CheckReceived(JsonNode.Parse(body), schema).Select(misfit => misfit.ToString())]
            : body.Length == 0 ? [] : ["the contract has no body there"];
    }
}
