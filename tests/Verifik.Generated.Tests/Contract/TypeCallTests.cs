using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Verifik.Tests.Contract;

/// <summary>Each type of the contract language, in a body, a response, a list, a map and a parameter.</summary>
public sealed class TypeCallTests(TypeCallTests.Compiled compiled) : IClassFixture<TypeCallTests.Compiled>
{
    private const string Contract = """
        openapi: 3.0.3
        info: { title: Types, version: '1' }
        servers: [ { url: 'https://api.example.com' } ]
        security: []
        paths:
          /types:
            get:
              operationId: getTypes
              responses: { '200': { description: Found., content: { application/json: { schema: { $ref: '#/components/schemas/Types' } } } } }
            put:
              operationId: putTypes
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Types' } } } }
              responses: { '204': { description: Kept. } }
            patch:
              operationId: patchTypes
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Types' } } } }
              responses: { '204': { description: Kept. } }
          /wholes:
            get:
              operationId: listWholes
              responses: { '200': { description: Found., content: { application/json: { schema: { type: array, items: { type: integer } } } } } }
            patch:
              operationId: patchWholes
              requestBody: { content: { application/json: { schema: { type: array, items: { type: integer } } } } }
              responses: { '204': { description: Kept. } }
          /number:
            patch:
              operationId: patchNumber
              requestBody: { content: { application/json: { schema: { type: number } } } }
              responses: { '204': { description: Kept. } }
          /types/{name}/{day}/{wholes}:
            get:
              operationId: findTypes
              parameters:
                - { name: name, in: path, required: true, schema: { type: string } }
                - { name: day, in: path, required: true, schema: { type: string, format: date } }
                - { name: wholes, in: path, required: true, schema: { type: array, items: { type: integer } } }
                - { name: flag, in: query, schema: { type: boolean } }
                - { name: whole, in: query, schema: { type: integer } }
                - { name: number, in: query, schema: { type: number } }
                - { name: amount, in: query, schema: { type: number, format: decimal } }
                - { name: time, in: query, schema: { type: string, format: date-time } }
                - { name: bytes, in: query, schema: { type: string, format: byte } }
                - { name: kind, in: query, schema: { $ref: '#/components/schemas/Kind' } }
                - { name: days, in: query, style: pipeDelimited, explode: false, schema: { type: array, items: { type: string, format: date } } }
                - { name: X-Wholes, in: header, schema: { type: array, items: { type: integer } } }
              responses: { '204': { description: Found. } }
        components:
          schemas:
            ApiError: { type: object, properties: { code: { type: string }, message: { type: string } } }
            Kind: { type: string, enum: [first, second] }
            Part: { type: object, properties: { name: { type: string } } }
            Types:
              type: object
              properties:
                text: { type: string }
                whole: { type: integer }
                number: { type: number }
                amount: { type: number, format: decimal }
                flag: { type: boolean }
                time: { type: string, format: date-time }
                day: { type: string, format: date }
                bytes: { type: string, format: byte }
                kind: { $ref: '#/components/schemas/Kind' }
                anything: {}
                part: { $ref: '#/components/schemas/Part' }
                wholes: { type: array, items: { type: integer } }
                days: { type: array, items: { type: string, format: date } }
                parts: { type: array, items: { $ref: '#/components/schemas/Part' } }
                lists: { type: array, items: { type: array, items: { type: number } } }
                amounts: { type: object, additionalProperties: { type: number, format: decimal } }
                names: { type: object, additionalProperties: { type: string } }
                partsByName: { type: object, additionalProperties: { $ref: '#/components/schemas/Part' } }
                free: { type: object }
        """;

    private const string Values = """
        {"text":"a","whole":1,"number":1.5,"amount":0.1234567890123456789,"flag":true,"time":"2024-05-29T03:41:27+00:00","day":"2024-02-29",
        "bytes":"AAE=","kind":"first","anything":[1,"2024-05-29T03:41:27Z"],"part":{"name":"a"},"wholes":[1,2],"days":["2024-02-29","2024-03-01"],
        "parts":[{"name":"a"}],"lists":[[1.5],[]],"amounts":{"a":0.10},"names":{"b":"c"},"partsByName":{"d":{"name":"a"}},"free":{"e":null}}
        """;

    private readonly CompiledClient _client = compiled.WithFreshWire();

    [Fact]
    public async Task AValueOfEachType_IsSentBackAsItWasRead()
    {
        var types = await ReadAsync(Values);

        await _client.CallAsync("PutTypes", (object)types);

        Assert.Empty((IDictionary<string, JToken>)types.AdditionalProperties);
        Assert.Equal(Values.ReplaceLineEndings(""), _client.Wire.Body);
    }

    [Fact]
    public async Task ANumberOrABooleanThatIsWrittenAsAString_IsRead()
    {
        await _client.CallAsync("PutTypes", (object)await ReadAsync("""{ "whole": "1", "number": "1.5", "amount": "0.10", "flag": "false" }"""));

        Assert.Equal("""{"whole":1,"number":1.5,"amount":0.10,"flag":false}""", _client.Wire.Body);
    }

    [Fact]
    public async Task ANumberWithoutAFraction_IsReadWhateverItsSize()
    {
        var types = await ReadAsync("""{ "number": 12345678901234567890, "amount": 12345678901234567890 }""");

        Assert.Equal((12345678901234567890d, 12345678901234567890m), ((double)types.Number, (decimal)types.Amount));
    }

