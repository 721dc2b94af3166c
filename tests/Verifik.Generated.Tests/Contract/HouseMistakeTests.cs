namespace Verifik.Tests.Contract;

/// <summary>The house's own rules: examples are values of their schemas, secrets are marked, addresses are https.</summary>
public sealed class HouseMistakeTests
{
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

    [Theory]
    [InlineData("- url: https://api.letters.example", "- url: »http://api.letters.example")]
    [InlineData("- url: https://api.letters.example", "- url: »/v1")]
    [InlineData("url: https://letters.example", "url: »letters.example")]
    public void AnAddress_IsWholeAndHttps(string text, string marked) =>
        SmallContract.Refuses(text, marked, "VC0034", $"'{marked.Split('»')[1]}' is not a whole https address");
}
