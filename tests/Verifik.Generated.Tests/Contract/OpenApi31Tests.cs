using Verifik.Contract;

namespace Verifik.Tests.Contract;

/// <summary>OpenAPI 3.1 is lowered to the same document as the equivalent 3.0 contract, or rejected with the reason.</summary>
public sealed class OpenApi31Tests
{
    [Theory]
    [InlineData("openapi/verifik.yaml")]
    [InlineData("tests/Verifik.Generated.Tests/Contract/natural.yaml")]
    [InlineData("tests/Verifik.Generated.Tests/Contract/small.yaml")]
    public void ATwin_IsLoweredToTheSameBytes(string file)
    {
        var text = File.ReadAllText(Repository.PathOf(file.Split('/')));
        var original = ContractCheck.CheckText(text);

        var twin = ContractCheck.CheckText(ContractTwin.Of(text));

        Assert.Empty(twin.Diagnostics);
        Assert.Equal(original.Lowered, twin.Lowered);
    }

    [Theory]
    [InlineData("          type: number\n", "          type: »[number, string]\n          enum: [1, a]\n", "VC0012", "Several types are not supported together with 'enum', 'oneOf' or 'anyOf'; write one type")]
    [InlineData("          type: number\n", "          type: »'null'\n", "VC0013", "A value that is always null is not supported; write a list of a type and 'null'")]
    [InlineData("          type: number\n", "          type: number\n          »if: {}\n", "VC0012", "'if' is not supported in a schema: the type of a value cannot depend on it; make the schema an object with optional properties")]
    [InlineData("          type: number\n", "          type: number\n          »prefixItems: []\n", "VC0012", "'prefixItems' is not supported in a schema: a list has items of one type; make it an object with named properties")]
    [InlineData("          type: number\n", "          type: number\n          »nulable: true\n", "VC0006", "'nulable' is not a key of a schema; did you mean 'nullable'?")]
    [InlineData("\nservers:", "\n»webhooks: {}\nservers:", "VC0012", "'webhooks' is not supported in the document: a client receives no requests; declare the payload as a schema under 'components'")]
    public void AConstructWithoutAnEquivalentIn30_IsRejected(string text, string marked, string code, string message) =>
        SmallContract.Refuses(SmallContract.With(text, marked).Replace("openapi: 3.0.3", "openapi: 3.1.1", StringComparison.Ordinal), code, message);

    [Theory]
    [InlineData("true", "{}")]
    [InlineData("{ type: array, items: true }", "{ type: array, items: {} }")]
    [InlineData("{ type: array }", "{ type: array, items: {} }")]
    [InlineData("{ type: string, $comment: Nothing. }", "{ type: string }")]
    [InlineData("{ type: [string, integer], maxLength: 5 }", "{ oneOf: [ { type: string, maxLength: 5 }, { type: integer } ] }")]
    [InlineData("{ type: [string, integer, 'null'] }", "{ nullable: true, oneOf: [ { type: string }, { type: integer } ] }")]
    [InlineData("{ anyOf: [ { type: string }, { type: integer }, { type: 'null' } ], default: null }", "{ nullable: true, anyOf: [ { type: string }, { type: integer } ], default: null }")]
    public void AKeywordOf31_IsLoweredToItsEquivalent(string schema, string twin) =>
        Assert.Equal(OneSchema.Accepts(OneSchema.InResponse(twin)), OneSchema.Accepts(OneSchema.InResponse(schema).Replace("3.0.3", "3.1.1", StringComparison.Ordinal)));

    [Theory]
    [InlineData("{ type: boolean, const: true }", "{ type: boolean, enum: [true] }")]
    [InlineData("{ const: true }", "{ type: boolean, enum: [true] }")]
    [InlineData("{ const: 7 }", "{ type: integer, enum: [7] }")]
    [InlineData("{ const: seven }", "{ type: string, enum: [seven] }")]
    [InlineData("{ anyOf: [ { type: string, maxLength: 5 }, { type: 'null' } ], default: null }", "{ type: string, maxLength: 5, nullable: true, default: null }")]
    [InlineData("{ anyOf: [ { $ref: '#/components/schemas/Other' }, { type: 'null' } ], default: null }", "{ nullable: true, allOf: [ { $ref: '#/components/schemas/Other' } ], default: null }")]
    public void AKeywordOf31_IsLoweredToItsEquivalent_InARequestAndAResponse(string schema, string twin)
    {
        const string other = "    Other: { type: object, properties: { a: { type: string } } }\n";

        foreach (var place in new[] { OneSchema.InRequest, (Func<string, string, string>)OneSchema.InResponse })
        {
            Assert.Equal(OneSchema.Accepts(place(twin, other)), OneSchema.Accepts(place(schema, other).Replace("3.0.3", "3.1.1", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void AListOfTypesInARequest_IsRejectedOnce() =>
        OneSchema.Refuses(OneSchema.InRequest("{ type: [string, integer] }").Replace("3.0.3", "3.1.1", StringComparison.Ordinal), "VC0012", "write the type that you send");
}
