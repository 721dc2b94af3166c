namespace Verifik.Tests.Contract;

/// <summary>A construct has the same meaning everywhere: it is supported completely, or rejected with the reason.</summary>
public sealed class ConstructTests
{
    [Theory]
    [InlineData("{ type: integer, format: int32, enum: [1, 3000000000] }", "The value 3000000000 of 'enum' is out of the range of the type, -2147483648 to 2147483647; write 'format: int64'")]
    [InlineData("{ type: integer, minimum: 9223372036854775807, exclusiveMinimum: true }", "'minimum' (9223372036854775807) and the other limits allow no value of the type")]
    [InlineData("{ type: integer, minimum: 1.2, maximum: 1.8 }", "allow no value")]
    [InlineData("{ type: number, minimum: 1, maximum: 1, exclusiveMaximum: true }", "allow no value")]
    public void LimitsThatAllowNoValue_AreRejected(string schema, string message) =>
        OneSchema.Refuses(OneSchema.InRequest(schema), "VC0017", message);

    [Theory]
    [InlineData("{ allOf: [ { type: string, maxLength: 10 }, { type: string, maxLength: 5 } ] }", "\"maxLength\": 5")]
    [InlineData("{ allOf: [ { type: string, maxLength: 5 }, { type: string, maxLength: 10 } ] }", "\"maxLength\": 5")]
    [InlineData("{ allOf: [ { type: integer, minimum: 3, exclusiveMinimum: true }, { type: integer, minimum: 2 } ] }", "\"minimum\": \"4L\"")]
    [InlineData("{ allOf: [ { type: integer, minimum: 3 }, { type: integer, minimum: 3, exclusiveMinimum: true } ] }", "\"minimum\": \"4L\"")]
    [InlineData("{ allOf: [ { type: integer }, { type: number } ] }", "\"kind\": \"int64\"")]
    [InlineData("{ allOf: [ { type: string, enum: [a, b, c], x-enumNames: [First, Second, Third] }, { type: string, enum: [c, b, x] } ] }", "\"Second\",\n          \"Third\"\n")]
    public void TheCommonValuesOfAnAllOf_AreKept(string schema, string lowered) =>
        Assert.Contains(lowered, OneSchema.Accepts(OneSchema.InRequest(schema)), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ allOf: [ { type: string }, { type: integer } ] }", "The parts are 'string' and 'integer': no value has both types")]
    [InlineData("{ allOf: [ { type: string, enum: [a] }, { type: string, enum: [b] } ] }", "The parts have no common value under 'enum'")]
    [InlineData("{ allOf: [ { type: string, pattern: a }, { type: string, pattern: b } ] }", "The parts have two values of 'pattern', 'a' and 'b'")]
    [InlineData("{ allOf: [ { type: array, items: { type: string } }, { type: array, items: { type: integer } } ] }", "The parts have different 'items'")]
    [InlineData("{ allOf: [ { type: object, properties: { a: { type: array, items: { type: string } } } }, { type: object, properties: { a: { type: array, items: { type: integer } } } } ] }", "'a' has another type in another part of 'allOf'")]
    [InlineData("{ allOf: [ { type: object, properties: { a: { type: string, enum: [x] } } }, { type: object, properties: { a: { type: string, enum: [z] } } } ] }", "'a' has another type in another part of 'allOf'")]
    [InlineData("{ allOf: [ { type: object, properties: { a: { type: string, maxLength: 5 } } }, { type: object, properties: { a: { type: string } } } ] }", "'a' has another 'maxLength' in another part of 'allOf'")]
    public void AnAllOfWithoutCommonValues_IsRejected(string schema, string message) =>
        OneSchema.Refuses(OneSchema.InRequest(schema), "VC0012", message);

    [Fact]
    public void LimitsOfTwoParts_ThatAllowNoValue_AreRejected() =>
        OneSchema.Refuses(OneSchema.InRequest("{ allOf: [ { type: string, maxLength: 2 }, { type: string, minLength: 3 } ] }"), "VC0017", "so no value is valid");

    [Fact]
    public void ANullAnywhereInAnEnumeration_DoesNotShiftTheNames()
    {
        var lowered = OneSchema.Accepts(OneSchema.InResponse("{ type: string, nullable: true, enum: [null, a, b], x-enumNames: [Nothing, First, Second] }"));

        Assert.Contains("\"name\": \"Second\",\n            \"value\": \"=b\"", lowered, StringComparison.Ordinal);
    }

