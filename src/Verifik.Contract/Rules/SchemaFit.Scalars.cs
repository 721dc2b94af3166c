using System.Globalization;
using System.Text.RegularExpressions;
using Verifik.Contract.Lowering;
using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

// Strings and numbers, checked as in the client.
internal sealed partial class SchemaFit
{
    private static readonly TimeSpan PatternLimit = TimeSpan.FromSeconds(1);

    private void CheckText(YamlScalar value, FlatSchema schema)
    {
        var text = value.Text;
        var reason = schema.Text("format") switch
        {
            "date-time" when !(Rfc3339.IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _)) =>
                "it is not an RFC 3339 date and time, such as '2024-05-29T03:41:27.009Z'",
            "date" when !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) =>
                "it is not an RFC 3339 date, such as '2024-05-29'",
            "byte" when !IsBase64(text) => "it is not base64",
            _ => null,
        };
        if (reason is not null)
        {
            Add(value, reason);
        }

        // JSON Schema counts Unicode code points, as defined in RFC 8259.
        var length = text.EnumerateRunes().Count();
        if (schema.Number("minLength") is { } least && length < least)
        {
            Add(value, $"it has {length} characters, and 'minLength' is {least}");
        }

        if (schema.Number("maxLength") is { } most && length > most)
        {
            Add(value, $"it has {length} characters, and 'maxLength' is {most}");
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
            if (!EcmaPattern.IsMatch(value.Text, pattern.Text, PatternLimit))
            {
                Add(value, $"it does not match the pattern '{pattern.Text}'");
            }
        }
        catch (RegexMatchTimeoutException)
        {
            findings.Add(
                Codes.Constraint,
                pattern,
                $"The pattern takes more than a second for the example at line {value.Position.Line}, and would block the caller for as long; write it without nested repetitions");
        }
        catch (ArgumentException)
        {
            // An invalid pattern is reported by the rule Constraints.
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
            Add(value, $"it is not a multiple of {step}");
        }

        if (schema.Values is { Count: > 0 } values && !values.Any(known => known.Kind is ScalarKind.Integer or ScalarKind.Number && known.Number == number))
        {
            Add(value, $"{value.Text} is not listed under 'enum'");
        }

        if (schema.Type == "integer"
            && (schema.Text("format") == "int32" ? number is < int.MinValue or > int.MaxValue : number is < long.MinValue or > long.MaxValue))
        {
            Add(value, $"it does not fit into '{schema.Text("format") ?? "int64"}'");
        }
    }

    private static bool IsBase64(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out _);

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rfc3339 { get; }
}
