using Verifik.Contract;
using Verifik.Tests.Contract;

namespace Verifik.Tests.Surface;

/// <summary>The SDK's own contract as the input of NSwag.</summary>
public sealed class LoweredContractTests
{
    [Fact]
    public Task TheLoweredContract_IsAsReviewed() => Verifier.Verify(ContractCheck.CheckFile(Repository.Contract).Lowered, "json");

    [Theory]
    [InlineData("openapi/verifik.yaml")]
    [InlineData("tests/Verifik.Generated.Tests/Contract/natural.yaml")]
    [InlineData("tests/Verifik.Generated.Tests/Contract/small.yaml")]
    public void LoweringALoweredContract_ChangesNothing(string file)
    {
        var lowered = ContractCheck.CheckFile(Repository.PathOf(file.Split('/'))).Lowered;

        var again = ContractCheck.CheckText(lowered);

        Assert.Empty(again.Diagnostics);
        Assert.Equal(lowered, again.Lowered);
    }
}