    [Fact]
    public void ANullInAnEnumeration_IsKeptWhenItIsLoweredAgain() =>
        Assert.Contains("\"nullable\": true", OneSchema.Accepts(OneSchema.InRequest("{ type: string, enum: [null, a] }")), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ type: object, additionalProperties: true, properties: { a: { type: string } } }")]
    [InlineData("{ type: object, additionalProperties: {}, properties: { a: { type: string } } }")]
    [InlineData("{ type: object, additionalProperties: { type: string }, properties: { a: { type: string } } }")]
    public void ARequestWithProperties_HasNoAdditionalOnes(string schema) =>
        OneSchema.Refuses(OneSchema.InRequest(schema), "VC0012", "'additionalProperties' together with 'properties' is not supported in a request; leave it out, and give 'ThingIt' a property that is a map");

    [Theory]
    [InlineData("{ type: array, items: { type: string, nullable: true } }")]
    [InlineData("{ type: object, additionalProperties: { type: string, nullable: true } }")]
    [InlineData("{ type: array, items: { type: array, items: { type: string, enum: [a, null] } } }")]
    public void ANullInAListOfARequest_IsRefused(string schema)
    {
        OneSchema.Refuses(OneSchema.InRequest(schema), "VC0012", "are not supported; leave 'nullable' out");
        OneSchema.Accepts(OneSchema.InResponse(schema));
    }

    [Fact]
    public void ARequiredListInTheQuery_HasAnItem()
    {
        const string paths = "  /things:\n    get: { operationId: ListThings, parameters: [ { name: ids, in: query, required: true, schema: { type: array, items: { type: string } } } ], responses: { '204': { description: Done. } } }\n";

        Assert.Contains("\"minItems\": \"1\"", OneSchema.Accepts(OneSchema.Contract(paths)), StringComparison.Ordinal);
        Assert.DoesNotContain("minItems", OneSchema.Accepts(OneSchema.Contract(paths.Replace("required: true", "required: false", StringComparison.Ordinal))), StringComparison.Ordinal);
        OneSchema.Refuses(OneSchema.Contract(paths.Replace("items:", "maxItems: 0, items:", StringComparison.Ordinal)), "VC0017", "'ids' is required, but can have no item");
    }

