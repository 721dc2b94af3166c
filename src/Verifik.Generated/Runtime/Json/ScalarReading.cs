using System.Globalization;
using System.Numerics;
using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>Converts numbers and bytes as servers write them: an integer may be <c>1.0</c>, and a number may be a string.</summary>
internal static class ScalarReading
{
    private const NumberStyles PlainNumber = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    // 2^63: the first number that does not fit into a long.
    private const double Beyond = 9223372036854775808;

    public static long? Whole(JsonReader reader) => reader switch
    {
        { TokenType: JsonToken.Integer, Value: long value } => value,
        { TokenType: JsonToken.Float, Value: double value } when value is >= -Beyond and < Beyond && Math.Truncate(value).Equals(value) => (long)value,
        { TokenType: JsonToken.String, Value: string text } when decimal.TryParse(text, PlainNumber, CultureInfo.InvariantCulture, out var value)
            && value is >= long.MinValue and <= long.MaxValue && decimal.Truncate(value) == value => (long)value,
        _ => null,
    };

    public static double? Number(JsonReader reader) => reader switch
    {
        { TokenType: JsonToken.Integer, Value: long value } => value,
        { TokenType: JsonToken.Integer, Value: BigInteger value } => Finite((double)value),
        { TokenType: JsonToken.Float, Value: double value } => Finite(value),
        { TokenType: JsonToken.String, Value: string text } when double.TryParse(text, PlainNumber, CultureInfo.InvariantCulture, out var value) => Finite(value),
        _ => null,
    };

    public static decimal? Exact(JsonReader reader) => reader switch
    {
        { TokenType: JsonToken.Integer, Value: long value } => value,
        { TokenType: JsonToken.Integer, Value: BigInteger value } when value >= (BigInteger)decimal.MinValue && value <= (BigInteger)decimal.MaxValue => (decimal)value,
        { TokenType: JsonToken.String, Value: string text } => Exact(text),
        _ => null,
    };

    public static decimal? Exact(string text) => decimal.TryParse(text, PlainNumber, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static byte[]? Base64(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static double? Finite(double value) => double.IsNaN(value) || double.IsInfinity(value) ? null : value;
}
