namespace Verifik.Tests.Contract;

/// <summary>The project's own rules: examples are valid, secrets are marked, addresses are https.</summary>
public sealed class ProjectRuleTests
{
    [Theory]
    [InlineData("copies: 2", "copies: »'2'", "The value of 'copies' does not fit its schema: it is a text, but the schema requires 'integer'")]
    [InlineData("copies: 2", "copies: »10", "The value of 'copies' does not fit its schema: it is more than 'maximum', 9")]
    [InlineData("copies: 2", "copies: »0", "The value of 'copies' does not fit its schema: it is less than 'minimum', 1")]
    [InlineData("copies: 2", "copies: »1.5", "The value of 'copies' does not fit its schema: it is 1.5, but the schema requires 'integer'")]
    [InlineData("code: '000000'", "code: »'00000'", "The value of 'code' does not fit its schema: it has 5 characters, and 'minLength' is 6")]
    [InlineData("code: '000000'", "code: »'0000000'", "The value of 'code' does not fit its schema: it has 7 characters, and 'maxLength' is 6")]
    [InlineData("to: '+571234'", "to: »'571234'", "The value of 'to' does not fit its schema: it does not match the pattern '^\\+[0-9]+$'")]
    [InlineData("stamps: [1, 2]", "stamps: [1, »two]", "The value of '1' does not fit its schema: it is a text, but the schema requires 'integer'")]
    [InlineData("colour: white", "»color: white", "'color' is not a property of 'Envelope'; did you mean 'colour'?")]
    [InlineData("sentAt: '2024-05-29T03:41:27.009Z'", "sentAt: »May 29, 2024", "The value of 'sentAt' does not fit its schema: it is not an RFC 3339 date and time, such as '2024-05-29T03:41:27.009Z'")]
    [InlineData("value:\n                  to: '+571234'\n", "»value:\n", "'to' is missing, but 'LetterRequest' requires it")]
    [InlineData("          example: true", "          example: »1", "The value of 'example' does not fit its schema: it is 1, but the schema requires 'boolean'")]
    [InlineData("default: false", "default: »no-one", "The value of 'default' does not fit its schema: it is a text, but the schema requires 'boolean'")]
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
    public void APropertyThatLooksLikeASecret_IsMarked(string name) =>
        SmallContract.Refuses(
            "        weight:\n",
            $"        »{name}:\n          description: A secret.\n          type: string\n        weight:\n",
            "VC0032",
            $"'{name}' looks like a secret; add 'x-secret: true', so that it is not logged");

    [Theory]
    [InlineData("tokenType")]
    [InlineData("passwordPolicy")]
    [InlineData("key")]
    public void APropertyAboutASecret_IsNotASecret(string name) =>
        Assert.Empty(SmallContract.Check(SmallContract.With("        weight:\n", $"        {name}:\n          description: No secret.\n          type: string\n        weight:\n")));

    [Theory]
    [InlineData("x-secret")]
    [InlineData("x-personal")]
    public void AMarkThatIsFalse_IsRejected(string mark) =>
        SmallContract.Refuses($"{mark}: true", $"{mark}: »false", "VC0032", $"'{mark}' must be true or left out");

    [Fact]
    public void ASecretParameter_IsRejected() =>
        SmallContract.Refuses("- name: notify", "- name: »apiKey", "VC0032", "'apiKey' looks like a secret, and paths, queries and headers are often logged; send it in the body, or as the bearer token");

    [Theory]
    [InlineData("- url: https://api.letters.example", "- url: »http://api.letters.example")]
    [InlineData("- url: https://api.letters.example", "- url: »/v1")]
    [InlineData("url: https://letters.example", "url: »letters.example")]
    public void AnAddress_IsAbsoluteAndHttps(string text, string marked) =>
        SmallContract.Refuses(text, marked, "VC0034", $"'{marked.Split('»')[1]}' is not an absolute https address");
}
