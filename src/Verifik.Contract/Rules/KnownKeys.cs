using Verifik.Contract.Model;

namespace Verifik.Contract.Rules;

/// <summary>VC0006 and VC0012: every key is one of OpenAPI's, and one that the generator turns into code faithfully.</summary>
internal static class KnownKeys
{
    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["oneOf"] = "a value of several types has no faithful type in C#; make the schema an object with optional properties",
        ["anyOf"] = "a value of several types has no faithful type in C#; make the schema an object with optional properties",
        ["not"] = "the client cannot check it; say it in the description",
        ["discriminator"] = "inheritance is not generated; make the schema an object with optional properties",
        ["allOf"] = "inheritance is not generated; write the properties out",
        ["enum"] = "a closed list breaks when the server's grows; name the known values in the description, or narrow a request with a pattern",
        ["nullable"] = "null is read as absent; leave the property out of 'required' instead",
        ["title"] = "NSwag takes it for the name of a class; use the description",
        ["security"] = "say it on each operation, where the reader of the operation sees it",
        ["parameters"] = "write them on the operation",
        ["example"] = "name it under 'examples', so that the outcome has a name",
        ["examples"] = "a parameter has one 'example'",
        ["$ref"] = "write out what it refers to; only a body, a property and the items of an array refer to a schema",
        ["responses"] = "write them on the operation",
        ["patch"] = "netstandard2.0 has no HttpMethod.Patch",
        ["additionalProperties"] = "it belongs to a named schema",
    };

    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var (kind, node) in contract.Objects)
        {
            foreach (var value in node.Values.Where(value => !kind.Keys.ContainsKey(value.Key)))
            {
                var key = value.Key;
                if (kind.Refuses(key))
                {
                    // A schema where a reference should be: Types says so.
                    if (kind == Vocabulary.SchemaReference && !node.Has("$ref"))
                    {
                        continue;
                    }

                    var reason = Reasons.GetValueOrDefault(key, "the generator would not turn it into code");
                    // What the key was to say is said with 'type', where it can be said.
                    findings.Explain(node, "type");
                    findings.AddAtKey(Codes.Unsupported, value, $"'{key}' is not supported in {kind.Name}: {reason}");
                }
                else
                {
                    var meant = Suggestion.Nearest(key, kind.Keys.Keys);
                    findings.AddAtKey(Codes.UnknownKey, value, $"'{key}' is not a key of {kind.Name}{Suggestion.Of(meant)}");
                    if (meant is not null)
                    {
                        findings.Explain(node, meant);
                    }
                }
            }
        }
    }
}
