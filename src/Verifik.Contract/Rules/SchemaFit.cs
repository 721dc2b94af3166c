using System.Globalization;
using System.Text.RegularExpressions;
using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>
/// Holds a value against a schema of <see cref="Vocabulary"/>. A general validator knows far more and says less: this one
/// points at the line of the example, and takes a property that the schema does not list for a spelling mistake.
/// </summary>
internal sealed partial class SchemaFit(ContractDocument contract, Findings findings)
{
    private static readonly TimeSpan PatternLimit = TimeSpan.FromSeconds(1);

    public void Check(YamlNode value, YamlMapping schema)
    {
        // Against a schema that is wrong itself, nothing can be said of the value.
        if (findings.At(schema))
        {
            return;
        }

        if (schema.Text("type") is { } type)
        {
            CheckValue(value, schema, type);
        }
        else if (contract.Target(schema) is { } target)
        {
            Check(value, target);
        }
    }

    private void CheckValue(YamlNode value, YamlMapping schema, string type)
    {
        switch (type, value)
        {
            case ("object", YamlMapping mapping):
                CheckObject(mapping, schema);
                break;
            case ("array", YamlSequence sequence):
                foreach (var item in sequence.Items)
                {
                    Check(item, schema["items"] as YamlMapping ?? schema);
                }

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

    private void CheckObject(YamlMapping mapping, YamlMapping schema)
    {
        var properties = ContractDocument.Properties(schema).ToDictionary(property => property.Key);
        foreach (var value in mapping.Values)
        {
            if (properties.TryGetValue(value.Key, out var property))
            {
                Check(value, property);
            }
            else
            {
                findings.AddAtKey(Codes.Example, value, $"'{value.Key}' is not a property of '{schema.Key}'{Suggestion.For(value.Key, properties.Keys)}");
            }
        }

        foreach (var missing in ContractDocument.Required(schema).Where(name => properties.ContainsKey(name.Text) && !mapping.Has(name.Text)))
        {
            findings.AddAtKey(Codes.Example, mapping, $"'{missing.Text}' is missing, and '{schema.Key}' requires it");
        }
    }

    private void CheckText(YamlScalar value, YamlMapping schema)
    {
        var text = value.Text;
        if (schema.Text("format") == "date-time" && !(Rfc3339.IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _)))
        {
            Add(value, "it is not a date and time of RFC 3339, such as '2024-05-29T03:41:27.009Z'");
        }

        if (Limit(schema, "minLength") is { } least && text.Length < least)
        {
            Add(value, $"it has {text.Length} characters, and 'minLength' is {least}");
        }

        if (Limit(schema, "maxLength") is { } most && text.Length > most)
        {
            Add(value, $"it has {text.Length} characters, and 'maxLength' is {most}");
        }

        if (schema.Text("pattern") is { } pattern && !Matches(text, pattern))
        {
            Add(value, $"it does not match the pattern '{pattern}'");
        }
    }

    private void CheckNumber(YamlScalar value, YamlMapping schema)
    {
        var number = value.Number;
        if (Limit(schema, "minimum") is { } least && number < least)
        {
            Add(value, $"it is less than 'minimum', {least}");
        }

        if (Limit(schema, "maximum") is { } most && number > most)
        {
            Add(value, $"it is more than 'maximum', {most}");
        }

        if ((schema.Text("format") == "int32" && number is < int.MinValue or > int.MaxValue)
            || (schema.Text("format") == "int64" && number is < long.MinValue or > long.MaxValue))
        {
            Add(value, $"it does not fit into '{schema.Text("format")}'");
        }
    }

    // A pattern that is no regular expression, or takes for ever, is the pattern's fault: Constraints says so.
    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, PatternLimit);
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static decimal? Limit(YamlMapping schema, string key) =>
        schema[key] is YamlScalar { Kind: ScalarKind.Integer or ScalarKind.Number } limit ? limit.Number : null;

    private void Add(YamlNode value, string reason) =>
        findings.Add(Codes.Example, value, $"The value of '{value.Key}' does not fit its schema: {reason}");

    private static string Describe(YamlNode value) => value switch
    {
        YamlMapping => "a mapping",
        YamlSequence => "a list",
        YamlScalar { Kind: ScalarKind.Text } => "a text",
        YamlScalar { Kind: ScalarKind.Null } => "null",
        YamlScalar scalar => scalar.Text,
        _ => "something else",
    };

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Rfc3339 { get; }
}