    [Theory]
    [InlineData("whole", "\"x\"")]
    [InlineData("whole", "1.5")]
    [InlineData("number", "\"NaN\"")]
    [InlineData("amount", "true")]
    [InlineData("flag", "1")]
    [InlineData("time", "\"yesterday\"")]
    [InlineData("day", "\"2024-02-30\"")]
    [InlineData("bytes", "\"?\"")]
    [InlineData("kind", "1")]
    [InlineData("part", "[]")]
    [InlineData("wholes", "[1,\"x\"]")]
    [InlineData("days", "{}")]
    [InlineData("parts", "[{\"name\":\"a\"},\"none\"]")]
    [InlineData("lists", "[[1.5],1]")]
    [InlineData("amounts", "{\"a\":0.1,\"b\":\"x\"}")]
    [InlineData("names", "[]")]
    [InlineData("partsByName", "{\"d\":1}")]
    [InlineData("free", "[]")]
    public async Task AValueOfAnotherType_IsSentBackUnchanged_AndTheOthersAreRead(string property, string value)
    {
        var types = await ReadAsync($$"""{ "{{property}}": {{value}}, "text": "a", "wholes ": [1] }""");
        Assert.Equal("a", (string)types.Text);

        await _client.CallAsync("PutTypes", (object)types);

        Assert.Equal($$"""{"text":"a","{{property}}":{{value}},"wholes ":[1]}""", _client.Wire.Body);
    }

    [Fact]
    public async Task AValueOfEachType_IsSentInAddressAndHeader()
    {
        var types = await ReadAsync(Values);

        await _client.CallAsync("FindTypes", "a b", types.Day, types.Wholes, types.Flag, types.Whole, types.Number, types.Amount, types.Time, types.Bytes, types.Kind, types.Days, types.Wholes);

        Assert.Equal(
            "https://api.example.com/types/a%20b/2024-02-29/1,2?flag=true&whole=1&number=1.5&amount=0.1234567890123456789"
            + "&time=2024-05-29T03%3A41%3A27.0000000%2B00%3A00&bytes=AAE%3D&kind=first&days=2024-02-29%7C2024-03-01",
            _client.Wire.Address);
        Assert.Equal("1,2", _client.Wire.Headers["X-Wholes"]);
    }

    [Fact]
    public async Task ANull_OfEachType_IsNoValue()
    {
        var types = await ReadAsync(new JObject(JObject.Parse(Values).Properties().Select(property => new JProperty(property.Name, JValue.CreateNull()))).ToString());

        await _client.CallAsync("PutTypes", (object)types);

        Assert.Equal("{}", _client.Wire.Body);
    }

    [Fact]
    public async Task AParameterThatIsLeftOut_IsNotSent()
    {
        await _client.CallAsync("FindTypes", "a", new DateOnly(2024, 2, 29), new List<long> { 1 });

        Assert.Equal("https://api.example.com/types/a/2024-02-29/1", _client.Wire.Address);
        Assert.DoesNotContain("X-Wholes", _client.Wire.Headers.Keys);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task ASegmentThatLeadsToAnotherPath_IsNotSent(string name)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => _client.CallAsync("FindTypes", name, new DateOnly(2024, 2, 29), new List<long> { 1 }));

        Assert.Equal(("name", ""), (error.ParamName, _client.Wire.Address));
    }

    [Theory]
    [InlineData("PatchTypes")]
    [InlineData("PatchWholes")]
    [InlineData("PatchNumber")]
    public async Task AnOptionalBody_MayBeLeftOut(string operation)
    {
        await _client.CallAsync(operation);

        Assert.Equal(("PATCH", ""), (_client.Wire.Method, _client.Wire.Body));
    }

    [Fact]
    public async Task AnOptionalBody_IsSent()
    {
        await _client.CallAsync("PatchTypes", (object)await ReadAsync("""{ "text": "a" }"""));
        Assert.Equal("""{"text":"a"}""", _client.Wire.Body);

        await _client.CallAsync("PatchWholes", new List<long> { 1, 2 });
        Assert.Equal("[1,2]", _client.Wire.Body);

        await _client.CallAsync("PatchNumber", 1.5);
        Assert.Equal("1.5", _client.Wire.Body);
    }

    [Theory]
    [InlineData("", VerifikApiFailure.Empty)]
    [InlineData("null", VerifikApiFailure.Empty)]
    [InlineData("{}", VerifikApiFailure.Unreadable)]
    [InlineData("[1] 2", VerifikApiFailure.Unreadable)]
    public async Task AResponseThatIsNoList_IsAnError(string answer, VerifikApiFailure failure)
    {
        _client.Wire.Answer = answer;

        Assert.Equal(failure, (await Assert.ThrowsAsync<VerifikApiException>(() => _client.CallAsync("ListWholes"))).Failure);
    }

    [Fact]
    public void AnEnumeration_IsReadAndWrittenByNewtonsoft()
    {
        var kind = _client.New("Kind", "first");

        Assert.Equal("\"first\"", JsonConvert.SerializeObject(kind));
        Assert.Equal(kind, JsonConvert.DeserializeObject("\"first\"", kind.GetType()));
        Assert.Null(JsonConvert.DeserializeObject("null", typeof(Nullable<>).MakeGenericType(kind.GetType())));
        Assert.Throws<JsonSerializationException>(() => JsonConvert.DeserializeObject("1", kind.GetType()));
    }

    private async Task<dynamic> ReadAsync(string answer)
    {
        _client.Wire.Answer = answer;
        return (await _client.CallAsync("GetTypes"))!;
    }

    /// <summary>The client of the contract.</summary>
    public sealed class Compiled() : CompiledContract(Contract);
}
