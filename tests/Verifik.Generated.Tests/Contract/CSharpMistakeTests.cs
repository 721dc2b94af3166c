namespace Verifik.Tests.Contract;

/// <summary>What NSwag would turn into something else than was meant, or give an ugly name.</summary>
public sealed class CSharpMistakeTests
{
    [Theory]
    [InlineData("operationId: SendLetter", "operationId: »sendLetter", "The operationId 'sendLetter' is not PascalCase that ends in a letter; write 'SendLetter'")]
    [InlineData("operationId: SendLetter", "operationId: »send_letter", "The operationId 'send_letter' is not PascalCase that ends in a letter; write 'SendLetter'")]
    [InlineData("operationId: SendLetter", "operationId: »SendLetter2", "The operationId 'SendLetter2' is not PascalCase that ends in a letter; write 'SendLetter'")]
    [InlineData("operationId: SendLetter", "operationId: »SendLetterAsync", "The generator adds 'Async' to each method; write 'SendLetter'")]
    [InlineData("operationId: WithdrawLetter", "operationId: »SendLetter", "The operationId 'SendLetter' is taken, at line 25; NSwag would call this method 'SendLetter2'")]
    [InlineData("    post:\n      operationId: SendLetter\n", "    »post:\n", "'operationId' is missing: it is the name of the method in C#")]
    public void AnOperation_HasANameOfItsOwn(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0020", message);

    [Theory]
    [InlineData("        _id:\n          description: Which letter.\n          type: string\n          x-csharp-name: Id", "        »_id:\n          description: Which letter.\n          type: string", "'_id' makes no name in C#; add 'x-csharp-name: Id'")]
    [InlineData("x-csharp-name: Id", "x-csharp-name: »_id", "'_id' is not PascalCase that ends in a letter; write 'Id'")]
    [InlineData("x-csharp-name: Id", "x-csharp-name: »class", "'class' is not PascalCase that ends in a letter; write 'Class'")]
    [InlineData("x-csharp-name: Id", "x-csharp-name: »Id1", "'Id1' is not PascalCase that ends in a letter; write 'Id'")]
    [InlineData("x-csharp-name: Id", "x-csharp-name: »'Id { get; set; } = Steal(); public string X'", "'Id { get; set; } = Steal(); public string X' is not PascalCase that ends in a letter; write 'IdGetSetStealPublicStringX'")]
    [InlineData("    ApiError:\n", "    »error_detail:\n      description: More.\n      type: object\n\n    ApiError:\n", "The schema 'error_detail' is not PascalCase that ends in a letter; call it 'ErrorDetail'")]
    [InlineData("    ApiError:\n", "    »AccessToken1:\n      description: More.\n      type: object\n\n    ApiError:\n", "The schema 'AccessToken1' is not PascalCase that ends in a letter; call it 'AccessToken'")]
    [InlineData("- name: notify", "- name: »notify_readers", "'notify_readers' makes no name of a parameter in C#; add 'x-originalName: notifyReaders'")]
    [InlineData("          x-originalName: reason\n", "          x-originalName: »X-Reason\n", "'X-Reason' makes no name of a parameter in C#; add 'x-originalName: xReason'")]
    public void ANameInCSharp_ReadsAsIfAPersonHadChosenIt(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0021", message);

    [Theory]
    [InlineData("        weight:\n", "        »Id:\n          description: Another.\n          type: string\n        weight:\n", "'Id' and '_id' are both 'Id' in C#; add 'x-csharp-name' to one")]
    [InlineData("        weight:\n", "        »letter:\n          description: Another.\n          type: string\n        weight:\n", "'letter' would be 'Letter', the name of its class, which NSwag changes to 'Letter1'; add 'x-csharp-name'")]
    [InlineData("        weight:\n", "        »person:\n          description: Another.\n          type: string\n        weight:\n", "'Person' is also the type of 'sender' in this class; add 'x-csharp-name'")]
    [InlineData("        copies:\n", "        »toPattern:\n          description: Another.\n          type: string\n        copies:\n", "'ToPattern' is the generator's name for the pattern of 'to'; add 'x-csharp-name'")]
    public void TwoNames_AreNotOneInCSharp(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0022", message);

    [Fact]
    public void TwoParameters_AreNotOneInCSharp() =>
        SmallContract.Refuses(
            SmallContract.With("x-originalName: reason", "x-originalName: notify").Replace("name: X-Reason", "name: »X-Reason", StringComparison.Ordinal),
            "VC0022",
            "'X-Reason' and 'notify' are both 'notify' in C#; add 'x-originalName' to one");

    [Theory]
    [InlineData("        weight:\n", "        »additionalProperties:\n          description: Another.\n          type: string\n        weight:\n", "'AdditionalProperties' is a member that the generated class has or uses itself; give it another name with 'x-csharp-name'")]
    [InlineData("x-csharp-name: Id", "»x-csharp-name: ToString", "'ToString' is a member that the generated class has or uses itself; give it another name with 'x-csharp-name'")]
    [InlineData("    ApiError:\n", "    »VerifikToken:\n      description: More.\n      type: object\n\n    ApiError:\n", "A class 'VerifikToken' exists already, in the SDK or in what the generated code uses; give the schema another name")]
    [InlineData("    ApiError:\n", "    »Task:\n      description: More.\n      type: object\n\n    ApiError:\n", "A class 'Task' exists already, in the SDK or in what the generated code uses; give the schema another name")]
    [InlineData("- name: notify", "- name: »class", "'class' is a keyword of C# or a variable of the generated method; add another name, 'x-originalName: classValue'")]
    [InlineData("- name: notify", "- name: »body", "'body' is a keyword of C# or a variable of the generated method; add another name, 'x-originalName: bodyValue'")]
    [InlineData("- name: notify", "- name: »request", "'request' is a keyword of C# or a variable of the generated method; add another name, 'x-originalName: requestValue'")]
    public void ANameThatIsTaken_IsRefused(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0023", message);

    [Theory]
    [InlineData("          type: number\n", "          type: »object\n", "This object has no name, so NSwag would invent one; move it to components/schemas and refer to it with $ref")]
    [InlineData("            schema:\n              $ref: '#/components/schemas/LetterRequest'", "            »schema:\n              type: object", "This schema has no name, so NSwag would invent one; move it to components/schemas and refer to it with $ref")]
    public void ASchema_HasAName(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0024", message);

    [Theory]
    [InlineData("          allOf:\n            - $ref: '#/components/schemas/Envelope'", "          »oneOf:\n            - $ref: '#/components/schemas/Envelope'", "'oneOf' is not supported in a property: a value of several types has no faithful type in C#; make the schema an object with optional properties")]
    [InlineData("          type: number\n", "          type: number\n          »nullable: true\n", "'nullable' is not supported in a property: null is read as absent; leave the property out of 'required' instead")]
    [InlineData("          type: number\n", "          type: number\n          »enum: [1]\n", "'enum' is not supported in a property: a closed list breaks when the server's grows; name the known values in the description, or narrow a request with a pattern")]
    [InlineData("          type: number\n", "          type: number\n          »exclusiveMinimum: true\n", "'exclusiveMinimum' is not supported in a property: the generator would not turn it into code")]
    [InlineData("      operationId: SendLetter", "      »deprecated: true\n      operationId: SendLetter", "'deprecated' is not supported in an operation: the generator would not turn it into code")]
    [InlineData("    post:", "    »patch: {}\n    post:", "'patch' is not supported in a path: netstandard2.0 has no HttpMethod.Patch")]
    [InlineData("            type: boolean\n", "            type: boolean\n            »minimum: 1\n", "'minimum' is not supported in the schema of a parameter: the generator would not turn it into code")]
    [InlineData("\nservers:", "\n»security: []\nservers:", "'security' is not supported in the document: say it on each operation, where the reader of the operation sees it")]
    public void WhatTheGeneratorWouldDrop_IsRefused(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0012", message);

    [Theory]
    [InlineData("          application/json:\n", "          »application/xml: {}\n          application/json:\n", "'application/xml' is not supported; the client writes and reads 'application/json' alone")]
    [InlineData("          application/json:\n", "          »aplication/json:\n", "'aplication/json' is not supported; the client writes and reads 'application/json' alone")]
    [InlineData("      requestBody:\n        description: The letter.\n        required: true\n", "      »requestBody:\n        description: The letter.\n", "The body of a request is always sent: write 'required: true'")]
    public void ABodyThatIsNotJson_IsRefused(string text, string marked, string message) =>
        SmallContract.Refuses(text, marked, "VC0025", message);

    [Theory]
    [InlineData("    »Envelope:\n      description: What a letter is sent in.\n      type: object\n")]
    [InlineData("    Envelope:\n      description: What a letter is sent in.\n      type: object\n      »additionalProperties: true\n")]
    public void ARequest_IsStrict(string marked) =>
        SmallContract.Refuses(
            "    Envelope:\n      description: What a letter is sent in.\n      type: object\n      additionalProperties: false\n",
            marked,
            "VC0026",
            "'Envelope' is a part of a request, so it says 'additionalProperties: false': what is sent is what is written here");

    [Fact]
    public void AResponse_IsTolerant() =>
        SmallContract.Refuses(
            "      description: Who writes and reads.\n",
            "      description: Who writes and reads.\n      »additionalProperties: false\n",
            "VC0026",
            "'Person' is not a part of a request, so 'additionalProperties' is left out: what a server adds is kept");

    [Fact]
    public void ASchema_IsARequestOrAResponse() =>
        SmallContract.Refuses(
            SmallContract.With("            - $ref: '#/components/schemas/Person'", "            - $ref: '#/components/schemas/Envelope'")
                .Replace("                      name: Ana", "                      colour: white", StringComparison.Ordinal)
                .Replace("    Envelope:", "    »Envelope:", StringComparison.Ordinal),
            "VC0026",
            "'Envelope' is sent and received; a request is strict and a response tolerant, so write one schema for each");
}
