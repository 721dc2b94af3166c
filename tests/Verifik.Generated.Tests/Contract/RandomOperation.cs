using CsCheck;
using Newtonsoft.Json.Linq;

namespace Verifik.Tests.Contract;

/// <summary>An operation with one request that it accepts and one response that a server may give.</summary>
internal sealed record RandomOperation(string Method, RandomSchema InPath, RandomSchema InQuery, bool Explodes, RandomSchema InHeader, RandomSchema? Body, bool NeedsBody, RandomSchema? Result)
{
    private static readonly Gen<RandomSchema?> Nothing = CsCheck.Gen.Const(() => (RandomSchema?)null);

    public static Gen<RandomOperation> Gen { get; } = CsCheck.Gen.Select(
        CsCheck.Gen.OneOf("get", "post", "put", "patch", "delete"),
        RandomSchema.Parameter(canBeList: true),
        RandomSchema.Parameter(canBeList: true).Select(CsCheck.Gen.Bool, (schema, explodes) => (schema, explodes)),
        RandomSchema.Parameter(canBeList: true),
        CsCheck.Gen.Frequency((3, RandomSchema.Object(isResponse: false)), (1, RandomSchema.Property(isResponse: false))).Where(body => body.Value.Type != JTokenType.Null),
        CsCheck.Gen.Bool,
        CsCheck.Gen.Frequency((4, RandomSchema.Object(isResponse: true).Select(schema => (RandomSchema?)schema)), (2, RandomSchema.Property(isResponse: true).Where(IsThere).Select(schema => (RandomSchema?)schema)), (1, Nothing)),
        (method, inPath, inQuery, inHeader, body, needsBody, result) => new RandomOperation(method, inPath, inQuery.schema, inQuery.explodes, inHeader, method is "get" or "delete" ? null : body, needsBody, result));

    /// <summary>The name of the operation and of its path.</summary>
    public string Name { get; init; } = "";

    public string Path => $"/{Name}/{{in_path}}";

    public JObject PathItem()
    {
        var operation = new JObject
        {
            ["operationId"] = Name,
            ["parameters"] = new JArray(
                Parameter("in_path", "path", InPath, isRequired: true),
                Parameter("in-query[]", "query", InQuery, isRequired: false, Explodes),
                Parameter("X-In-Header", "header", InHeader, isRequired: false)),
            ["responses"] = Result is null
                ? new JObject { ["200"] = Content("Done.", null), ["204"] = Content("Gone.", null), ["2XX"] = Content("Whatever.", null) }
                : new JObject { ["200"] = Content("Done.", Result) },
        };
        if (Body is not null)
        {
            operation["requestBody"] = Content(null, Body);
            operation["requestBody"]!["required"] = NeedsBody;
        }

        return new JObject { [Method] = operation };
    }

    private static JObject Parameter(string name, string place, RandomSchema schema, bool isRequired, bool? explodes = null)
    {
        var parameter = new JObject { ["name"] = name, ["in"] = place, ["required"] = isRequired, ["schema"] = schema.Schema };
        if (explodes is not null)
        {
            parameter["explode"] = explodes;
        }

        return parameter;
    }

    private static JObject Content(string? description, RandomSchema? body)
    {
        var holder = new JObject();
        if (description is not null)
        {
            holder["description"] = description;
        }

        if (body is not null)
        {
            holder["content"] = new JObject { ["application/json"] = new JObject { ["schema"] = body.Schema, ["example"] = body.Value } };
        }

        return holder;
    }

    // An empty text in the place of a whole response is nothing to any reader.
    private static bool IsThere(RandomSchema schema) => schema.Value is not JValue { Value: null or "" };
}
