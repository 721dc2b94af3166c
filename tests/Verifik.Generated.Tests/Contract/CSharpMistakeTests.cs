namespace Verifik.Tests.Contract;

/// <summary>What NSwag would turn into something else than was meant, or give an ugly name.</summary>
public sealed class CSharpMistakeTests
{
    [Theory]
    [InlineData("operationId: SendLetter", "operationId: »SendLetterAsync", "The generator adds 'Async' to each method; write 'SendLetter'")]
    [InlineData("operationId: WithdrawLetter", "operationId: »SendLetter", "The operationId 'SendLetter' is taken, at line 25: both are 'SendLetter' in C#")]
    [InlineData("    post:\n      operationId: SendLetter\n", "    »post:\n", "'operationId' is missing: it is the name of the method in C#")]
    public void AnOperation_HasANameOfItsOwn(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0020", message);

    [Theory]
    [InlineData("x-csharp-name: Id", "x-csharp-name: »_id", "'_id' is not PascalCase; write 'Id'")]
    [InlineData("x-csharp-name: Id", "x-csharp-name: »class", "'class' is not PascalCase; write 'Class'")]
    [InlineData("x-csharp-name: Id", "x-csharp-name: »'Id { get; set; } = Steal(); public string X'", "'Id { get; set; } = Steal(); public string X' is not PascalCase; write 'IdGetSetStealPublicStringX'")]
    [InlineData("          x-originalName: reason\n", "          x-originalName: »X-Reason\n", "'X-Reason' makes no name of a parameter in C#; add 'x-originalName: xReason'")]
    public void ANameInCSharp_ReadsAsIfAPersonHadChosenIt(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0021", message);

    [Theory]
    [InlineData("        weight:\n", "        »Id:\n          description: Another.\n          type: string\n        weight:\n", "'Id' and '_id' are both 'Id' in C#; add 'x-csharp-name' to one")]
    [InlineData("        weight:\n", "        »letter:\n          description: Another.\n          type: string\n        weight:\n", "'letter' would be 'Letter', the name of its class, which C# does not allow; add 'x-csharp-name'")]
    [InlineData("        copies:\n", "        »toPattern:\n          description: Another.\n          type: string\n        copies:\n", "'ToPattern' is the generator's name for the pattern of 'to'; add 'x-csharp-name'")]
    public void TwoNames_AreNotOneInCSharp(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0022", message);

    [Fact]
    public void TwoParameters_AreNotOneInCSharp() =>
        SmallContract.Refuses(
            SmallContract.With("x-originalName: reason", "x-originalName: »notify"),
            "VC0022",
            "'X-Reason' and 'notify' are both 'notify' in C#; add 'x-originalName' to one");

    [Theory]
    [InlineData("        weight:\n", "        »additionalProperties:\n          description: Another.\n          type: string\n        weight:\n", "'AdditionalProperties' is a member that the generated class has or uses itself; give it another name with 'x-csharp-name'")]
    [InlineData("x-csharp-name: Id", "»x-csharp-name: ToString", "'ToString' is a member that the generated class has or uses itself; give it another name with 'x-csharp-name'")]
    [InlineData("    ApiError:\n", "    »VerifikToken:\n      description: More.\n      type: object\n\n    ApiError:\n", "A type 'VerifikToken' exists already, in the SDK or in .NET where the generated code sees it; give it another with 'x-csharp-name'")]
    [InlineData("    ApiError:\n", "    »Task:\n      description: More.\n      type: object\n\n    ApiError:\n", "A type 'Task' exists already, in the SDK or in .NET where the generated code sees it; give it another with 'x-csharp-name'")]
    public void ANameThatIsTaken_IsRefused(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0023", message);

    [Theory]
    [InlineData("          allOf:\n            - $ref: '#/components/schemas/Envelope'", "          »oneOf:\n            - type: string\n            - $ref: '#/components/schemas/Envelope'", "'oneOf' is not supported in a request: nothing could check what is sent; write the one type that you send, or 'additionalProperties: true' for a free-form object")]
    [InlineData("          type: number\n", "          type: number\n          »not: {}\n", "'not' is not supported in a schema: the client cannot check it; say it in the description")]
    [InlineData("          type: number\n", "          type: number\n          »xml: {}\n", "'xml' is not supported in a schema: the client writes and reads JSON alone")]
    [InlineData("    post:", "    »trace: {}\n    post:", "'trace' is not supported in a path: it is for tests of a network")]
    [InlineData("      operationId: SendLetter", "      »callbacks: {}\n      operationId: SendLetter", "'callbacks' is not supported in an operation: a client receives no requests; describe what arrives as a schema of 'components'")]
    [InlineData("  - url: https://api.letters.example", "  - »variables: {}\n    url: https://api.letters.example", "'variables' is not supported in a server: the application sets another address with VerifikOptions.BaseAddress; write one whole address")]
    [InlineData("          schema:\n            type: boolean\n", "          »allowReserved: true\n          schema:\n            type: boolean\n", "'allowReserved' is not supported in a parameter: values are always escaped")]
    public void WhatTheGeneratorWouldDrop_IsRefused(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0012", message);

    [Theory]
    [InlineData("          application/json:\n", "          »application/xml: {}\n          application/json:\n", "'application/xml' is not supported; the client writes and reads 'application/json' alone")]
    [InlineData("          application/json:\n", "          »aplication/json:\n", "'aplication/json' is not supported; the client writes and reads 'application/json' alone")]
    public void ABodyThatIsNotJson_IsRefused(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0025", message);
}
