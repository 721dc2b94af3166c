using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0010: the value of each key has the type that OpenAPI expects.</summary>
internal static class ValueKinds
{
    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var (kind, node) in contract.Objects)
        {
            foreach (var value in node.Values)
            {
                if (kind.Keys.TryGetValue(value.Key, out var key) && !Fits(key.Shape, value))
                {
                    findings.Add(Codes.ValueKind, value, $"'{value.Key}' of {kind.Name} is {Expected(key.Shape)}, not {Found(value)}");
                }
                else if (key is not null)
                {
                    CheckParts(key, value, findings);
                }
            }
        }
    }

    private static void CheckParts(Key key, YamlNode value, Findings findings)
    {
        var shape = key.Shape == Shape.Texts ? Shape.Text : Shape.Object;
        foreach (var part in key.Parts(value).Where(part => !Fits(shape, part)))
        {
            findings.Add(Codes.ValueKind, part, $"'{part.Key}' under '{value.Key}' is {key.Kind?.Name ?? Expected(shape)}, not {Found(part)}");
        }
    }

    // An ambiguous value is reported by the rule Scalars: its kind depends on the reader.
    private static bool Fits(Shape shape, YamlNode value) => value is YamlScalar { IsAmbiguous: true } || shape switch
    {
        Shape.Text => value is YamlScalar { Kind: ScalarKind.Text },
        Shape.Flag => value is YamlScalar { Kind: ScalarKind.Boolean },
        Shape.WholeNumber => value is YamlScalar { Kind: ScalarKind.Integer, Number: >= 0 and <= int.MaxValue },
        Shape.Number => value is YamlScalar { Kind: ScalarKind.Integer or ScalarKind.Number },
        Shape.Object or Shape.ObjectsByName => value is YamlMapping,
        Shape.ObjectOrFlag => value is YamlMapping or YamlScalar { Kind: ScalarKind.Boolean },
        Shape.Objects or Shape.Texts or Shape.List => value is YamlSequence,
        _ => true,
    };

    private static string Expected(Shape shape) => shape switch
    {
        Shape.Text => "text",
        Shape.Flag => "true or false",
        Shape.WholeNumber => $"a whole number from 0 to {int.MaxValue}",
        Shape.Number => "a number",
        Shape.Object or Shape.ObjectsByName => "a mapping",
        Shape.ObjectOrFlag => "a schema, true or false",
        Shape.Objects or Shape.List => "a list",
        Shape.Texts => "a list of texts",
        _ => "any value",
    };

    private static string Found(YamlNode value) => value switch
    {
        YamlMapping => "a mapping",
        YamlSequence => "a list",
        YamlScalar { Kind: ScalarKind.Null } => "nothing",
        YamlScalar { Kind: ScalarKind.Text } scalar => $"the text '{scalar.Text}'",
        YamlScalar scalar => $"{scalar.Text}",
        _ => "a value",
    };
}
