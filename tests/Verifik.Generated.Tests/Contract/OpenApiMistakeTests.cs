namespace Verifik.Tests.Contract;

/// <summary>Constructs that OpenAPI 3.0 does not allow, or that have no effect.</summary>
public sealed class OpenApiMistakeTests
{
    [Theory]
    [InlineData("openapi: 3.0.3", "openapi: »3.2.0", "OpenAPI '3.2.0' is not supported; supported versions are 3.0 and 3.1: write 'openapi: 3.0.3' or 'openapi: 3.1.1'")]
    [InlineData("openapi: 3.0.3", "»swagger: '2.0'", "Swagger 2.0 is not supported; convert the document to OpenAPI 3.0.3")]
    [InlineData("openapi: 3.0.3", "openapi: »4.0.0", "OpenAPI '4.0.0' is not supported; supported versions are 3.0 and 3.1: write 'openapi: 3.0.3' or 'openapi: 3.1.1'")]
    [InlineData("openapi: 3.0.3", "»opnapi: 3.0.3", "'openapi' is missing (is it 'opnapi'?); the document begins with 'openapi: 3.0.3'")]
    public void AnotherVersion_IsRejected(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0005", message);

    [Theory]
    [InlineData("operationId: SendLetter", "»operationID: SendLetter", "'operationID' is not a key of an operation; did you mean 'operationId'?")]
    [InlineData("    post:", "    »psot:", "'psot' is not a key of a path; did you mean 'post'?")]
    [InlineData("responses:", "»rexponses:", "'rexponses' is not a key of an operation; did you mean 'responses'?")]
    [InlineData("description: The letter was sent.", "»descriptin: The letter was sent.", "'descriptin' is not a key of a response; did you mean 'description'?")]
    [InlineData("minLength: 6", "»minLenght: 6", "'minLenght' is not a key of a schema; did you mean 'minLength'?")]
    [InlineData("x-secret: true", "»x-secrte: true", "'x-secrte' is not a key of a schema; did you mean 'x-secret'?")]
    [InlineData("title: Letters", "»titel: Letters", "'titel' is not a key of the info; did you mean 'title'?")]
    [InlineData("title: Letters", "title: Letters\n  »colour: red", "'colour' is not a key of the info")]
    public void AMisspeltKey_IsNamedOnce_WithWhatWasMeant(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0006", message);

    [Theory]
    [InlineData("»'#/components/schemas/PersonX'", "'#/components/schemas/PersonX' does not exist; did you mean 'Person'?")]
    [InlineData("»'#/components/Person'", "'#/components/Person' does not exist; did you mean '#/components/schemas/Person'?")]
    [InlineData("»other.yaml#/Person", "'other.yaml#/Person' is outside this document; a contract is a single file, so that it can be reviewed as a whole")]
    [InlineData("»https://example.com/person.yaml", "'https://example.com/person.yaml' is outside this document; a contract is a single file, so that it can be reviewed as a whole")]
    public void AMissingReferenceTarget_IsRejected(string marked, string message) =>
        SmallContract.Refuses("'#/components/schemas/Person'", marked, "VC0007", message);

    [Fact]
    public void AKeyNextToAReference_IsRejected() =>
        SmallContract.Refuses(
            "            $ref: '#/components/schemas/Person'",
            "            $ref: '#/components/schemas/Person'\n            »type: string",
            "VC0007",
            "'type' next to $ref is ignored by OpenAPI readers; write the reference as 'allOf: [ { $ref: … } ]'");

    [Theory]
    [InlineData("required: true", "required: »'true'", "'required' of a request body is true or false, not the text 'true'")]
    [InlineData("minimum: 1", "minimum: »one", "'minimum' of a schema is a number, not the text 'one'")]
    [InlineData("minLength: 6", "minLength: »-1", "'minLength' of a schema is a whole number from 0 to 2147483647, not -1")]
    [InlineData("required: [sentAt]", "required: »true", "'required' of a schema is a list of texts, not true")]
    [InlineData("required: [sentAt]", "required: [»1]", "'0' under 'required' is text, not 1")]
    [InlineData("version: 1.0.0", "version: »1", "'version' of the info is text, not 1")]
    [InlineData("tags: [Letters]", "tags: [»{}]", "'0' under 'tags' is text, not a mapping")]
    [InlineData("          type: number\n", "          type: »[number]\n", "'type' of a schema is text, not a list")]
    public void AValueOfTheWrongKind_IsRejected(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0010", message);

    [Theory]
    [InlineData("info:\n  title: Letters\n", "»info:\n", "'title' is missing from the info")]
    [InlineData("license:\n    name: MIT\n", "»license:\n", "'name' is missing from the license")]
    [InlineData("servers:\n  - url: https://api.letters.example\n    description: Production.\n", "»servers: []\n", "'servers' of the document is empty")]
    public void AKeyThatOpenApiRequires_IsNotMissing(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0011", message);

    [Theory]
    [InlineData("type: number", "type: »nubmer", "'nubmer' is not a type of OpenAPI; did you mean 'number'?; types are string, integer, number, boolean, array, object")]
    [InlineData("type: integer", "type: »intger", "'intger' is not a type of OpenAPI; did you mean 'integer'?; types are string, integer, number, boolean, array, object")]
    [InlineData("format: date-time", "format: »datetime", "The format 'datetime' is not one of the type 'string'; known are: 'date-time', 'date', 'byte', 'uuid', 'uri', 'email', 'password'; did you mean 'date-time'?")]
    [InlineData("        stamps:\n          description: The values of the stamps.\n          type: array\n          items:\n            type: integer\n            format: int32", "        »stamps:\n          description: The values of the stamps.\n          type: array", "'items' is missing: declare the item type of the array")]
    public void AnInvalidType_IsRejected(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0013", message);

    [Fact]
    public void APathThatNamesAParameter_DeclaresIt() =>
        SmallContract.Refuses(
            SmallContract.Text[..SmallContract.Text.IndexOf("        - name: letterId", StringComparison.Ordinal)].Replace("    delete:", "    »delete:", StringComparison.Ordinal)
            + SmallContract.Text[SmallContract.Text.IndexOf("        - name: notify", StringComparison.Ordinal)..],
            "VC0014",
            "'{letterId}' of the path is not declared: 'parameters' has no 'letterId' in path");

    [Fact]
    public void AParameterInPath_IsNamedByThePath() =>
        SmallContract.Refuses(
            SmallContract.With("letters/{letterId}:", "letters:").Replace("  /v1/letters:\n    delete", "  /v1/letters/all:\n    delete", StringComparison.Ordinal).Replace("name: letterId", "name: »letterId", StringComparison.Ordinal),
            "VC0014",
            "'letterId' is in path, but '/v1/letters/all' has no '{letterId}'");

    [Theory]
    [InlineData("  /v1/letters:", "  »v1/letters:", "The path 'v1/letters' is not supported: it must begin with '/'")]
    [InlineData("  /v1/letters:", "  »/v1/letters\";//:", "The path '/v1/letters\";//' is not supported: it contains '\"'; write that part as a path parameter, whose value is escaped")]
    [InlineData("- name: letterId\n          in: path\n          required: true", "- »name: letterId\n          in: path\n          required: false", "'letterId' is a path parameter, so it needs 'required: true'")]
    [InlineData("in: query", "in: »cookie", "A parameter is in path, query or header, not in 'cookie': HttpClient handles the server's cookies with its CookieContainer")]
    [InlineData("in: query", "in: »qeury", "A parameter is in path, query or header, not in 'qeury'; did you mean 'query'?")]
    [InlineData("- name: X-Reason", "- name: »Authorization", "OpenAPI ignores a header parameter 'Authorization'; use 'security' or 'content'")]
    public void AParameterThatCannotBeSent_IsRefused(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0014", message);

    [Theory]
    [InlineData("required: [sentAt]", "required: [»sendAt]", "'sendAt' is required, but there is no such property; did you mean 'sentAt'?")]
    [InlineData("required: [sentAt]", "required: [sentAt, »sentAt]", "'sentAt' is required twice")]
    public void ARequiredName_IsAProperty(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0015", message);

    [Fact]
    public void ASchemaThatRequiresItself_IsRejected() =>
        SmallContract.Refuses(
            "    Person:\n      description: Who writes and reads.\n      type: object\n      properties:",
            "    »Person:\n      description: Who writes and reads.\n      type: object\n      required: [friend]\n      properties:\n        friend:\n          description: One.\n          allOf:\n            - $ref: '#/components/schemas/Person'",
            "VC0015",
            "'Person' requires itself, directly or through other schemas, so no value can be valid");

    [Theory]
    [InlineData("'200':", "»'20x':", "'20x' is not a supported status: write three digits from 200 on, '2XX' to '5XX', or 'default'")]
    [InlineData("      responses:\n        '204':\n          description: The letter is gone.\n", "      »responses:\n", "No response is a success: declare a 2xx status; 'default' is for errors")]
    public void AnUnsupportedStatus_IsRejected(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0016", message);

    [Fact]
    public void AnOperationWithoutResponses_IsRefused() =>
        SmallContract.Refuses(
            SmallContract.Text[..SmallContract.Text.IndexOf("      responses:\n        '204'", StringComparison.Ordinal)].Replace("    delete:", "    »delete:", StringComparison.Ordinal)
            + SmallContract.Text[SmallContract.Text.IndexOf("components:", StringComparison.Ordinal)..],
            "VC0016",
            "'responses' is missing: declare the success and the errors");

    [Theory]
    [InlineData("pattern: ^\\+[0-9]+$", "pattern: »\"^\\\\+[0-9]+\\n#endif\\n$\"", "The pattern has several lines; write it on one line, and a line break as '\\n'")]
    [InlineData("pattern: ^\\+[0-9]+$", "pattern: »^\\+([0-9]+$", "The pattern is not a regular expression: Invalid pattern '^\\+([0-9]+$' at offset 11. Not enough )'s.")]
    [InlineData("          type: number\n", "          type: number\n          »minLength: 1\n", "'minLength' has no effect here: it applies to the type string, and this is number")]
    [InlineData("            type: boolean\n", "            type: boolean\n            »minimum: 1\n", "'minimum' has no effect here: it applies to the type integer or number, and this is boolean")]
    [InlineData("          type: number\n", "          type: number\n          »exclusiveMinimum: true\n", "'exclusiveMinimum' has no effect here: it belongs to 'minimum', which is missing")]
    [InlineData("maximum: 9", "maximum: »99999999999", "'maximum' (99999999999) is out of the range of the type, -2147483648 to 2147483647; write 'format: int64'")]
    public void AConstraintThatCannotBeSatisfied_IsRejected(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0017", message);

    [Fact]
    public void LimitsThatAllowNothing_AreRejected() =>
        SmallContract.Refuses(
            SmallContract.With("                  code: '000000'\n", "").Replace("maxLength: 6", "maxLength: »5", StringComparison.Ordinal),
            "VC0017",
            "'maxLength' (5) is less than 'minLength' (6), so no value is valid");

    [Fact]
    public void AnOperation_DeclaresWhetherItNeedsTheToken() =>
        SmallContract.Refuses(
            SmallContract.With("      security: []\n", "").Replace("    post:", "    »post:", StringComparison.Ordinal),
            "VC0018",
            "'security' is a list of schemes: 'security: []' when the operation needs no token, else 'security: [ { <scheme>: [] } ]', here or for the whole document");

    [Theory]
    [InlineData("- bearer: []", "- »baerer: []", "The security scheme 'baerer' does not exist; did you mean 'bearer'?")]
    [InlineData("- bearer: []", "- bearer: »[read]", "A bearer token has no scopes here: write '[]'")]
    [InlineData("- bearer: []", "- bearer: []\n        - »bearer: []", "A second security scheme is not supported")]
    [InlineData("type: http", "type: »apiKey", "A scheme of type 'apiKey' is not supported: the client sends a token as 'type: http', 'scheme: bearer'")]
    [InlineData("scheme: bearer", "scheme: »basic", "The scheme 'basic' is not supported: the client sends a token as 'scheme: bearer'")]
    public void ATokenThatTheClientCannotSend_IsRefused(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0018", message);

    [Fact]
    public void TheRulesOfOpenApi_AreChecked() =>
        SmallContract.Refuses(
            "    url: https://letters.example\n",
            "    url: https://letters.example\n    »email: nobody\n",
            "VC0019",
            "The string 'nobody' MUST be in the format of an email address.");
}
