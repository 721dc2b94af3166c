using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0016: an operation declares its successful responses, with one type.</summary>
internal static class ResponseRules
{
    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var operation in contract.Operations)
        {
            if (operation.Node["responses"] is not YamlMapping { Values.Count: > 0 } responses)
            {
                findings.AddMissing(
                    Codes.Responses,
                    operation.Node,
                    "responses",
                    "'responses' is missing: declare the success and the errors");
                continue;
            }

            CheckStatuses(responses, findings);
            CheckSuccesses(contract, operation, responses, findings);
        }
    }

    private static void CheckStatuses(YamlMapping responses, Findings findings)
    {
        foreach (var response in responses.Values)
        {
            var isNamed = response.Key is [>= '2' and <= '5', var tens, var ones]
                && ((char.IsAsciiDigit(tens) && char.IsAsciiDigit(ones)) || (tens, ones) == ('X', 'X'));
            if (response.Key != "default" && !isNamed)
            {
                findings.AddAtKey(
                    Codes.Responses,
                    response,
                    $"'{response.Key}' is not a supported status: write three digits from 200 on, '2XX' to '5XX', or 'default'");
            }
        }
    }

    private static void CheckSuccesses(ContractDocument contract, ContractOperation operation, YamlMapping responses, Findings findings)
    {
        var successes = operation.Responses.Where(response => ContractOperation.IsSuccess(response.Status)).ToList();
        if (!responses.Keys.Any(ContractOperation.IsSuccess))
        {
            findings.AddAtKey(Codes.Responses, responses, "No response is a success: declare a 2xx status; 'default' is for errors");
        }

        if (successes is not [var first, .. var others])
        {
            return;
        }

        var schema = ContractDocument.SchemaOf(first.Response);
        foreach (var (status, response) in others)
        {
            var other = ContractDocument.SchemaOf(response);
            if (!IsSame(contract, schema, other))
            {
                findings.AddAtKey(
                    Codes.Responses,
                    responses[status]!,
                    $"'{status}' has a different schema than '{first.Status}'; a method returns one type, so use the same schema in both, or a body in neither");
            }
        }

        if (operation.Method == "head" && schema is not null)
        {
            findings.AddAtKey(Codes.Responses, responses[first.Status]!, "The response to a HEAD request has no body: leave 'content' out");
        }
    }

    private static bool IsSame(ContractDocument contract, YamlMapping? one, YamlMapping? other) =>
        (one is null && other is null)
        || (one is not null && other is not null && contract.Resolve(one) is { } schema && schema == contract.Resolve(other));
}
