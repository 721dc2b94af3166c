using Verifik.Contract;
using Verifik.Contract.Model;

namespace Verifik.Tests.Contract;

/// <summary>A contract of an application, whose client is compiled in the application.</summary>
public sealed class ApplicationContractTests
{
    private static readonly ClientName Orders = new("Orders.Verifik", "OrdersQueries");

    [Fact]
    public async Task TheClient_HasItsNamespaceAndName()
    {
        var source = await GenerateAsync(SmallContract.Text);

        Assert.Contains("\nnamespace Orders.Verifik;\n", source, StringComparison.Ordinal);
        Assert.Contains("public partial interface IOrdersQueries\n", source, StringComparison.Ordinal);
        Assert.Contains("public sealed partial class OrdersQueries : IOrdersQueries\n", source, StringComparison.Ordinal);
        Assert.Contains("public OrdersQueries(ApiConnection connection)", source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheError_IsTheClassOfTheSdk() =>
        Assert.DoesNotContain("class ApiError", await GenerateAsync(SmallContract.Text), StringComparison.Ordinal);

    [Fact]
    public void AnErrorOfTheContract_MayBeMissing()
    {
        var contract = ContractTree.Load(SmallContract.Text);
        var failures = ContractTree.Save(contract).Replace("#/components/schemas/ApiError", "#/components/schemas/Problem", StringComparison.Ordinal).Replace("    ApiError:", "    Problem:", StringComparison.Ordinal);

        Assert.Empty(ContractCheck.CheckText(failures, Orders).Diagnostics);
        Assert.Contains(ContractCheck.CheckText(failures).Diagnostics, diagnostic => diagnostic.Message.Contains("'ApiError' is missing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Registration", false, true)]
    [InlineData("VerifikClient", false, true)]
    [InlineData("OrdersQueries", true, false)]
    [InlineData("IOrdersQueries", true, false)]
    [InlineData("ResponseReader", true, true)]
    [InlineData("VerifikApiException", true, true)]
    [InlineData("Uri", true, true)]
    public void AName_IsReservedIfItWouldHideAnother(string name, bool inApplication, bool inSdk) =>
        Assert.Equal((inApplication, inSdk), (ReservedNames.IsType(name, Orders), ReservedNames.IsType(name, ClientName.Sdk)));

    private static async Task<string> GenerateAsync(string contract)
    {
        var result = ContractCheck.CheckText(contract, Orders);
        Assert.Empty(result.Diagnostics);
        return await NSwagGenerator.Build.GenerateFromLoweredAsync(result.Lowered, Orders);
    }
}
