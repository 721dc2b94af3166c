using System.Globalization;
using System.Text.Json;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>The limits of a number in C#. An exclusive limit of an integer is written as the next inclusive one.</summary>
internal static class NumberRange
{
    public static void Write(Utf8JsonWriter json, LoweredType type)
    {
        var schema = type.Schema;
        var isWhole = type.Kind is TypeKind.Int32 or TypeKind.Int64;
        WriteLimit(json, type, "minimum", "exclusiveMinimum", isWhole ? 1 : 0);
        WriteLimit(json, type, "maximum", "exclusiveMaximum", isWhole ? -1 : 0);
        if (schema.Number("multipleOf") is { } step)
        {
            json.WriteString("multipleOf", step.ToString(CultureInfo.InvariantCulture) + "m");
        }

        var values = schema.Values.Where(value => value.Kind is ScalarKind.Integer or ScalarKind.Number).ToList();
        if (values.Count > 0)
        {
            json.WriteString("values", string.Join(", ", values.Select(value => Literal(value.Number, type.Kind))));
        }
    }

    public static string Literal(decimal number, TypeKind kind)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return kind switch
        {
            TypeKind.Decimal => text + "m",
            TypeKind.Double => text.Contains('.', StringComparison.Ordinal) ? text : text + "d",
            TypeKind.Int64 => text + "L",
            _ => text,
        };
    }

    /// <summary>The effective limit: for an integer, the first integer within the limit (<paramref name="next"/> is the step inwards).</summary>
    public static decimal? Limit(FlatSchema schema, string key, string exclusive, int next)
    {
        if (schema.Number(key) is not { } limit || next == 0)
        {
            return schema.Number(key);
        }

        var whole = next > 0 ? Math.Ceiling(limit) : Math.Floor(limit);
        return whole + (schema.Is(exclusive) && whole == limit ? next : 0);
    }

    private static void WriteLimit(Utf8JsonWriter json, LoweredType type, string key, string exclusive, int next)
    {
        if (Limit(type.Schema, key, exclusive, next) is not { } limit)
        {
            return;
        }

        json.WriteString(key, Literal(limit, type.Kind));
        if (next == 0 && type.Schema.Is(exclusive))
        {
            json.WriteBoolean(exclusive, true);
        }
    }
}
