using System.Text.RegularExpressions;
using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0014: a path and its parameters agree, and the path is plain enough to stand in code.</summary>
internal static partial class PathParameters
{
    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var path in contract.Of(Vocabulary.PathItem))
        {
            if (!PlainPath.IsMatch(path.Key))
            {
                findings.AddAtKey(Codes.Parameters, path, $"The path '{path.Key}' is not plain: it begins with '/', and holds letters, digits, '-', '.', '_', '~' and whole segments in braces");
            }
        }

        foreach (var operation in contract.Of(Vocabulary.Operation))
        {
            CheckOperation(operation, findings);
        }
    }

    private static void CheckOperation(YamlMapping operation, Findings findings)
    {
        var path = operation.Parent!.Key;
        var placeholders = Placeholder.Matches(path).Select(match => match.Groups[1].Value).ToList();
        var parameters = ContractDocument.Parameters(operation).ToList();
        var declared = parameters.Where(parameter => parameter.Text("in") == "path").Select(parameter => parameter.Text("name") ?? "").ToList();

        foreach (var missing in placeholders.Except(declared))
        {
            findings.AddAtKey(Codes.Parameters, operation, $"'{{{missing}}}' of the path is not declared: 'parameters' has no '{missing}' in path{Suggestion.For(missing, declared.Except(placeholders))}");
        }

        foreach (var parameter in parameters)
        {
            CheckParameter(parameter, path, placeholders, findings);
        }

        foreach (var twin in parameters.GroupBy(parameter => (parameter.Text("name"), parameter.Text("in"))).SelectMany(same => same.Skip(1)))
        {
            findings.Add(Codes.Parameters, twin, $"The parameter '{twin.Text("name")}' in {twin.Text("in")} is declared twice");
        }
    }

    private static void CheckParameter(YamlMapping parameter, string path, List<string> placeholders, Findings findings)
    {
        if (parameter["in"] is not YamlScalar { Kind: ScalarKind.Text } place || parameter["name"] is not YamlScalar { Kind: ScalarKind.Text } name)
        {
            return;
        }

        if (place.Text is not ("path" or "query" or "header"))
        {
            findings.Add(Codes.Parameters, place, $"A parameter is in path, query or header, not in '{place.Text}'{Suggestion.For(place.Text, ["path", "query", "header"])}");
        }
        else if (place.Text == "path" && !placeholders.Contains(name.Text))
        {
            findings.Add(Codes.Parameters, name, $"'{name.Text}' is in path, but '{path}' has no '{{{name.Text}}}'{Suggestion.For(name.Text, placeholders)}");
        }
        else if (place.Text == "path" && parameter["required"] is not YamlScalar { Text: "true" })
        {
            findings.Add(Codes.Parameters, parameter, $"'{name.Text}' is a part of the path, so it needs 'required: true'");
        }
        else if (place.Text == "header" && name.Text.ToUpperInvariant() is "ACCEPT" or "CONTENT-TYPE" or "AUTHORIZATION")
        {
            findings.Add(Codes.Parameters, name, $"OpenAPI ignores a header parameter '{name.Text}'; 'security' and 'content' say it");
        }
    }

    [GeneratedRegex(@"^(/([A-Za-z0-9._~-]+|\{[A-Za-z][A-Za-z0-9]*\}))+$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainPath { get; }

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder { get; }
}
