namespace Verifik.Tests.Contract;

/// <summary>The house's own rules: described, shown by example, sourced, and secrets marked.</summary>
public sealed class HouseMistakeTests
{
    [Theory]
    [InlineData("        weight:\n          description: In grams.\n", "        »weight:\n", "'description' is missing from a property: say what it is, and its unit where it has one")]
    [InlineData("description: In grams.", "description: »''", "'description' of a property is empty")]
    [InlineData("        '204':\n          description: The letter is gone.", "        »'204': {}", "'description' is missing from a response: say what it is, and its unit where it has one")]
    [InlineData("    delete:\n      operationId: WithdrawLetter\n      tags: [Letters]\n      summary: Withdraw a letter.\n", "    »delete:\n      operationId: WithdrawLetter\n      tags: [Letters]\n", "'summary' is missing from an operation: say what it is, and its unit where it has one")]
    [InlineData("  - url: https://api.letters.example\n    description: Production.", "  - »url: https://api.letters.example", "'description' is missing from a server: say what it is, and its unit where it has one")]
    public void WhatAReaderMeets_IsDescribed(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0028", message);

    [Fact]
    public void AnOutcome_HasAnExample() =>
        SmallContract.Refuses(
            "            application/json:\n              schema:\n                $ref: '#/components/schemas/ApiError'\n              examples:\n                failed:\n                  summary: It failed.\n                  value:\n                    code: BadRequest\n",
            "            »application/json:\n              schema:\n                $ref: '#/components/schemas/ApiError'\n",
            "VC0029",
            "'examples' is missing: show this body once, by name, as it goes over the wire");

    [Fact]
    public void AParameter_HasAnExample() =>
        SmallContract.Refuses(
            "        - name: letterId\n          in: path\n          required: true\n          description: Which letter.\n          schema:\n            type: string\n          example: a1\n",
            "        - »name: letterId\n          in: path\n          required: true\n          description: Which letter.\n          schema:\n            type: string\n",
            "VC0029",
            "'example' is missing: show the parameter once, as it goes over the wire");

    [Theory]
    [InlineData("copies: 2", "copies: »'2'", "The value of 'copies' does not fit its schema: it is a text, and the schema says 'integer'")]
    [InlineData("copies: 2", "copies: »10", "The value of 'copies' does not fit its schema: it is more than 'maximum', 9")]
    [InlineData("copies: 2", "copies: »0", "The value of 'copies' does not fit its schema: it is less than 'minimum', 1")]
    [InlineData("copies: 2", "copies: »1.5", "The value of 'copies' does not fit its schema: it is 1.5, and the schema says 'integer'")]
    [InlineData("code: '000000'", "code: »'00000'", "The value of 'code' does not fit its schema: it has 5 characters, and 'minLength' is 6")]
    [InlineData("code: '000000'", "code: »'0000000'", "The value of 'code' does not fit its schema: it has 7 characters, and 'maxLength' is 6")]
    [InlineData("to: '+571234'", "to: »'571234'", "The value of 'to' does not fit its schema: it does not match the pattern '^\\+[0-9]+$'")]
    [InlineData("stamps: [1, 2]", "stamps: [1, »two]", "The value of '1' does not fit its schema: it is a text, and the schema says 'integer'")]
    [InlineData("colour: white", "»color: white", "'color' is not a property of 'Envelope'; did you mean 'colour'?")]
    [InlineData("sentAt: '2024-05-29T03:41:27.009Z'", "sentAt: »May 29, 2024", "The value of 'sentAt' does not fit its schema: it is not a date and time of RFC 3339, such as '2024-05-29T03:41:27.009Z'")]
    [InlineData("value:\n                  to: '+571234'\n", "»value:\n", "'to' is missing, and 'LetterRequest' requires it")]
    [InlineData("          example: true", "          example: »1", "The value of 'example' does not fit its schema: it is 1, and the schema says 'boolean'")]
    [InlineData("default: false", "default: »no-one", "The value of 'default' does not fit its schema: it is a text, and the schema says 'boolean'")]
    [InlineData("default: 1\n", "default: »10\n", "The value of 'default' does not fit its schema: it is more than 'maximum', 9")]
    public void AnExample_IsAValueOfItsSchema(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0030", message);

    [Theory]
    [InlineData("    post:\n      operationId: SendLetter\n      tags: [Letters]\n      summary: Send a letter.\n      description: Each call sends one.\n      x-source: The letters manual, page 1\n", "    »post:\n      operationId: SendLetter\n      tags: [Letters]\n      summary: Send a letter.\n      description: Each call sends one.\n", "'x-source' is missing: name the document that this operation was written from")]
    [InlineData("x-source: The letters manual, page 1", "x-source: »' '", "'x-source' is empty: name the document that this operation was written from")]
    public void AnOperation_SaysWhereItWasWrittenFrom(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0031", message);

    [Theory]
    [InlineData("otp")]
    [InlineData("otpHash")]
    [InlineData("token")]
    [InlineData("refreshToken")]
    [InlineData("password")]
    [InlineData("clientSecret")]
    [InlineData("apiKey")]
    public void WhatIsSecretByItsName_IsMarked(string name) =>
        SmallContract.Refuses(
            "        weight:\n",
            $"        »{name}:\n          description: A secret.\n          type: string\n        weight:\n",
            "VC0032",
            $"'{name}' is secret by its name; add 'x-secret: true', so that nothing prints it");

    [Theory]
    [InlineData("tokenType")]
    [InlineData("passwordPolicy")]
    [InlineData("key")]
    public void WhatOnlySpeaksOfASecret_IsNotOne(string name) =>
        Assert.Empty(SmallContract.Check(SmallContract.With("        weight:\n", $"        {name}:\n          description: No secret.\n          type: string\n        weight:\n")));

    [Theory]
    [InlineData("x-secret")]
    [InlineData("x-personal")]
    public void AMarkThatIsFalse_WouldBeTakenForOne(string mark) =>
        SmallContract.Refuses($"{mark}: true", $"{mark}: »false", "VC0032", $"'{mark}' is true, or is left out");

    [Fact]
    public void ASecret_IsNoParameter() =>
        SmallContract.Refuses("- name: notify", "- name: »apiKey", "VC0032", "'apiKey' is secret by its name, and paths, queries and headers end up in logs; send it in the body, or as the bearer token");

    [Fact]
    public void AFailure_IsAnApiError() =>
        SmallContract.Refuses(
            "$ref: '#/components/schemas/ApiError'\n              examples:\n                failed:\n                  summary: It failed.\n                  value:\n                    code: BadRequest\n",
            "$ref: »'#/components/schemas/Person'\n              examples:\n                failed:\n                  summary: It failed.\n                  value:\n                    name: Ana\n",
            "VC0027",
            "A failure is '#/components/schemas/ApiError', not '#/components/schemas/Person': the client's exception carries one type");

    [Theory]
    [InlineData("version: »v1.0.0")]
    [InlineData("version: »'2.0.0 </summary> */'")]
    public void TheVersion_CanBeCompared(string marked) =>
        SmallContract.Refuses("version: 1.0.0", marked, "VC0035", $"The version '{marked.Split('»')[1].Trim('\'')}' is not <major>.<minor>.<patch>, so nothing can tell whether it has moved far enough");

    [Fact]
    public void ATag_IsDeclared() =>
        SmallContract.Refuses("tags: [Letters]", "tags: [»Leters]", "VC0033", "The tag 'Leters' is not declared under 'tags' of the document; did you mean 'Letters'?");

    [Theory]
    [InlineData("- url: https://api.letters.example", "- url: »http://api.letters.example")]
    [InlineData("- url: https://api.letters.example", "- url: »/v1")]
    [InlineData("url: https://letters.example", "url: »letters.example")]
    public void AnAddress_IsWholeAndHttps(string text, string marked) =>
        SmallContract.Refuses(text, marked, "VC0034", $"'{marked.Split('»')[1]}' is not a whole https address");
}
