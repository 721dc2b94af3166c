using System.Text.RegularExpressions;
using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0017: a constraint fits its type, can be kept, and can be checked by the client.</summary>
internal static class Constraints
{
    private static readonly Dictionary<string, string[]> TypesOf = new()
    {
        ["pattern"] = ["string"],
        ["minLength"] = ["string"],
        ["maxLength"] = ["string"],
        ["minimum"] = ["integer", "number"],
        ["maximum"] = ["integer", "number"],
        ["items"] = ["array"],
    };

    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var property in contract.Of(Vocabulary.Property))
        {
            var type = property.Has("allOf") ? "a reference" : property.Text("type");
            foreach (var (key, types) in TypesOf)
            {
                if ((property.Has("allOf") || Types.Known.Contains(type)) && property[key] is { } constraint && (!types.Contains(type) || property.Text("format") == "date-time"))
                {
                    findings.AddAtKey(Codes.Constraint, constraint, $"'{key}' constrains nothing here: it is for the type {string.Join(" or ", types)}, and this is {(type == "string" ? "a date-time" : type)}");
                }
            }

            CheckOrder(property, "minLength", "maxLength", findings);
            CheckOrder(property, "minimum", "maximum", findings);
            CheckPattern(property, findings);
        }

        foreach (var property in contract.ResponseSchemas.SelectMany(ContractDocument.Properties))
        {
            if (property["default"] is { } unused)
            {
                findings.AddAtKey(Codes.Constraint, unused, "A default in a response would be invented by the client; say in the description what an absent value means");
            }
        }
    }

    private static void CheckOrder(YamlMapping property, string low, string high, Findings findings)
    {
        if (property[low] is YamlScalar { Kind: ScalarKind.Integer or ScalarKind.Number } least
            && property[high] is YamlScalar { Kind: ScalarKind.Integer or ScalarKind.Number } most
            && least.Number > most.Number)
        {
            findings.Add(Codes.Constraint, most, $"'{high}' ({most.Text}) is less than '{low}' ({least.Text}): no value fits");
        }
    }

    private static void CheckPattern(YamlMapping property, Findings findings)
    {
        if (property["pattern"] is not YamlScalar { Kind: ScalarKind.Text } pattern)
        {
            return;
        }

        // The generated code holds it as it is, also where #if takes it for text that is not compiled.
        if (pattern.Text.Contains('\n', StringComparison.Ordinal))
        {
            findings.Add(Codes.Constraint, pattern, "The pattern runs over several lines; write it on one, and a line break as '\\n'");
            return;
        }

        try
        {
            _ = new Regex(pattern.Text, RegexOptions.CultureInvariant);
        }
        catch (ArgumentException exception)
        {
            findings.Add(Codes.Constraint, pattern, $"The pattern is not a regular expression: {exception.Message}");
        }
    }
}
