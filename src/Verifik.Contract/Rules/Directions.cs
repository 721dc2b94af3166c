using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>
/// VC0026: a request is written strictly and a response is read tolerantly. The templates tell them apart by
/// <c>additionalProperties: false</c>, so a schema is one or the other.
/// </summary>
internal static class Directions
{
    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var schema in contract.Of(Vocabulary.Schema))
        {
            var additional = schema["additionalProperties"];
            var isClosed = additional is YamlScalar { Kind: ScalarKind.Boolean, Text: "false" };
            var isRequest = contract.RequestSchemas.Contains(schema);
            var isResponse = contract.ResponseSchemas.Contains(schema);

            if (isRequest && isResponse)
            {
                findings.AddAtKey(Codes.Direction, schema, $"'{schema.Key}' is sent and received; a request is strict and a response tolerant, so write one schema for each");
            }
            else if (isRequest && !isClosed)
            {
                findings.Add(Codes.Direction, additional?.KeyPosition ?? schema.KeyPosition, $"'{schema.Key}' is a part of a request, so it says 'additionalProperties: false': what is sent is what is written here");
            }
            else if (additional is not null && (isResponse || !isClosed))
            {
                findings.AddAtKey(Codes.Direction, additional, $"'{schema.Key}' is not a part of a request, so 'additionalProperties' is left out: what a server adds is kept");
            }
        }
    }
}
