using System.Text.RegularExpressions;
using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0017: a constraint applies to its type, can be satisfied, and can be checked by the client.</summary>
internal static class Constraints
{
    internal static readonly Dictionary<string, string[]> TypesOf = new()
    {
        ["pattern"] = ["string"],
        ["minLength"] = ["string"],
        ["maxLength"] = ["string"],
        ["minimum"] = ["integer", "number"],
        ["maximum"] = ["integer", "number"],
        ["exclusiveMinimum"] = ["integer", "number"],
        ["exclusiveMaximum"] = ["integer", "number"],
        ["multipleOf"] = ["integer", "number"],
        ["items"] = ["array"],
        ["minItems"] = ["array"],
        ["maxItems"] = ["array"],
        ["uniqueItems"] = ["array"],
        ["properties"] = ["object"],
        ["additionalProperties"] = ["object"],
    };

    // Dates are checked as dates, and the length of base64 text is not the length of the bytes, so string constraints
    // do not apply.
    private static readonly string[] ReadFormats = ["date-time", "date", "byte"];

    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var schema in contract.Of(Vocabulary.Schema))
        {
            var type = schema.Text("type");
            foreach (var (key, types) in TypesOf)
            {
                var isRead = type == "string" && ReadFormats.Contains(schema.Text("format"));
                if (Types.Known.Contains(type) && schema[key] is { } constraint && (!types.Contains(type) || isRead))
                {
                    findings.AddAtKey(
                        Codes.Constraint,
                        constraint,
                        $"'{key}' has no effect here: it applies to the type {string.Join(" or ", types)}, and this is {(isRead ? $"a {schema.Text("format")}" : type)}");
                }
            }

            CheckStep(schema, findings);
            CheckPattern(schema, findings);
            CheckEnum(schema, findings);
        }
    }

    private static void CheckStep(YamlMapping schema, Findings findings)
    {
        foreach (var (exclusive, limit) in ((string, string)[])[("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")])
        {
            if (schema[exclusive] is YamlScalar { Kind: ScalarKind.Boolean } flag && !schema.Has(limit))
            {
                findings.AddAtKey(Codes.Constraint, flag, $"'{exclusive}' has no effect here: it belongs to '{limit}', which is missing");
            }
        }

        if (schema["multipleOf"] is YamlScalar { Kind: ScalarKind.Integer or ScalarKind.Number, Number: <= 0 } step)
        {
            findings.Add(Codes.Constraint, step, $"'multipleOf' ({step.Text}) is not positive");
        }
    }

    private static void CheckPattern(YamlMapping schema, Findings findings)
    {
        if (schema["pattern"] is not YamlScalar { Kind: ScalarKind.Text } pattern)
        {
            return;
        }

        // The pattern is a verbatim string in the generated code, where a second line could begin with a preprocessor
        // directive.
        if (pattern.Text.Contains('\n', StringComparison.Ordinal))
        {
            findings.Add(Codes.Constraint, pattern, "The pattern has several lines; write it on one line, and a line break as '\\n'");
            return;
        }

        try
        {
            _ = new Regex(EcmaPattern.ToDotNet(pattern.Text), RegexOptions.CultureInvariant);
        }
        catch (ArgumentException exception)
        {
            findings.Add(Codes.Constraint, pattern, $"The pattern is not a regular expression: {exception.Message}");
        }
    }

    private static void CheckEnum(YamlMapping schema, Findings findings)
    {
        if (schema["enum"] is not YamlSequence list)
        {
            return;
        }

        if (list.Items.Count == 0)
        {
            findings.AddAtKey(Codes.Constraint, list, "'enum' is empty, so no value is valid");
        }

        foreach (var value in list.Items.Where(value => !Fits(value, schema.Text("type"))))
        {
            findings.Add(
                Codes.Constraint,
                value,
                $"The value '{(value as YamlScalar)?.Text}' of 'enum' is not of the type '{schema.Text("type")}'{(schema.Text("type") == "string" ? "; quote it if it is a string" : "")}");
        }

        if (schema["x-enumNames"] is { } unused && schema.Text("type") is ("integer" or "number" or "boolean"))
        {
            findings.AddAtKey(
                Codes.Constraint,
                unused,
                $"'x-enumNames' has no effect here: a value of the type '{schema.Text("type")}' is not an enumeration in C#; leave it out");
        }
        else if (schema["x-enumNames"] is YamlSequence names && names.Items.Count != list.Items.Count)
        {
            findings.AddAtKey(
                Codes.Constraint,
                names,
                $"'x-enumNames' names {names.Items.Count} of {list.Items.Count} values; name all of them, in the order of 'enum'");
        }
    }

    private static bool Fits(YamlNode value, string? type) => value is YamlScalar { Kind: ScalarKind.Null } || (type, value) switch
    {
        (_, YamlScalar { IsAmbiguous: true }) => true,
        ("string", YamlScalar { Kind: ScalarKind.Text }) => true,
        ("integer", YamlScalar { Kind: ScalarKind.Integer }) => true,
        ("number", YamlScalar { Kind: ScalarKind.Integer or ScalarKind.Number }) => true,
        ("boolean", YamlScalar { Kind: ScalarKind.Boolean }) => true,
        (null, YamlScalar) => true,
        _ => false,
    };
}