    [Theory]
    [InlineData("'200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }, '201': { description: Made., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }")]
    [InlineData("2XX: { description: Done. }, '200': { description: Made. }")]
    [InlineData("'200': { description: Made. }, 2XX: { description: Done. }, '204': { description: Gone. }")]
    public void SeveralSuccesses_AreLoweredUnchanged(string responses)
    {
        var lowered = OneSchema.Accepts(OneSchema.Contract($"  /things:\n    get: {{ operationId: GetThing, responses: {{ {responses} }} }}\n"));

        Assert.Equal(1, lowered.Split("\"200\"").Length - 1);
        Assert.Contains("Made.", lowered, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("get", "'200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }, '201': { description: Made., content: { application/json: { schema: { type: string } } } }", "'201' has a different schema than '200'")]
    [InlineData("get", "'200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }, '204': { description: Gone. }", "'204' has a different schema than '200'")]
    [InlineData("head", "'200': { description: Done., content: { application/json: { schema: { type: string } } } }", "The response to a HEAD request has no body: leave 'content' out")]
    public void ASuccessThatNoMethodCanReturn_IsOneError(string method, string responses, string message) =>
        OneSchema.Refuses(OneSchema.Contract($"  /things:\n    {method}: {{ operationId: GetThing, responses: {{ {responses} }} }}\n"), "VC0016", message);

    [Fact]
    public void AnUnquotedDate_IsADate_NotANumber()
    {
        OneSchema.Accepts(OneSchema.InResponse("{ type: string, format: date, example: 2026-05-01 }"));
        OneSchema.Refuses(OneSchema.InResponse("{ type: integer, example: 2026-05-01 }"), "VC0030", "but the schema requires 'integer'");
    }

    [Fact]
    public void ANullableBody_IsLoweredUnchanged() =>
        OneSchema.Accepts(OneSchema.Contract("  /things:\n    post: { operationId: SendThing, requestBody: { content: { application/json: { schema: { nullable: true, allOf: [ { $ref: '#/components/schemas/Thing' } ] } } } }, responses: { '204': { description: Done. } } }\n"));

    [Fact]
    public void AnEnumerationOfBooleans_IsLoweredUnchanged() => OneSchema.Accepts(OneSchema.InResponse("{ type: boolean, enum: [true] }"));

    [Theory]
    [InlineData("requestBody: { required: true, content: { application/json: { schema: { type: object, x-csharp-name: Chosen, properties: { a: { type: string } } } } } }")]
    [InlineData("requestBody: { required: true, content: { application/json: { schema: { type: array, items: { type: object, x-csharp-name: Chosen, properties: { a: { type: string } } } } } } }")]
    [InlineData("requestBody: { required: true, content: { application/json: { schema: { type: object, additionalProperties: { type: object, x-csharp-name: Chosen, properties: { a: { type: string } } } } } } }")]
    [InlineData("parameters: [ { name: kind, in: query, schema: { type: string, enum: [a], x-csharp-name: Chosen } } ]")]
    public void AChosenName_IsUsedWhereverATypeIsDeclared(string part) =>
        Assert.Contains("\"Chosen\": {", OneSchema.Accepts(OneSchema.Contract($"  /things:\n    post: {{ operationId: SendThing, {part}, responses: {{ '204': {{ description: Done. }} }} }}\n")), StringComparison.Ordinal);

    [Fact]
    public void NamesOfNumbers_AreRefused() =>
        OneSchema.Refuses(OneSchema.InRequest("{ type: integer, enum: [1, 2], x-enumNames: [One, Two] }"), "VC0017", "'x-enumNames' has no effect here");

    [Theory]
    [InlineData("/items/")]
    [InlineData("/")]
    [InlineData("/v1/projects:search")]
    [InlineData("/projects:search")]
    [InlineData("/files/{name}.json")]
    public void AnOrdinaryPath_IsAccepted(string path) => OneSchema.Accepts(OneSchema.Contract(Path(path)));

    [Theory]
    [InlineData("/a//b", "it has an empty segment; write one '/'")]
    [InlineData("/a?b=c", "it contains '?'; write the rest as query parameters")]
    [InlineData("/a/../b", "'.' and '..' lead to another path")]
    [InlineData("/a/b}", "braces must enclose the name of a parameter")]
    public void AnInvalidPath_IsReportedWithTheReason(string path, string message) =>
        OneSchema.Refuses(OneSchema.Contract(Path(path)), "VC0014", message);

    [Fact]
    public void ARequiredPropertyOfAnAlternative_MayBeDeclaredAnywhereInTheComposition() =>
        OneSchema.Accepts(OneSchema.InResponse("{ allOf: [ { type: object, properties: { a: { type: string }, b: { type: string } } }, { oneOf: [ { required: [a] }, { required: [b] } ] } ] }"));

    [Fact]
    public void ASingleAlternative_IsThatType() =>
        Assert.Contains("\"kind\": \"text\"", OneSchema.Accepts(OneSchema.InRequest("{ oneOf: [ { type: string } ] }")), StringComparison.Ordinal);

    [Fact]
    public void AnUnsupportedFlag_MayBeFalse() =>
        OneSchema.Accepts(OneSchema.Contract("  /things:\n    get: { operationId: ListThings, parameters: [ { name: id, in: query, allowEmptyValue: false, allowReserved: false, schema: { type: string } } ], responses: { '204': { description: Done. } } }\n"));

    [Fact]
    public void AnEmptyRequirement_IsReportedWithTheEmptyListToWrite() =>
        OneSchema.Refuses(OneSchema.Contract(Path("/things")).Replace("security: []", "security: [ {} ]", StringComparison.Ordinal), "VC0018", "write 'security: []'");

    [Theory]
    [InlineData("application/octet-stream", "write bytes as a base64 string in JSON")]
    [InlineData("application/pdf", "write bytes as a base64 string in JSON")]
    [InlineData("text/plain", "write text as JSON, 'type: string'")]
    [InlineData("'*/*'", "write 'application/json' if the server sends JSON")]
    public void ABodyThatIsNotJson_IsOneError(string media, string message) =>
        OneSchema.Refuses(OneSchema.Contract($"  /things:\n    get: {{ operationId: GetThing, responses: {{ '200': {{ description: Done., content: {{ {media}: {{ schema: {{ type: string, format: binary }} }} }} }} }} }}\n"), "VC0025", message);

    [Theory]
    [InlineData("multipart/form-data: { schema: { type: object, properties: { file: { type: string, format: binary } } }, encoding: { file: { contentType: image/png } } }", "send a file as a base64 string in JSON, 'format: byte'")]
    [InlineData("application/x-www-form-urlencoded: { schema: { type: object, properties: { a: { type: string } } } }", "send an object in JSON, or parameters in the query")]
    public void AFormInARequest_IsOneError(string content, string message) =>
        OneSchema.Refuses(OneSchema.Contract($"  /things:\n    post: {{ operationId: SendThing, requestBody: {{ content: {{ {content} }} }}, responses: {{ '204': {{ description: Done. }} }} }}\n"), "VC0025", message);

    [Fact]
    public void VariablesOfAServer_AreOneError() =>
        OneSchema.Refuses(
            OneSchema.Contract(Path("/things")).Replace("url: 'https://api.example.com'", "url: 'https://{region}.example.com', variables: { region: { default: co } }", StringComparison.Ordinal),
            "VC0012",
            "'variables' is not supported in a server: the application sets another address with VerifikOptions.BaseAddress; write one absolute address");

    [Theory]
    [InlineData("    Event: { type: object, properties: { cause: { $ref: '#/components/schemas/Cause' } } }\n    Cause: { type: object, properties: { events: { type: array, items: { $ref: '#/components/schemas/Event' } } } }\n", "Event", "Cause")]
    [InlineData("    Event: { oneOf: [ { $ref: '#/components/schemas/Made' }, { $ref: '#/components/schemas/Gone' } ] }\n    Made: { type: object }\n    Gone: { type: string, enum: [a] }\n", "Made", "Gone")]
    public void AComponentThatNoOperationUses_IsStillAType(string components, string one, string other)
    {
        var lowered = OneSchema.Accepts(OneSchema.Contract(Path("/things"), components: components));

        Assert.Contains($"\"{one}\": {{", lowered, StringComparison.Ordinal);
        Assert.Contains($"\"{other}\": {{", lowered, StringComparison.Ordinal);
    }

    [Fact]
    public void AComponentThatIsOnlyAPartOfOthers_IsFlattenedIntoThem()
    {
        var lowered = OneSchema.Accepts(OneSchema.InResponse("{ type: string }", "    Base: { type: object, properties: { id: { type: string } } }\n    Whole: { allOf: [ { $ref: '#/components/schemas/Base' }, { type: object, properties: { a: { type: string } } } ] }\n"));

        Assert.Contains("\"Whole\": {", lowered, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Base\": {", lowered, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ name: q, in: query, content: { application/json: { schema: { type: string } } } }", "VC0012", "'content' is not supported in a parameter")]
    [InlineData("{ name: q, in: query, style: deepObject, schema: { type: object, properties: { a: { type: string } } } }", "VC0014", "write one parameter per property")]
    [InlineData("{ name: X-A, in: header, schema: { type: string } }, { name: x-a, in: header, x-originalName: other, schema: { type: string } }", "VC0014", "'x-a' is the header 'X-A' again")]
    public void AParameterThatCannotBeSent_IsOneError(string parameter, string code, string message) =>
        OneSchema.Refuses(OneSchema.Contract($"  /things:\n    get: {{ operationId: ListThings, parameters: [ {parameter} ], responses: {{ '204': {{ description: Done. }} }} }}\n"), code, message);

    [Theory]
    [InlineData("{ type: apiKey, name: X-Key, in: header }", "[]")]
    [InlineData("{ type: oauth2, flows: {} }", "[read]")]
    public void AnotherScheme_IsOneError(string scheme, string scopes) =>
        OneSchema.Refuses(
            OneSchema.Contract(Path("/things")).Replace("security: []", $"security: [ {{ key: {scopes} }} ]", StringComparison.Ordinal).Replace("components:\n", $"components:\n  securitySchemes: {{ key: {scheme} }}\n", StringComparison.Ordinal),
            "VC0018",
            "is not supported: the client sends a token as 'type: http'");

    [Theory]
    [InlineData("{ type: string, minLength: 2, enum: [abc, a] }", "'minLength' is 2")]
    [InlineData("{ type: integer, maximum: 2, enum: [1, 3] }", "it is more than 'maximum', 2")]
    public void AnEnumerationValue_SatisfiesTheOtherConstraints(string schema, string message) =>
        OneSchema.Refuses(OneSchema.InRequest(schema), "VC0030", message);

    private static string Path(string path) =>
        $"  '{path}':\n    get: {{ operationId: GetThing,{(path.Contains("{name}", StringComparison.Ordinal) ? " parameters: [ { name: name, in: path, required: true, schema: { type: string } } ]," : "")} responses: {{ '204': {{ description: Done. }} }} }}\n";
}
