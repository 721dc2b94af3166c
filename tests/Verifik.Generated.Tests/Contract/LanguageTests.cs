using System.Globalization;
using System.Text;
using Verifik.Contract;

namespace Verifik.Tests.Contract;

/// <summary>Ordinary constructs are accepted, and one mistake is one error.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("operationId: SendLetter", "operationId: send-letter")]
    [InlineData("operationId: SendLetter", "operationId: \"SendLetter\\n\"")]
    [InlineData("operationId: SendLetter", "deprecated: true\n      operationId: SendLetter")]
    [InlineData("      requestBody:\n        description: The letter.\n        required: true\n", "      requestBody:\n")]
    [InlineData("    post:", "    patch:")]
    [InlineData("        '204':\n", "        '202':\n          description: It will be gone.\n        '204':\n")]
    [InlineData("        '204':\n          description: The letter is gone.\n", "        2XX:\n          description: The letter is gone.\n")]
    [InlineData("            schema:\n              $ref: '#/components/schemas/LetterRequest'\n", "            schema:\n              type: array\n              items: { $ref: '#/components/schemas/LetterRequest' }\n")]
    [InlineData("            schema:\n              $ref: '#/components/schemas/LetterRequest'\n", "            schema:\n              allOf: [ { $ref: '#/components/schemas/LetterRequest' } ]\n")]
    [InlineData("              schema:\n                $ref: '#/components/schemas/Letter'\n", "              schema:\n                type: object\n                additionalProperties: { $ref: '#/components/schemas/Letter' }\n")]
    [InlineData("- name: notify", "- name: class")]
    [InlineData("- name: notify", "- name: request")]
    [InlineData("- name: notify", "- name: notify_readers")]
    [InlineData("            type: boolean\n            default: false\n          example: true\n", "            type: array\n            items: { type: string, enum: [all, none] }\n          example: [all]\n")]
    [InlineData("            type: boolean\n            default: false\n          example: true\n", "            type: number\n            format: decimal\n            maximum: 1\n          example: 0.5\n")]
    [InlineData("        weight:\n          description: In grams.\n          type: number\n", "        weight:\n          type: number\n          nullable: true\n          x-unit: gram\n")]
    [InlineData("        weight:\n          description: In grams.\n          type: number\n", "        weight:\n          $ref: '#/components/schemas/Person'\n          description: Who weighs it.\n")]
    [InlineData("        weight:\n          description: In grams.\n          type: number\n", "        weight: {}\n")]
    [InlineData("        weight:\n          description: In grams.\n          type: number\n", "        weight:\n          oneOf: [ { type: number }, { $ref: '#/components/schemas/Person' } ]\n")]
    [InlineData("        weight:\n          description: In grams.\n          type: number\n", "        person:\n          type: array\n          items: { type: array, items: { $ref: '#/components/schemas/Person' } }\n")]
    [InlineData("\nservers:", "\nsecurity:\n  - bearer: []\nservers:")]
    [InlineData("    ApiError:\n", "    error_detail:\n      type: string\n      title: Detail\n      externalDocs: { url: https://letters.example }\n\n    ApiError:\n")]
    [InlineData("      description: Who writes and reads.\n", "      description: Who writes and reads.\n      additionalProperties: false\n")]
    [InlineData("      additionalProperties: false\n", "")]
    public void AnOrdinaryConstruct_IsAccepted(string text, string replacement)
    {
        var changed = SmallContract.With(text, replacement).Replace("                value:\n                  to: '+571234'\n                  copies: 2\n                  code: '000000'\n                  stamps: [1, 2]\n                  envelope:\n                    colour: white\n", replacement.Contains("type: array\n              items", StringComparison.Ordinal) ? "                value: []\n" : "                value:\n                  to: '+571234'\n                  code: '000000'\n", StringComparison.Ordinal);
        var withoutExamples = string.Join('\n', changed.Split('\n').Where(line => !line.Contains("weight: 1.5", StringComparison.Ordinal)));

        Assert.DoesNotContain(ContractCheck.CheckText(withoutExamples).Diagnostics, diagnostic => diagnostic.Code != "VC0030");
    }

    [Fact]
    public void AComponentWithAMistake_IsOneError_HoweverOftenItIsUsed()
    {
        var text = SmallContract.With("components:\n", "components:\n  responses:\n    Gone:\n      descriptin: It is gone.\n      description: It is gone.\n")
            .Replace("        '204':\n          description: The letter is gone.\n", "        '204': { $ref: '#/components/responses/Gone' }\n        '205': { $ref: '#/components/responses/Gone' }\n", StringComparison.Ordinal);

        Assert.Equal("VC0006", Assert.Single(ContractCheck.CheckText(text).Diagnostics).Code);
    }

    [Fact]
    public void AMissingComponent_IsOneError_HoweverOftenItIsReferenced()
    {
        var found = Assert.Single(ContractCheck.CheckText(SmallContract.Text.Replace("#/components/schemas/Person'", "#/components/schemas/Persn'", StringComparison.Ordinal)).Diagnostics);

        Assert.Equal("'#/components/schemas/Persn' does not exist; did you mean 'Person'? (and 1 more references to it)", found.Message);
    }

    [Fact]
    public void AnUnsupportedKey_IsNotReportedTwice()
    {
        var text = SmallContract.With("          type: number\n", "          not:\n            type: strng\n            enum: [yes]\n");

        Assert.Equal(["VC0012", "VC0008"], ContractCheck.CheckText(text).Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Theory]
    [InlineData("description: In grams.\n          type: number", "description: In grams.\n          »$ref: '#/components/responses/Nothing'", "VC0007")]
    [InlineData("type: object\n      additionalProperties: false\n      required: [to", "type: object\n      »additionalProperties: { type: string }\n      required: [to", "VC0012")]
    [InlineData("$ref: '#/components/schemas/Envelope'", "$ref: '#/components/schemas/Envelope'\n            - type: object\n              properties:\n                »colour: { type: integer }", "VC0012")]
    [InlineData("- name: notify", "- name: »nameof", "VC0023")]
    [InlineData("x-csharp-name: Id", "x-csharp-name: »\"Id\\n\"", "VC0021")]
    public void AMistake_IsOneErrorAtItsLine(string text, string marked, string code)
    {
        var changed = SmallContract.With(text, marked);
        var line = changed[..changed.IndexOf('»', StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;

        var found = Assert.Single(ContractCheck.CheckText(changed.Replace("»", "", StringComparison.Ordinal)).Diagnostics, diagnostic => diagnostic.Code != "VC0030");

        Assert.Equal((code, line), (found.Code, found.Position.Line));
    }

    [Fact]
    [Trait("Run", "Long")]
    public void APatternThatTakesTooLong_IsReportedAtThePattern() =>
        SmallContract.Refuses(
            SmallContract.With("pattern: ^\\+[0-9]+$", "pattern: »^(([0-9+])+)+x$").Replace("to: '+571234'", "to: '111111111111111111111111111111111111'", StringComparison.Ordinal),
            "VC0017",
            "The pattern takes more than a second for the example at line 42, and would block the caller for as long; write it without nested repetitions");

    [Theory]
    [InlineData("Action")]
    [InlineData("Uri")]
    [InlineData("File")]
    [InlineData("Path")]
    [InlineData("Timer")]
    [InlineData("JObject")]
    [InlineData("ResponseReader")]
    [InlineData("FileTokenStore")]
    public void ANameOfTheSdk_IsReserved_AndTheAuthorChoosesAnother(string name)
    {
        var text = SmallContract.With("    ApiError:\n", $"    {name}:\n      type: object\n\n    ApiError:\n");
        var renamed = text.Replace($"    {name}:\n", $"    {name}:\n      x-csharp-name: Letter{name}\n", StringComparison.Ordinal);

        Assert.Equal("VC0023", Assert.Single(ContractCheck.CheckText(text).Diagnostics).Code);
        Assert.Empty(ContractCheck.CheckText(renamed).Diagnostics);
    }

    [Fact]
    [Trait("Run", "Long")]
    public async Task ANameThatIsUsedElsewhere_Compiles()
    {
        string[] properties = ["event", "object", "task", "list", "dictionary", "string", "newtonsoft", "verifik", "jsonConverter", "regex", "type", "enum", "date", "action", "uri", "namespace", "item", "value", "reader", "name", "has", "hasName", "int", "null", "Íñigo", "a.b", "@id", "$ref2"];
        string[] parameters = ["path", "query", "class", "this", "value", "item", "name", "address", "connection", "body", "string", "operation", "X-Y", "filter[name]", "año"];
        string[] operations = ["get", "class", "equals", "to_string", "getHashCode", "dispose", "login", "withToken", "new"];
        string[] schemas = ["response", "Request", "Item", "Result", "Data", "Value", "Key", "Known", "Converters"];
        var contract = new StringBuilder("openapi: 3.0.3\ninfo: { title: Names, version: '1' }\nservers: [ { url: 'https://api.example.com' } ]\nsecurity: []\npaths:\n");
        contract.Append("  /everything:\n    post:\n      operationId: sendEverything\n      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Everything' } } } }\n      responses: { '200': { description: Done. } }\n");
        foreach (var operation in operations)
        {
            contract.Append(CultureInfo.InvariantCulture, $"  /{operation}:\n    get:\n      operationId: {operation}\n      deprecated: true\n      responses: {{ '200': {{ description: Done., content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/Everything' }} }} }} }} }}\n      parameters:\n");
            contract.AppendJoin("", parameters.Select(name => $"        - {{ name: '{name}', in: query, required: true, schema: {{ type: string, pattern: '^{operation}$' }} }}\n"));
        }

        contract.Append("components:\n  schemas:\n    Everything:\n      type: object\n      deprecated: true\n      required: [event]\n      properties:\n");
        contract.AppendJoin("", properties.Select(name => $"        '{name}': {{ type: string, deprecated: true, pattern: '^x$' }}\n"));
        contract.AppendJoin("", schemas.Select(name => $"        'many {name}': {{ type: array, items: {{ $ref: '#/components/schemas/{name}' }} }}\n"));
        contract.AppendJoin("", schemas.Select(name => $"        'kinds of {name}': {{ type: array, items: {{ type: string, enum: [class, 'null', 'true', a b, B, é] }} }}\n"));
        contract.AppendJoin("", schemas.Select(name => $"    {name}: {{ type: object, deprecated: true, properties: {{ id: {{ type: integer }} }} }}\n"));

        var result = ContractCheck.CheckText(contract.ToString(), CompiledClient.Name);

        Assert.Empty(result.Diagnostics);
        Assert.Empty(GeneratedCode.Errors(await NSwagGenerator.Build.GenerateFromLoweredAsync(result.Lowered, CompiledClient.Name)));
    }
}
