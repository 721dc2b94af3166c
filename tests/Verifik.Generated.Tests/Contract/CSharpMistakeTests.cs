namespace Verifik.Tests.Contract;

/// <summary>Constructs that NSwag would misinterpret or give an unsuitable name.</summary>
public sealed class CSharpMistakeTests
{
    [Theory]
    [InlineData("operationId: SendLetter", "operationId: »SendLetterAsync", "The generator adds 'Async' to each method; write 'SendLetter'")]
    [InlineData("operationId: WithdrawLetter", "operationId: »SendLetter", "The operationId 'SendLetter' is already used at line 25: both are 'SendLetter' in C#")]
    [InlineData("    post:\n      operationId: SendLetter\n", "    »post:\n", "'operationId' is missing: it is the name of the method in C#")]
    public void AnOperation_HasAUniqueName(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0020", message);

    [Theory]
    [InlineData("x-csharp-name: Id", "x-csharp-name: »_id", "'_id' is not PascalCase; write 'Id'")]
    [InlineData("x-csharp-name: Id", "x-csharp-name: »class", "'class' is not PascalCase; write 'Class'")]
    [InlineData("x-csharp-name: Id", "x-csharp-name: »'Id { get; set; } = Steal(); public string X'", "'Id { get; set; } = Steal(); public string X' is not PascalCase; write 'IdGetSetStealPublicStringX'")]
    [InlineData("          x-originalName: reason\n", "          x-originalName: »X-Reason\n", "'X-Reason' cannot be converted to a C# parameter name; add 'x-originalName: xReason'")]
    public void ACSharpName_FollowsTheNamingConventions(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0021", message);

    [Theory]
    [InlineData("        weight:\n", "        »Id:\n          description: Another.\n          type: string\n        weight:\n", "'Id' and '_id' are both 'Id' in C#; add 'x-csharp-name' to one")]
    [InlineData("        weight:\n", "        »letter:\n          description: Another.\n          type: string\n        weight:\n", "'letter' would be 'Letter', the name of its class, which is not allowed in C#; add 'x-csharp-name'")]
    [InlineData("        copies:\n", "        »toPattern:\n          description: Another.\n          type: string\n        copies:\n", "'ToPattern' is the generator's name for the pattern of 'to'; add 'x-csharp-name'")]
    public void TwoNames_DoNotBecomeOneInCSharp(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0022", message);

    [Fact]
    public void TwoParameters_DoNotBecomeOneInCSharp() =>
        SmallContract.Refuses(
            SmallContract.With("x-originalName: reason", "x-originalName: »notify"),
            "VC0022",
            "'X-Reason' and 'notify' are both 'notify' in C#; add 'x-originalName' to one");

    [Theory]
    [InlineData("        weight:\n", "        »additionalProperties:\n          description: Another.\n          type: string\n        weight:\n", "'AdditionalProperties' is a member that the generated class has or uses; choose another name with 'x-csharp-name'")]
    [InlineData("x-csharp-name: Id", "»x-csharp-name: ToString", "'ToString' is a member that the generated class has or uses; choose another name with 'x-csharp-name'")]
    [InlineData("    ApiError:\n", "    »VerifikToken:\n      description: More.\n      type: object\n\n    ApiError:\n", "A type 'VerifikToken' already exists in the SDK or in a .NET namespace that the generated code imports; choose another name with 'x-csharp-name'")]
    [InlineData("    ApiError:\n", "    »Task:\n      description: More.\n      type: object\n\n    ApiError:\n", "A type 'Task' already exists in the SDK or in a .NET namespace that the generated code imports; choose another name with 'x-csharp-name'")]
    public void AReservedName_IsRejected(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0023", message);

    [Theory]
    [InlineData("          allOf:\n            - $ref: '#/components/schemas/Envelope'", "          »oneOf:\n            - type: string\n            - $ref: '#/components/schemas/Envelope'", "'oneOf' is not supported in a request, because the client could not check it; write the type that you send, or 'additionalProperties: true' for a free-form object")]
    [InlineData("          type: number\n", "          type: number\n          »not: {}\n", "'not' is not supported in a schema: the client cannot check it; describe it in the description")]
    [InlineData("          type: number\n", "          type: number\n          »xml: {}\n", "'xml' is not supported in a schema: the client supports JSON only")]
    [InlineData("    post:", "    »trace: {}\n    post:", "'trace' is not supported in a path: TRACE requests are not generated; leave it out")]
    [InlineData("      operationId: SendLetter", "      »callbacks: {}\n      operationId: SendLetter", "'callbacks' is not supported in an operation: a client receives no requests; declare the payload as a schema under 'components'")]
    [InlineData("  - url: https://api.letters.example", "  - »variables: {}\n    url: https://api.letters.example", "'variables' is not supported in a server: the application sets another address with VerifikOptions.BaseAddress; write one absolute address")]
    [InlineData("          schema:\n            type: boolean\n", "          »allowReserved: true\n          schema:\n            type: boolean\n", "'allowReserved' is not supported in a parameter: values are always escaped")]
    public void AKeyThatTheGeneratorWouldIgnore_IsRejected(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0012", message);

    [Theory]
    [InlineData("          application/json:\n", "          »application/xml: {}\n          application/json:\n", "'application/xml' is not supported; the client supports 'application/json' only")]
    [InlineData("          application/json:\n", "          »aplication/json:\n", "'aplication/json' is not supported; the client supports 'application/json' only")]
    public void ABodyThatIsNotJson_IsRefused(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0025", message);
}
