using System.Text.RegularExpressions;
using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0032: a property whose name suggests a secret is marked, so that it is not logged.</summary>
internal static partial class Secrets
{
    private static readonly string[] Marks = ["x-secret", "x-personal"];
    private static readonly HashSet<string> SecretWords =
    [
        "otp", "token", "tokens", "password", "passwords", "passcode", "passphrase", "secret", "secrets", "pin", "jwt", "credential", "credentials",
    ];
    private static readonly HashSet<string> SecretKeys = ["api", "access", "private", "secret", "signing", "encryption"];

    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var property in contract.Of(Vocabulary.Schema)
            .Where(schema => schema.Parent is YamlMapping { Key: "properties" } || schema.Has("x-secret") || schema.Has("x-personal")))
        {
            // NSwag's reader converts false to the string "false", which is truthy in the templates.
            foreach (var mark in Marks.Select(mark => property[mark]).OfType<YamlScalar>().Where(mark => mark.Text == "false"))
            {
                findings.Add(Codes.Secret, mark, $"'{mark.Key}' must be true or left out");
            }

            if (IsSecret(property.Key) && IsText(contract, property) && !property.Has("x-secret"))
            {
                findings.AddMissing(
                    Codes.Secret,
                    property,
                    "x-secret",
                    $"'{property.Key}' looks like a secret; add 'x-secret: true', so that it is not logged");
            }
        }

        foreach (var parameter in contract.Written(Vocabulary.Parameter))
        {
            if (parameter["name"] is YamlScalar { Kind: ScalarKind.Text } name && IsSecret(name.Text))
            {
                findings.Add(
                    Codes.Secret,
                    name,
                    $"'{name.Text}' looks like a secret, and paths, queries and headers are often logged; send it in the body, or as the bearer token");
            }
        }
    }

    // Numbers, Booleans, objects and lists are not secrets themselves.
    private static bool IsText(ContractDocument contract, YamlMapping property) =>
        (contract.Resolve(property) ?? property).Text("type") is not ("boolean" or "integer" or "number" or "object" or "array");

    // The last word of a name is decisive: an accessToken is a token, a tokenType is a type.
    private static bool IsSecret(string name)
    {
        var words = Word.Matches(name).Select(word => word.Value.ToLowerInvariant()).ToList();
        return words is [.., var last]
            && (SecretWords.Contains(last)
                || (words is [.., var kind, "key" or "keys"] && SecretKeys.Contains(kind))
                || (words.Contains("otp") && last is "code" or "hash" or "value"));
    }

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word { get; }
}
