using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0018: each operation declares whether it needs the access token, itself or through the document, and the scheme is bearer.</summary>
internal static class SecurityRule
{
    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var scheme in contract.Written(Vocabulary.SecurityScheme))
        {
            CheckScheme(scheme, findings);
        }

        var schemes = contract.Section("securitySchemes");
        CheckList(contract.Root["security"], schemes, findings);
        if (contract.Root["security"] is { } security and not YamlSequence)
        {
            findings.Add(Codes.Security, security, "'security' is a list of schemes: 'security: [ { <scheme>: [] } ]'");
        }

        foreach (var operation in contract.Operations)
        {
            if (operation.Node["security"] is { } own ? own is not YamlSequence : !contract.Root.Has("security"))
            {
                findings.AddMissing(
                    Codes.Security,
                    operation.Node["security"] ?? operation.Node,
                    "security",
                    "'security' is a list of schemes: 'security: []' when the operation needs no token, else 'security: [ { <scheme>: [] } ]', here or for the whole document");
            }

            CheckList(operation.Node["security"], schemes, findings);
        }
    }

    private static void CheckList(YamlNode? security, IReadOnlyDictionary<string, YamlMapping> schemes, Findings findings)
    {
        foreach (var (index, requirement) in (security as YamlSequence)?.Items.Index() ?? [])
        {
            if (index > 0)
            {
                findings.Add(Codes.Security, requirement, "A second security scheme is not supported");
            }

            CheckRequirement(requirement, schemes, findings);
        }
    }

    private static void CheckScheme(YamlMapping scheme, Findings findings)
    {
        if (scheme["type"] is YamlScalar { Text: not "http" } type)
        {
            findings.Explain(scheme, "scheme");
            findings.Add(Codes.Security, type, $"A scheme of type '{type.Text}' is not supported: the client sends a token as 'type: http', 'scheme: bearer'");
        }
        else if (scheme["scheme"] is YamlScalar { Text: not "bearer" } name)
        {
            findings.Add(Codes.Security, name, $"The scheme '{name.Text}' is not supported: the client sends a token as 'scheme: bearer'");
        }
    }

    private static void CheckRequirement(YamlNode requirement, IReadOnlyDictionary<string, YamlMapping> schemes, Findings findings)
    {
        if (requirement is YamlMapping { Values.Count: 0 })
        {
            findings.Add(Codes.Security, requirement, "An empty requirement means that no token is needed: write 'security: []'");
            return;
        }

        if (requirement is not YamlMapping { Values.Count: 1 } mapping)
        {
            findings.Add(Codes.Security, requirement, "A requirement names one scheme: '{ <scheme>: [] }'");
            return;
        }

        var scheme = mapping.Values.Single();
        if (!schemes.TryGetValue(scheme.Key, out var target))
        {
            findings.AddAtKey(Codes.Security, scheme, $"The security scheme '{scheme.Key}' does not exist{Suggestion.For(scheme.Key, schemes.Keys)}");
        }
        else if (target.Text("type") is null or "http" && scheme is not YamlSequence { Items.Count: 0 })
        {
            findings.Add(Codes.Security, scheme, "A bearer token has no scopes here: write '[]'");
        }
    }
}
