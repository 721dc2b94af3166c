using System.Net;
using Newtonsoft.Json.Linq;
using Verifik.Contract;

namespace Verifik.Tests.Contract;

/// <summary>Constructs that server frameworks commonly generate, compiled and called.</summary>
public sealed class EverydayCallTests(EverydayCallTests.Compiled compiled) : IClassFixture<EverydayCallTests.Compiled>
{
    private const string Contract = """
        openapi: 3.0.3
        info: { title: Everyday, version: '1' }
        servers: [ { url: 'https://api.example.com' } ]
        security: []
        paths:
          /messages:
            post:
              operationId: sendMessage
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Message' } } } }
              responses: { '200': { description: Sent. } }
          /things/{userId}:
            get:
              operationId: getThing
              parameters:
                - { name: userId, in: path, required: true, schema: { type: string, pattern: '^u' } }
                - { name: since, in: query, deprecated: true, description: Since when., schema: { type: string, nullable: true, default: null } }
                - { name: limit, in: query, schema: { type: integer, nullable: true, default: null } }
                - { name: all, in: query, schema: { type: boolean, nullable: true, default: null } }
              responses:
                '200': { description: Found., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
                '201': { description: Made., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
                '404': { description: Not there., content: { application/json: { schema: { $ref: '#/components/schemas/ApiError' } } } }
                4XX: { description: Refused., content: { application/json: { schema: { $ref: '#/components/schemas/Refusal' } } } }
                5XX: { description: Broken., content: { application/json: { schema: { $ref: '#/components/schemas/ApiError' } } } }
                default: { description: Odd., content: { application/json: { schema: { $ref: '#/components/schemas/Refusal' } } } }
            put:
              operationId: putThing
              parameters: [ { name: userId, in: path, required: true, schema: { type: string } } ]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
              responses: { '200': { description: Kept. } }
          /users/{id}:
            get:
              operationId: getThingUser
              parameters: [ { name: id, in: path, required: true, schema: { type: string, pattern: '^i' } } ]
              responses: { '200': { description: Found. } }
          /newest:
            get:
              operationId: findNewest
              responses: { '200': { description: Found., content: { application/json: { schema: { nullable: true, allOf: [ { $ref: '#/components/schemas/Thing' } ] } } } } }
          /newest/names:
            get:
              operationId: listNewest
              responses: { '200': { description: Found., content: { application/json: { schema: { type: array, nullable: true, items: { type: string } } } } } }
          /newest/size:
            get:
              operationId: measureNewest
              responses: { '200': { description: Found., content: { application/json: { schema: { type: integer, nullable: true } } } } }
          /:
            get: { operationId: getRoot, responses: { '204': { description: Done. } } }
          /items/:
            get: { operationId: listItems, responses: { '204': { description: Done. } } }
          /files/{name}.json:
            get:
              operationId: getFile
              parameters: [ { name: name, in: path, required: true, schema: { type: string } } ]
              responses: { '204': { description: Done. } }
          /projects:search:
            get:
              operationId: searchProjects
              parameters: [ { name: text, in: query, schema: { type: string } } ]
              responses: { '204': { description: Done. } }
          /projects/{id}:close:
            post:
              operationId: closeProject
              parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
              responses: { '204': { description: Done. } }
          /{kind}:count:
            get:
              operationId: countKind
              parameters: [ { name: kind, in: path, required: true, schema: { type: string } } ]
              responses: { '204': { description: Done. } }
          /times:
            get:
              operationId: listTimes
              parameters:
                - { name: since, in: query, schema: { type: string, default: '2024-05-29T03:41:27Z' } }
                - { name: kind, in: query, schema: { type: string, enum: ['/Date(1)/', '=='], x-enumNames: [Old, Same] } }
                - { name: value, in: query, schema: { type: boolean, enum: [true] } }
              responses: { '204': { description: Done. } }
          /pets:
            get:
              operationId: getPet
              responses: { '200': { description: Found., content: { application/json: { schema: { type: object, properties: { pet: { oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ] } } } } } } }
        components:
          schemas:
            ApiError: { type: object, properties: { code: { type: string }, message: { type: string } } }
            Cat: { type: object, required: [meows], properties: { meows: { type: boolean } } }
            Dog: { type: object, properties: { barks: { type: integer } } }
            Names: { type: array, items: { type: string } }
            Message:
              type: object
              required: [role, note, accepted, answer]
              properties:
                role: { type: string, enum: [user, assistant, system] }
                note: { type: string }
                accepted: { type: boolean, enum: [true] }
                title: { type: string, nullable: true, default: null }
                count: { type: integer, nullable: true, default: null }
                answer: { type: string, nullable: true, writeOnly: true }
                flag: { type: boolean, nullable: true, default: null }
            Refusal: { type: object, properties: { reason: { type: string } } }
            Thing:
              type: object
              properties:
                id: { type: string, readOnly: true }
                name: { type: string }
                size: { type: integer }
                amount: { type: number, format: decimal }
                pin: { type: string, writeOnly: true, x-secret: true }
                photo: { type: string, writeOnly: true }
                tokens: { type: array, x-secret: true, items: { type: string } }
                codes: { type: object, additionalProperties: { type: string, x-secret: true } }
                code: { type: string, pattern: '^(a|aa)+$' }
                number: { type: string, pattern: '^\d{2,3}\s?$' }
                label: { type: string, minLength: 2, maxLength: 3 }
                names: { $ref: '#/components/schemas/Names' }
                oldNames: { $ref: '#/components/schemas/Names', deprecated: true }
                parts: { type: array, uniqueItems: true, items: { $ref: '#/components/schemas/Thing' } }
                value: { type: integer, enum: [1, 2] }
                extra: { type: object }
        """;

