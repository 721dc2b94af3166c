namespace Verifik.Tests.Contract;

/// <summary>A construct means one thing wherever it stands: it is kept in full, or refused with the reason.</summary>
public sealed class ConstructTests
{
    [Theory]
    [InlineData("{ type: integer, format: int32, enum: [1, 3000000000] }", "The value 3000000000 of 'enum' is beyond what the type holds, -2147483648 to 2147483647; write 'format: int64'")]
    [InlineData("{ type: integer, minimum: 9223372036854775807, exclusiveMinimum: true }", "'minimum' (9223372036854775807) and the limits beside it leave no value that the type holds")]
    [InlineData("{ type: integer, minimum: 1.2, maximum: 1.8 }", "leave no value")]
    [InlineData("{ type: number, minimum: 1, maximum: 1, exclusiveMaximum: true }", "leave no value")]
    public void LimitsThatLeaveNoValue_AreRefused(string schema, string message) =>
        OneSchema.Refuses(OneSchema.InRequest(schema), "VC0017", message);
//NEXT
}
