using Verifik.Contract.Lowering;
using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0017: the limits of a schema, including those inherited by <c>allOf</c>, allow at least one value of its type.</summary>
internal static class Limits
{
    public static void Check(LoweredContract contract, Findings findings)
    {
        foreach (var schema in contract.Source.Of(Vocabulary.Schema).Select(contract.Composition.Flatten))
        {
            CheckOrder(schema, "minLength", "maxLength", findings);
            CheckOrder(schema, "minItems", "maxItems", findings);
            CheckOrder(schema, "minimum", "maximum", findings);
            if (schema.Type == "integer")
            {
                CheckWhole(schema, findings);
            }
            else if (NumberAt(schema, "minimum") is { } least && schema.Number("maximum") == least.Number
                && (schema.Is("exclusiveMinimum") || schema.Is("exclusiveMaximum")))
            {
                AddNothingFits(least, findings);
            }
        }
    }

    private static void CheckOrder(FlatSchema schema, string low, string high, Findings findings)
    {
        if (NumberAt(schema, low) is { } least && NumberAt(schema, high) is { } most && least.Number > most.Number)
        {
            findings.Add(Codes.Constraint, most, $"'{high}' ({most.Text}) is less than '{low}' ({least.Text}), so no value is valid");
        }
    }

    private static void CheckWhole(FlatSchema schema, Findings findings)
    {
        var isInt32 = schema.Text("format") == "int32";
        var (least, most) = isInt32 ? ((decimal)int.MinValue, (decimal)int.MaxValue) : (long.MinValue, long.MaxValue);
        var beyond = ((string[])["minimum", "maximum"]).Select(key => NumberAt(schema, key)).OfType<YamlScalar>()
            .Where(limit => limit.Number < least || limit.Number > most).ToList();
        foreach (var limit in beyond)
        {
            findings.Add(
                Codes.Constraint,
                limit,
                $"'{limit.Key}' ({limit.Text}) is out of the range of the type, {least} to {most}; {(isInt32 ? "write 'format: int64'" : "write another limit")}");
        }

        foreach (var value in schema.Values.Where(value => value.Kind == ScalarKind.Integer && (value.Number < least || value.Number > most)))
        {
            findings.Add(
                Codes.Constraint,
                value,
                $"The value {value.Text} of 'enum' is out of the range of the type, {least} to {most}{(isInt32 ? "; write 'format: int64'" : "")}");
        }

        var (low, high) = (
            NumberRange.Limit(schema, "minimum", "exclusiveMinimum", next: 1),
            NumberRange.Limit(schema, "maximum", "exclusiveMaximum", next: -1));
        if (beyond.Count == 0 && (low ?? least) > (high ?? most) && !(schema.Number("minimum") > schema.Number("maximum")))
        {
            AddNothingFits(NumberAt(schema, low is null || low <= most && high is not null ? "maximum" : "minimum")!, findings);
        }
    }

    private static void AddNothingFits(YamlScalar limit, Findings findings) =>
        findings.Add(Codes.Constraint, limit, $"'{limit.Key}' ({limit.Text}) and the other limits allow no value of the type");

    private static YamlScalar? NumberAt(FlatSchema schema, string key) =>
        schema[key] is YamlScalar { Kind: ScalarKind.Integer or ScalarKind.Number } number ? number : null;
}