    private readonly CompiledClient _client = compiled.WithFreshWire();

    [Fact]
    public async Task AValueNamedSystem_AndADefaultOfNull_Compile_AndNothingIsSentForTheDefault()
    {
        await _client.CallAsync("SendMessage", Message());

        Assert.Equal("""{"role":"system","note":"Hello","accepted":true,"answer":null}""", _client.Wire.Body);
    }

    [Fact]
    public void ANullThatIsRequired_IsWrittenByNewtonsoftToo() =>
        Assert.Contains("\"answer\":null", Newtonsoft.Json.JsonConvert.SerializeObject(Message()), StringComparison.Ordinal);

    [Fact]
    public async Task ADefaultOfNull_OfAParameter_IsNoDefault()
    {
        _client.Wire.Answer = "{}";

        await _client.CallAsync("GetThing", "u1");

        Assert.Equal("https://api.example.com/things/u1", _client.Wire.Address);
    }

    [Fact]
    public async Task TwoPatterns_WithTheSameCombinedName_AreDistinct()
    {
        Assert.Equal("userId", (await Assert.ThrowsAsync<ArgumentException>(() => _client.CallAsync("GetThing", "i1"))).ParamName);
        Assert.Equal("id", (await Assert.ThrowsAsync<ArgumentException>(() => _client.CallAsync("GetThingUser", "u1"))).ParamName);
    }

    [Fact]
    public async Task ABooleanWithOneAllowedValue_IsChecked()
    {
        dynamic message = Message();
        message.Accepted = false;

        var error = await Assert.ThrowsAsync<ArgumentException>(() => _client.CallAsync("SendMessage", (object)message));

        Assert.Equal(("Accepted", "Accepted must be true. (Parameter 'Accepted')"), (error.ParamName, error.Message));
        Assert.Equal("", _client.Wire.Address);
    }

    [Theory]
    [InlineData(404, false)]
    [InlineData(409, true)]
    [InlineData(500, false)]
    [InlineData(302, true)]
    public async Task TheDetailsOfAnError_AreThoseOfTheMostSpecificStatus(int status, bool hasDetails)
    {
        (_client.Wire.Status, _client.Wire.Answer) = ((HttpStatusCode)status, """{ "code": "NotFound", "message": "No." }""");

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => _client.CallAsync("GetThing", "u1"));

