using CsCheck;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace Verifik.Tests.Runtime;

/// <summary>
/// JSON that a server could send in place of a type of the contract: its properties with fitting values, or with any, or
/// left out, in any order, among properties that it does not have. Out of this domain are a name that differs from one of
/// the contract by its case alone, a name that comes twice, and Newtonsoft's own <c>$type</c> and its like.
/// </summary>
internal static class RandomDocument
{
    // The longest: a character of two units falls on the end of any buffer between here and the wire.
    private static readonly Gen<string> Text = Gen.Frequency(
        (4, Gen.String[0, 40]),
        (4, Gen.String[Gen.Char["aé€\"\\/\n\t\u2028 <"], 0, 40]),
        (1, Gen.OneOf("😀", "a😀", "ab😀", "abc😀").Select(Gen.Int[0, 800], (text, count) => string.Concat(Enumerable.Repeat(text, count)))),
        (4, Gen.OneOf("", "true", "12", "-1", "1.5", "1e3", "2024-05-29T03:41:27.009Z", "2024-05-29", "/Date(1716954087009)/")));

    private static readonly Gen<string> Time =
        Gen.DateTimeOffset.Select(Gen.OneOf("yyyy-MM-ddTHH:mm:ss.fffZ", "yyyy-MM-ddTHH:mm:sszzz", "O"), (time, format) =>
            time.ToString(format, System.Globalization.CultureInfo.InvariantCulture));

    private static readonly Gen<JToken> Scalar = Gen.OneOf(
        Text.Select(text => (JToken)new JValue(text)),
        Time.Select(text => (JToken)new JValue(text)),
        Gen.Long.Select(number => (JToken)new JValue(number)),
        Gen.Int.Select(number => (JToken)new JValue(number)),
        Gen.Double.Where(double.IsFinite).Select(number => (JToken)new JValue(number)),
        Gen.Bool.Select(flag => (JToken)new JValue(flag)),
        Gen.Const(() => (JToken)JValue.CreateNull()));

    private static readonly Gen<JToken> Anything = Gen.Recursive<JToken>((depth, deeper) => depth > 5
        ? Scalar
        : Gen.Frequency(
            (3, Scalar),
            (1, deeper.Array[0, 3].Select(items => (JToken)new JArray(items))),
            (1, Unlisted(deeper).Array[0, 3].Select(properties => (JToken)Object(properties)))));

    private static readonly Gen<JToken> TooDeep = Gen.Int[50, 80].Select(depth =>
        Enumerable.Range(0, depth).Aggregate((JToken)new JValue(1), (inner, _) => new JArray(inner)));

    /// <summary>A document that fits <paramref name="type"/>, written with or without spaces and escapes.</summary>
    public static Gen<string> For(Type type) => Written(Value(type, isOdd: false));

    /// <summary>A document in which any value may stand in the place of any other.</summary>
    public static Gen<string> Odd(Type type) => Written(Value(type, isOdd: true));

    private static Gen<string> Written(Gen<JToken> document) => document.Select(
        Gen.Enum<Formatting>(), Gen.Enum<StringEscapeHandling>(), (document, formatting, escapes) => Write(document, formatting, escapes));

    /// <summary>Text of at least one character.</summary>
    public static Gen<string> SomeText() => Text.Where(text => text.Length > 0);

    private static Gen<JToken> Value(Type type, bool isOdd)
    {
        if (type == typeof(string))
        {
            return Text.Select(text => (JToken)new JValue(text));
        }

        if (type == typeof(DateTimeOffset?))
        {
            return Time.Select(text => (JToken)new JValue(text));
        }

        return type == typeof(int?) ? Gen.Int.Select(number => (JToken)new JValue(number))
            : type == typeof(bool?) ? Gen.Bool.Select(flag => (JToken)new JValue(flag))
            : Class(type, isOdd);
    }

    private static Gen<JToken> Class(Type type, bool isOdd)
    {
        var contract = (JsonObjectContract)JsonSerializer.CreateDefault().ContractResolver.ResolveContract(type);
        var listed = contract.Properties.Where(property => !property.Ignored && property.PropertyName != "AdditionalProperties");
        var known = listed.Select(property => Gen.Frequency(
            (24, Value(property.PropertyType!, isOdd).Select(value => Property(property.PropertyName!, value))),
            (4, Gen.Const(() => (JProperty?)null)),
            (isOdd ? 4 : 0, Anything.Select(value => Property(property.PropertyName!, value)))));
        var unknown = Enumerable.Repeat(Gen.Frequency(
            (2, Gen.Const(() => (JProperty?)null)),
            (8, Unlisted(Anything)),
            (isOdd ? 0 : 1, Unlisted(TooDeep))), 2);
        return Gen.ShuffleSelect(known.Concat(unknown).ToArray()).Select(properties => (JToken)Object(properties));
    }

    private static Gen<JProperty?> Unlisted(Gen<JToken> value) =>
        Text.Select(value, (name, content) => Property("x-" + name, content));

    private static JProperty? Property(string name, JToken value) => new(name, value);

    private static JObject Object(IEnumerable<JProperty?> properties) =>
        new(properties.OfType<JProperty>().DistinctBy(property => property.Name));

    private static string Write(JToken document, Formatting formatting, StringEscapeHandling escapes)
    {
        using var text = new StringWriter();
        using var writer = new JsonTextWriter(text) { Formatting = formatting, StringEscapeHandling = escapes };
        document.WriteTo(writer);
        return text.ToString();
    }
}
