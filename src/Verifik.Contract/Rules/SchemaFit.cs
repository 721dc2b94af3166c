using System.Globalization;
using Verifik.Contract.Lowering;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>
/// Validates a value against a schema. Unlike a general validator, it reports the line of the example, and treats a
/// property that the schema does not list as a spelling mistake.
/// </summary>
internal sealed partial class SchemaFit(Composition composition, Findings findings)
{
    private bool? _isRequest;

    /// <param name="value">The value.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="isRequest">Whether it is sent or received, if known: read-only properties are not sent.</param>
    public void Check(YamlNode value, YamlMapping schema, bool? isRequest = null)
    {
        _isRequest = isRequest;
        Check(value, schema);
    }

    private void Check(YamlNode value, YamlMapping schema)
    {
        // A value is not checked against an invalid schema.
        var flat = composition.Flatten(schema);
        if (findings.At(schema) || findings.At(flat.Node) || (value is YamlScalar { Kind: ScalarKind.Null } && flat.IsNullable))
        {
            return;
        }

        if (flat.Type is { } type && !flat.Alternatives.Any())
        {
            CheckValue(value, flat, type);
        }
    }

    private void CheckValue(YamlNode value, FlatSchema schema, string type)
    {
        switch (type, value)
        {
            case (_, YamlScalar { IsAmbiguous: true }):
                break;
            case ("object", YamlMapping mapping):
                CheckObject(mapping, schema);
                break;
            case ("array", YamlSequence sequence):
                CheckList(sequence, schema);
                break;
            case ("string", YamlScalar { Kind: ScalarKind.Text } text):
                CheckText(text, schema);
                break;
            case ("boolean", YamlScalar { Kind: ScalarKind.Boolean }):
                break;
            case ("integer", YamlScalar { Kind: ScalarKind.Integer } number):
                CheckNumber(number, schema);
                break;
            case ("number", YamlScalar { Kind: ScalarKind.Integer or ScalarKind.Number } number):
                CheckNumber(number, schema);
                break;
            case ("object" or "array" or "string" or "boolean" or "integer" or "number", _):
                Add(value, $"it is {Describe(value)}, but the schema requires '{type}'");
                break;
        }
    }

    private void CheckObject(YamlMapping mapping, FlatSchema schema)
    {
        foreach (var value in mapping.Values)
        {
            if (schema.Properties.TryGetValue(value.Key, out var property))
            {
                Check(value, property);
            }
            else if (schema["additionalProperties"] is YamlMapping more)
            {
                Check(value, more);
            }
            else if (schema.Properties.Count > 0 && schema["additionalProperties"] is not YamlScalar { Text: "true" })
            {
                findings.AddAtKey(
                    Codes.Example,
                    value,
                    $"'{value.Key}' is not a property of '{schema.Node.Key}'{Suggestion.For(value.Key, schema.Properties.Keys)}");
            }
        }

        var required = schema.Required.Keys.Where(name => schema.Properties.TryGetValue(name, out var property) && IsExpected(property));
        foreach (var missing in required.Where(name => !mapping.Has(name)))
        {
            findings.AddAtKey(Codes.Example, mapping, $"'{missing}' is missing, but '{schema.Node.Key}' requires it");
        }
    }

    private bool IsExpected(YamlMapping property)
    {
        var flat = composition.Flatten(property);
        return _isRequest switch
        {
            true => !flat.Is("readOnly"),
            false => !flat.Is("writeOnly"),
            null => !flat.Is("readOnly") && !flat.Is("writeOnly"),
        };
    }

    private void CheckList(YamlSequence list, FlatSchema schema)
    {
        foreach (var item in schema["items"] is YamlMapping ? list.Items : [])
        {
            Check(item, (YamlMapping)schema["items"]!);
        }

        if (schema.Number("minItems") is { } least && list.Items.Count < least)
        {
            Add(list, $"it has {list.Items.Count} items, and 'minItems' is {least}");
        }

        if (schema.Number("maxItems") is { } most && list.Items.Count > most)
        {
            Add(list, $"it has {list.Items.Count} items, and 'maxItems' is {most}");
        }

        if (schema.Is("uniqueItems") && list.Items.Select(Written).Distinct().Count() < list.Items.Count)
        {
            Add(list, "it contains an item twice, but the schema requires 'uniqueItems'");
        }
    }

    // The same text for values that are equal in JSON.
    private static string Written(YamlNode node) => node switch
    {
        YamlMapping mapping => $"{{{string.Join(',', mapping.Values.Select(value => $"{value.Key}:{Written(value)}").Order(StringComparer.Ordinal))}}}",
        YamlSequence list => $"[{string.Join(',', list.Items.Select(Written))}]",
        YamlScalar { Kind: ScalarKind.Integer or ScalarKind.Number } number =>
            (number.Number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        YamlScalar scalar => $"{scalar.Kind} {scalar.Text}",
        _ => "",
    };

    private void Add(YamlNode value, string reason) =>
        findings.Add(Codes.Example, value, $"The value of '{value.Key}' does not fit its schema: {reason}");

    private static string Describe(YamlNode value) => value switch
    {
        YamlMapping => "a mapping",
        YamlSequence => "a list",
        YamlScalar { Kind: ScalarKind.Text, IsPlain: true } text when Rfc3339.IsMatch(text.Text) => "a date; quote it if it is a string",
        YamlScalar { Kind: ScalarKind.Text } => "a text",
        YamlScalar { Kind: ScalarKind.Null } => "null",
        YamlScalar scalar => scalar.Text,
        _ => "something else",
    };
}