        Assert.Equal((hasDetails, "NotFound"), (error.Details is not null, error.Error!.Code));
    }

    [Fact]
    public void TheDocumentation_NamesNoSuccessAmongTheFailures_AndWhatIsDeprecated()
    {
        Assert.DoesNotContain("201: Made.", compiled.Source, StringComparison.Ordinal);
        Assert.Contains("<param name=\"since\">Since when. Deprecated in the contract.</param>", compiled.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AdditionalProperties_AreWrittenBack_ExceptThoseThatAreSetOrNotSent()
    {
        _client.Wire.Answer = """{ "id": { "v": 1 }, "name": { "first": "Ana" }, "size": "large", "photo": "masked", "note": null, "tags": ["a"] }""";
        dynamic thing = (await _client.CallAsync("GetThing", "u1"))!;
        thing.Size = 3;

        await _client.CallAsync("PutThing", "u1", (object)thing);

        Assert.Equal("""{"size":3,"name":{"first":"Ana"},"note":null,"tags":["a"]}""", _client.Wire.Body);
    }

    [Fact]
    public async Task AWriteOnlySecret_IsNotKept_IfAServerEchoesIt()
    {
        _client.Wire.Answer = """{ "pin": "fake-secret", "name": "Ana" }""";

        dynamic thing = (await _client.CallAsync("GetThing", "u1"))!;

        Assert.Equal("Ana", (string)thing.Name);
        Assert.Empty((IDictionary<string, JToken>)thing.AdditionalProperties);
    }

    [Theory]
    [InlineData("tokens", """["fake-secret", 5]""")]
    [InlineData("tokens", "\"fake-secret\"")]
    [InlineData("codes", """{ "one": "fake-secret", "other": true }""")]
    [InlineData("parts", """[{ "pin": "fake-secret" }, 7]""")]
    [InlineData("parts", """[{ "tokens": [5] }, 7]""")]
    [InlineData("parts", "\"fake-secret\"")]
    public async Task AMismatch_ThatIsOrContainsASecret_IsNotKept(string property, string value)
    {
        _client.Wire.Answer = $$"""{ "{{property}}": {{value}}, "name": "Ana" }""";

        dynamic thing = (await _client.CallAsync("GetThing", "u1"))!;

        Assert.Equal(("Ana", true), ((string)thing.Name, thing.Tokens is null && thing.Codes is null && thing.Parts is null));
        Assert.Empty((IDictionary<string, JToken>)thing.AdditionalProperties);
    }

    [Fact]
    public async Task SecretsInAList_AndInADictionary_AreStrings()
    {
        _client.Wire.Answer = """{ "tokens": ["1", null, "fake-secret"], "codes": { "one": "true" } }""";

        dynamic thing = (await _client.CallAsync("GetThing", "u1"))!;

        Assert.Equal(["1", "fake-secret"], (IReadOnlyList<string>)thing.Tokens);
        Assert.Equal("true", Assert.Single((IDictionary<string, string>)thing.Codes).Value);
    }

    [Fact]
    [Trait("Run", "Long")]
    public async Task APatternThatTakesTooLong_ThrowsAnArgumentException_WithoutTheValue()
    {
        dynamic thing = _client.New("Thing");
        thing.Code = new string('a', 60) + "!";

        var error = await Assert.ThrowsAsync<ArgumentException>(() => _client.CallAsync("PutThing", "u1", (object)thing));

        Assert.Equal("Code", error.ParamName);
        Assert.Contains("takes longer than 1000 ms", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("aaa", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARequiredText_MayBeEmpty_ButNotUnset()
    {
        dynamic message = Message();
        message.Note = "";
        await _client.CallAsync("SendMessage", (object)message);
        Assert.Contains("\"note\":\"\"", _client.Wire.Body, StringComparison.Ordinal);

        message.Note = null;
        Assert.Equal("Note", (await Assert.ThrowsAsync<ArgumentException>(() => _client.CallAsync("SendMessage", (object)message))).ParamName);
        Assert.Null(((dynamic)_client.New("Message")).Note);
    }

    [Theory]
    [InlineData("FindNewest", """{"name":"Ana"}""", """[]""")]
    [InlineData("ListNewest", """["Ana"]""", """{}""")]
    [InlineData("MeasureNewest", "3", "[]")]
    public async Task AResponseThatMayBeNull_IsNull_ButAMismatchIsNot(string operation, string found, string mismatch)
    {
        _client.Wire.Answer = "null";
        Assert.Null(await _client.CallAsync(operation));

        _client.Wire.Answer = found;
        Assert.Equal(found, Newtonsoft.Json.JsonConvert.SerializeObject(await _client.CallAsync(operation)));

        _client.Wire.Answer = mismatch;
        var error = await Assert.ThrowsAsync<VerifikApiException>(() => _client.CallAsync(operation));
        Assert.Equal(VerifikApiFailure.Unreadable, error.Failure);
    }

    [Theory]
    [InlineData("GetRoot", "https://api.example.com/")]
    [InlineData("ListItems", "https://api.example.com/items/")]
    [InlineData("GetFile", "https://api.example.com/files/a%20b%2Fc.json", "a b/c")]
    [InlineData("SearchProjects", "https://api.example.com/projects:search")]
    [InlineData("SearchProjects", "https://api.example.com/projects:search?text=x", "x")]
    [InlineData("CloseProject", "https://api.example.com/projects/7:close", "7")]
    [InlineData("CountKind", "https://api.example.com/a%3Ab:count", "a:b")]
    public async Task AnOrdinaryPath_IsCalledUnchanged(string operation, string address, params string[] arguments)
    {
        await _client.CallAsync(operation, [.. arguments]);

        Assert.Equal(address, _client.Wire.Address);
    }

    [Theory]
    [InlineData("Old", "%2FDate%281%29%2F")]
    [InlineData("Same", "%3D%3D")]
    public async Task ATextThatLooksLikeATime_StaysAsInTheContract(string member, string sent)
    {
        var kind = _client.New("ListTimesKind", "").GetType().GetProperty(member)!.GetValue(null);

        await _client.CallAsync("ListTimes", Type.Missing, kind);

        Assert.Equal($"https://api.example.com/times?since=2024-05-29T03%3A41%3A27Z&kind={sent}", _client.Wire.Address);
    }

    [Theory]
    [InlineData("""{ "amount": 0.1234567890123456789, "names": [{}] }""")]
    [InlineData("{ \"names\": [{}],\r\n \"amount\" : 0.1234567890123456789 }")]
    public async Task ADecimal_KeepsItsDigits_NextToAMismatch(string answer)
    {
        _client.Wire.Answer = $$"""{ "parts": [{ "parts": [] }, {{answer}}], "amount":0.1234567890123456789, "names": [[]] }""";

        dynamic thing = (await _client.CallAsync("GetThing", "u1"))!;

        Assert.Equal((0.1234567890123456789m, 0.1234567890123456789m), ((decimal)thing.Amount, (decimal)thing.Parts[1].Amount));
        Assert.Equal("[{}]", ((JToken)thing.Parts[1].AdditionalProperties["names"]).ToString(Newtonsoft.Json.Formatting.None));
    }

    [Theory]
    [InlineData("79228162514264337593543950336.5")]
    [InlineData("1e400")]
    public async Task ANumberTooLargeForADecimal_IsKept_AndTheOtherValuesAreRead(string number)
    {
        _client.Wire.Answer = $$"""{ "amount": {{number}}, "parts": [{ "amount": 0.1234567890123456789 }] }""";

        dynamic thing = (await _client.CallAsync("GetThing", "u1"))!;

        Assert.Null((decimal?)thing.Amount);
        Assert.Equal(0.1234567890123456789m, (decimal)thing.Parts[0].Amount);
        Assert.True(((IDictionary<string, JToken>)thing.AdditionalProperties).ContainsKey("amount"));
    }

    [Fact]
    public async Task AnAlternative_HasAClass()
    {
        _client.Wire.Answer = """{ "pet": { "meows": true } }""";
        dynamic found = (await _client.CallAsync("GetPet"))!;

        dynamic cat = ((JToken)found.Pet).ToObject(_client.New("Cat").GetType())!;

        Assert.True((bool)cat.Meows);
        Assert.NotNull(_client.New("Dog"));
    }

    [Fact]
    public async Task ANullInAFreeFormObject_IsAValue()
    {
        _client.Wire.Answer = """{ "extra": { "a": null } }""";

        dynamic thing = (await _client.CallAsync("GetThing", "u1"))!;

        Assert.Equal(JTokenType.Null, Assert.Single((IDictionary<string, JToken>)thing.Extra).Value.Type);
    }

    [Fact]
    public async Task AnEnumerationOfNumbers_IsANumber_WithoutASeparateType()
    {
        dynamic thing = _client.New("Thing");
        thing.Value = 3L;

        Assert.Equal("Value", (await Assert.ThrowsAsync<ArgumentException>(() => _client.CallAsync("PutThing", "u1", (object)thing))).ParamName);
        Assert.DoesNotContain("Known = [];", compiled.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void AReferenceThatIsDeprecated_IsObsolete()
    {
        Assert.NotEmpty(_client.New("Thing").GetType().GetProperty("OldNames")!.GetCustomAttributes(typeof(ObsoleteAttribute), inherit: false));
        Assert.Empty(_client.New("Thing").GetType().GetProperty("Names")!.GetCustomAttributes(typeof(ObsoleteAttribute), inherit: false));
    }

    [Theory]
    [InlineData("12", true)]
    [InlineData("12\u2003", true)]
    [InlineData("12\n", true)]
    [InlineData("12\n\n", false)]
    [InlineData("١٢", false)]
    public async Task APattern_HasEcmaScriptSemantics_InTheClientAndInTheCheck(string number, bool fits)
    {
        dynamic thing = _client.New("Thing");
        thing.Number = number;
        var example = ContractCheck.CheckText(OneSchema.InRequest($$"""{ type: string, pattern: '^\d{2,3}\s?$', example: {{Newtonsoft.Json.JsonConvert.SerializeObject(number, new Newtonsoft.Json.JsonSerializerSettings { StringEscapeHandling = Newtonsoft.Json.StringEscapeHandling.EscapeNonAscii })}} }"""));

        var sending = await Record.ExceptionAsync(() => _client.CallAsync("PutThing", "u1", (object)thing));

        Assert.Equal((fits, fits), (sending is null, example.Diagnostics.Count == 0));
    }

    [Theory]
    [InlineData("😀", false)]
    [InlineData("😀😀", true)]
    [InlineData("😀😀😀", true)]
    [InlineData("abcd", false)]
    public async Task ALength_CountsCodePoints_InTheClientAndInTheCheck(string label, bool fits)
    {
        dynamic thing = _client.New("Thing");
        thing.Label = label;
        var example = ContractCheck.CheckText(OneSchema.InRequest($"{{ type: string, minLength: 2, maxLength: 3, example: {label} }}"));

        var sending = await Record.ExceptionAsync(() => _client.CallAsync("PutThing", "u1", (object)thing));

        Assert.Equal((fits, fits), (sending is null, example.Diagnostics.Count == 0));
    }

    [Theory]
    [InlineData("Ana", "Ana", false)]
    [InlineData("Ana", "Eva", true)]
    public async Task CompositeItems_AreEqual_IfTheirJsonIsEqual(string one, string other, bool fits)
    {
        dynamic thing = _client.New("Thing");
        var parts = Array.CreateInstance(((object)thing).GetType(), 2);
        foreach (var (index, name) in new[] { one, other }.Index())
        {
            dynamic part = _client.New("Thing");
            part.Name = name;
            parts.SetValue((object)part, index);
        }

        ((object)thing).GetType().GetProperty("Parts")!.SetValue((object)thing, parts);
        var example = ContractCheck.CheckText(OneSchema.InRequest($$"""{ type: array, uniqueItems: true, items: { type: object, properties: { name: { type: string }, no: { type: number } } }, example: [ { name: {{one}}, no: 1 }, { no: 1.0, name: {{other}} } ] }"""));

        var sending = await Record.ExceptionAsync(() => _client.CallAsync("PutThing", "u1", (object)thing));

        Assert.Equal((fits, fits), (sending is null, example.Diagnostics.Count == 0));
    }

    private object Message()
    {
        dynamic message = _client.New("Message");
        (message.Note, message.Accepted) = ("Hello", true);
        ((object)message).GetType().GetProperty("Role")!.SetValue((object)message, _client.New("MessageRole", "system"));
        return message;
    }

    /// <summary>The client of the contract.</summary>
    public sealed class Compiled() : CompiledContract(Contract);
}
