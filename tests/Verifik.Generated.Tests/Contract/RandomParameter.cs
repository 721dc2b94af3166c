using System.Globalization;
using System.Text;
using CsCheck;
using Newtonsoft.Json.Linq;

namespace Verifik.Tests.Contract;

/// <summary>A parameter, and whether the call gives it.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="In">Where it is sent.</param>
/// <param name="Schema">Its type, and a value.</param>
/// <param name="Style">How a list is sent.</param>
/// <param name="IsRequired">Whether the contract requires it.</param>
/// <param name="IsGiven">Whether the call gives it.</param>
/// <param name="HasDefault">Whether the contract has a default.</param>
/// <param name="IsDeprecated">Whether the contract deprecates it.</param>
internal sealed record RandomParameter(string Name, string In, RandomSchema Schema, string Style, bool IsRequired, bool IsGiven, bool HasDefault, bool IsDeprecated)
{
    private static readonly string[] InQuery = ["in-query[]", "userId", "class", "filter[name]", "value", "item", "$top", "año", "populates[]"];
    private static readonly string[] InHeader = ["X-In-Header", "x_user", "If-Match"];

    /// <summary>Several, each of another name, with what stands for them in the path.</summary>
    public static Gen<RandomParameter[]> Several { get; } = Gen.Select(
        Gen.Int[0, 2].SelectMany(count => Gen.OneOf(RandomSchema.Parameter, RandomSchema.Parameters).Where(schema => schema.Sent is JArray { Count: > 0 } or JValue { Value: not "" }).Array[count]),
        Gen.Shuffle(InQuery, 0, 4).SelectMany(names => Of(names, "query")),
        Gen.Shuffle(InHeader, 0, 2).SelectMany(names => Of(names, "header")),
        (inPath, inQuery, inHeader) => (RandomParameter[])
        [
            .. inPath.Select((schema, index) => new RandomParameter(index == 0 ? "id" : "second-id", "path", schema, "simple", IsRequired: true, IsGiven: true, HasDefault: false, IsDeprecated: false)),
            .. inQuery,
            .. inHeader,
        ]);

    public JObject Text()
    {
        var schema = new JObject(Schema.Schema);
        if ((schema["items"] ?? schema) is JObject item && item["enum"]?.First!.Type == JTokenType.String)
        {
            item["x-csharp-name"] = RandomProperty.ChosenName;
        }

        if (HasDefault && Schema.Sent is JValue)
        {
            schema["default"] = Schema.Sent;
        }

        var parameter = new JObject { ["name"] = Name, ["in"] = In, ["required"] = IsRequired, ["schema"] = schema };
        if (IsDeprecated)
        {
            parameter["deprecated"] = true;
        }

        if (In == "query" && Schema.Sent is JArray)
        {
            (parameter["style"], parameter["explode"]) = Style == "explode" ? ("form", true) : (Style, false);
        }

        return parameter;
    }

    /// <summary>The texts that are sent, an item each.</summary>
    public IEnumerable<string> Texts => IsGiven || IsDefaultSent ? (Schema.Sent as JArray ?? new JArray(Schema.Sent)).Select(TextOf) : [];

    /// <summary>What stands in the address.</summary>
    public string InAddress => (In, Schema.Sent, Style) switch
    {
        ("path", _, _) => Joined(","),
        ("query", JArray, "form") => $"{Escaped}={Joined(",")}",
        ("query", JArray, "spaceDelimited") => $"{Escaped}={Joined("%20")}",
        ("query", JArray, "pipeDelimited") => $"{Escaped}={Joined("%7C")}",
        _ => string.Join("&", Texts.Select(text => $"{Escaped}={Uri.EscapeDataString(text)}")),
    };

    private string Escaped => Uri.EscapeDataString(Name);

    private JObject Item => (JObject)(Schema.Schema["items"] ?? Schema.Schema);

    // C# has no constant of another type.
    private bool IsDefaultSent => HasDefault && Schema.Sent is JValue && !IsRequired && Schema.Schema["enum"]?.First!.Type != JTokenType.String
        && Item["format"]?.ToString() is not ("date-time" or "date" or "byte") && Item["$ref"]?.ToString() is not ("#/components/schemas/RandomKind" or "#/components/schemas/RandomTime");

    private static Gen<RandomParameter[]> Of(string[] names, string place) => Gen.Select(
        Gen.OneOf(RandomSchema.Parameter, RandomSchema.Parameters).Where(schema => place != "header" || Ascii.IsValid(schema.Sent.ToString())),
        Gen.OneOf("explode", "form", "spaceDelimited", "pipeDelimited"),
        Gen.Bool.Array[4],
        (schema, style, flags) => new RandomParameter("", place, schema, style, flags[0] && schema.Sent is not JArray { Count: 0 }, flags[0] || flags[1], flags[2], flags[3]))
        .Array[names.Length].Select(parameters => parameters.Select((parameter, index) => parameter with { Name = names[index] }).ToArray());

    private string Joined(string separator) => string.Join(separator, Texts.Select(Uri.EscapeDataString));

    private string TextOf(JToken item) => item switch
    {
        JValue when Item["format"]?.ToString() == "date-time" || Item["$ref"]?.ToString() == "#/components/schemas/RandomTime" =>
            DateTimeOffset.Parse(item.ToString(), CultureInfo.InvariantCulture).ToString("O"),
        JValue { Value: bool flag } => flag ? "true" : "false",
        JValue { Value: IFormattable number } => number.ToString(number is double ? "R" : null, CultureInfo.InvariantCulture),
        _ => item.ToString(),
    };
}
