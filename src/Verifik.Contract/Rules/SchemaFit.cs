using System.Globalization;
using System.Text.RegularExpressions;
using Verifik.Contract.Lowering;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>
/// Holds a value against a schema. A general validator knows far more and says less: this one points at the line of the
/// example, and takes a property that the schema does not list for a spelling mistake.
/// </summary>
internal sealed partial class SchemaFit(Composition composition, Findings findings)
{
    private static readonly TimeSpan PatternLimit = TimeSpan.FromSeconds(1);
    private bool? _isRequest;

    /// <param name="value">The value.</param>
    /// <param name="schema">What it has to be.</param>
    /// <param name="isRequest">Whether it is sent or received, where that is known: what is read-only is not sent.</param>
    public void Check(YamlNode value, YamlMapping schema, bool? isRequest = null)
    {
        _isRequest = isRequest;
        Check(value, schema);
    }

    private void Check(YamlNode value, YamlMapping schema)
    {
        // Against a schema that is wrong itself, nothing can be said of the value.
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
                Add(value, $"it is {Describe(value)}, and the schema says '{type}'");
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
                findings.AddAtKey(Codes.Example, value, $"'{value.Key}' is not a property of '{schema.Node.Key}'{Suggestion.For(value.Key, schema.Properties.Keys)}");
            }
        }

        foreach (var missing in schema.Required.Keys.Where(name => !mapping.Has(name) && schema.Properties.TryGetValue(name, out var property) && IsExpected(property)))
        {
            findings.AddAtKey(Codes.Example, mapping, $"'{missing}' is missing, and '{schema.Node.Key}' requires it");
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

        var texts = list.Items.OfType<YamlScalar>().Select(item => (item.Kind, item.Text)).ToList();
        if (schema.Is("uniqueItems") && texts.Distinct().Count() < texts.Count)
        {
            Add(list, "it holds an item twice, and the schema says 'uniqueItems'");
        }
    }

    private void CheckText(YamlScalar value, FlatSchema schema)
    {
        var text = value.Text;
        var reason = schema.Text("format") switch
        {
            "date-time" when !(Rfc3339.IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _)) => "it is not a date and time of RFC 3339, such as '2024-05-29T03:41:27.009Z'",
            "date" when !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "it is not a date of RFC 3339, such as '2024-05-29'",
            "byte" when !IsBase64(text) => "it is not base64",
            _ => null,
        };
        if (reason is not null)
        {
            Add(value, reason);
        }

        if (schema.Number("minLength") is { } least && text.Length < least)
        {
            Add(value, $"it has {text.Length} characters, and 'minLength' is {least}");
        }

        if (schema.Number("maxLength") is { } most && text.Length > most)
        {
            Add(value, $"it has {text.Length} characters, and 'maxLength' is {most}");
        }

        if (schema.Values is { Count: > 0 } values && !values.Any(known => known.Text == text))
        {
            Add(value, $"'{text}' is not listed under 'enum'{Suggestion.For(text, values.Select(known => known.Text))}");
        }

        if (schema["pattern"] is YamlScalar { Kind: ScalarKind.Text } pattern)
        {
            CheckPattern(value, pattern);
        }
    }

    private void CheckPattern(YamlScalar value, YamlScalar pattern)
    {
        try
        {
            if (!Regex.IsMatch(value.Text, pattern.Text, RegexOptions.CultureInvariant, PatternLimit))
            {
                Add(value, $"it does not match the pattern '{pattern.Text}'");
            }
        }
        catch (RegexMatchTimeoutException)
        {
            findings.Add(Codes.Constraint, pattern, $"The pattern takes more than a second for the example at line {value.Position.Line}, and would hold a caller up as long; write it without nested repetitions");
        }
        catch (ArgumentException)
        {
            // A pattern that is no regular expression is the pattern's fault: Constraints says so.
        }
    }

    private void CheckNumber(YamlScalar value, FlatSchema schema)
    {
        var number = value.Number;
        if (schema.Number("minimum") is { } least && (number < least || (number == least && schema.Is("exclusiveMinimum"))))
        {
            Add(value, number < least ? $"it is less than 'minimum', {least}" : $"it is 'minimum', {least}, which 'exclusiveMinimum' excludes");
        }

        if (schema.Number("maximum") is { } most && (number > most || (number == most && schema.Is("exclusiveMaximum"))))
        {
            Add(value, number > most ? $"it is more than 'maximum', {most}" : $"it is 'maximum', {most}, which 'exclusiveMaximum' excludes");
        }

        if (schema.Number("multipleOf") is > 0 and { } step && number % step != 0)
        {
            Add(value, $"it is no multiple of {step}");
        }

        if (schema.Values is { Count: > 0 } values && !values.Any(known => known.Kind is ScalarKind.Integer or ScalarKind.Number && known.Number == number))
        {
            Add(value, $"{value.Text} is not listed under 'enum'");
        }

        if (schema.Type == "integer" && (schema.Text("format") == "int32" ? number is < int.MinValue or > int.MaxValue : number is < long.MinValue or > long.MaxValue))
        {
            Add(value, $"it does not fit into '{schema.Text("format") ?? "int64"}'");
        }
    }

    private static bool IsBase64(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out _);

    private void Add(YamlNode value, string reason) =>
        findings.Add(Codes.Example, value, $"The value of '{value.Key}' does not fit its schema: {reason}");

    private static string Describe(YamlNode value) => value switch
    {
        YamlMapping => "a mapping",
        YamlSequence => "a list",
        YamlScalar { Kind: ScalarKind.Text, IsPlain: true } text when Rfc3339.IsMatch(text.Text) => "a date; quote it if it is text",
        YamlScalar { Kind: ScalarKind.Text } => "a text",
        YamlScalar { Kind: ScalarKind.Null } => "null",
        YamlScalar scalar => scalar.Text,
        _ => "something else",
    };

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rfc3339 { get; }
}
