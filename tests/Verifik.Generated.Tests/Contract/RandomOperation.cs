using CsCheck;
using Newtonsoft.Json.Linq;

namespace Verifik.Tests.Contract;

/// <summary>An operation with one request that it accepts, one response that a server may give, and one failure.</summary>
/// <param name="Method">The method of HTTP.</param>
/// <param name="Path">What stands after its name in the path.</param>
/// <param name="Parameters">What is sent in path, query and header.</param>
/// <param name="Body">What is sent as JSON.</param>
/// <param name="NeedsBody">Whether the contract requires it; where it does not, it is left out.</param>
/// <param name="Result">What a success answers with.</param>
/// <param name="IsShared">Whether the body is a component that is the result too.</param>
/// <param name="Failure">What a failure answers with.</param>
/// <param name="IsDeprecated">Whether the contract deprecates it.</param>
internal sealed record RandomOperation(
    string Method, string Path, IReadOnlyList<RandomParameter> Parameters, RandomSchema? Body, bool NeedsBody, RandomSchema? Result, bool IsShared, RandomSchema? Failure, bool IsDeprecated)
{
    private static readonly Gen<RandomSchema?> Nothing = CsCheck.Gen.Const(() => (RandomSchema?)null);

    public static Gen<RandomOperation> Gen { get; } = CsCheck.Gen.Select(
        CsCheck.Gen.Select(CsCheck.Gen.OneOf("get", "head", "post", "put", "patch", "delete"), CsCheck.Gen.OneOf("", "/", ":search", ".json", "/~me/$all,b;c=d")),
        RandomParameter.Several,
        CsCheck.Gen.Select(Message(isResponse: false).Where(body => body.Sent.Type != JTokenType.Null), CsCheck.Gen.Frequency((2, CsCheck.Gen.Const(true)), (1, CsCheck.Gen.Const(false)))),
        CsCheck.Gen.Frequency((6, Message(isResponse: true).Select(schema => (RandomSchema?)schema)), (1, Nothing)),
        CsCheck.Gen.Frequency((1, RandomSchema.Object(isResponse: false).Select(schema => (RandomSchema?)schema)), (2, Nothing)),
        CsCheck.Gen.Frequency((1, Message(isResponse: true).Select(schema => (RandomSchema?)schema)), (1, Nothing)),
        CsCheck.Gen.Bool,
        (wire, parameters, body, result, shared, failure, isDeprecated) =>
        {
            var hasBody = wire.Item1 is "post" or "put" or "patch";
            var isShared = hasBody && shared is not null;
            return new RandomOperation(
                wire.Item1, wire.Item2, parameters, isShared ? shared : hasBody ? body.Item1 : null, body.Item2, wire.Item1 == "head" ? null : isShared ? shared : result, isShared, failure, isDeprecated);
        });

    /// <summary>The name of the operation.</summary>
    public string Name { get; init; } = "";

    public bool SendsBody => Body is not null && NeedsBody;

    /// <summary>Where it is called.</summary>
    public string Template => $"/{Name}{string.Concat(InPath.Select(parameter => $"/{{{parameter.Name}}}"))}{Path}";

    /// <summary>What it is called with, but for the query.</summary>
    public string Address => $"/{Name}{string.Concat(InPath.Select(parameter => "/" + parameter.InAddress))}{Path}";

    public JObject? Component => IsShared ? Body!.Schema : null;

    private IEnumerable<RandomParameter> InPath => Parameters.Where(parameter => parameter.In == "path");

    public JObject PathItem()
    {
        var operation = new JObject { ["operationId"] = Name, ["parameters"] = new JArray(Parameters.Select(parameter => parameter.Text())), ["responses"] = Responses() };
        if (Body is not null)
        {
            operation["requestBody"] = Content(null, Body, Body.Sent);
            operation["requestBody"]!["required"] = NeedsBody;
        }

        if (IsDeprecated)
        {
            operation["deprecated"] = true;
        }

        return new JObject { [Method] = operation };
    }

    private static Gen<RandomSchema> Message(bool isResponse) => CsCheck.Gen.Frequency((3, RandomSchema.Object(isResponse)), (2, RandomSchema.Property(isResponse)));

    private JObject Responses()
    {
        var responses = new JObject { ["200"] = Content("Done.", Result, Result?.Read), ["default"] = Content("Any other.", null, null) };
        responses["200"]!["headers"] = JObject.Parse("""{ "X-Rate": { "description": "How many are left.", "schema": { "type": "integer" } } }""");
        if (Result is null || IsShared)
        {
            (responses["201"], responses["2XX"]) = (Content("Made.", Result, Result?.Read), Content("Whatever.", Result, Result?.Read));
        }

        responses["409"] = Failure is null ? new JObject { ["description"] = "Refused.", ["content"] = JObject.Parse("""{ "application/json": { "schema": { "$ref": "#/components/schemas/ApiError" } } }""") }
            : Content("Refused.", Failure, Failure.Read);
        return responses;
    }

    private JObject Content(string? description, RandomSchema? body, JToken? example)
    {
        var holder = new JObject();
        if (description is not null)
        {
            holder["description"] = description;
        }

        if (body is not null)
        {
            var schema = IsShared && body == Body ? new JObject { ["$ref"] = $"#/components/schemas/{Name}Thing" } : body.Schema;
            holder["content"] = new JObject { ["application/json"] = new JObject { ["schema"] = schema, ["example"] = example } };
        }

        return holder;
    }
}
