using System.Globalization;
using Verifik.Tests.Surface;
using YamlDotNet.RepresentationModel;

namespace Verifik.Tests.Contract;

/// <summary>Guarantees of the contract that are not visible in requests.</summary>
public sealed class ContractGuaranteeTests
{
    [Fact]
    public void TheClient_CallsTheServerOfTheContract() =>
        Assert.Equal(new Uri(((YamlScalarNode)ContractDocument.Root["servers"][0]["url"]).Value!), new VerifikOptions().BaseAddress);

    [Fact]
    public void TheLifetimeOfAToken_IsThatOfTheContract()
    {
        var schema = ContractDocument.Root["components"]["schemas"]["AccessToken"];
        var days = int.Parse(((YamlScalarNode)schema["x-token-lifetime-days"]).Value!, CultureInfo.InvariantCulture);

        Assert.Equal(TimeSpan.FromDays(days), VerifikToken.Lifetime);
        Assert.Contains($"{days} days", ((YamlScalarNode)schema["description"]).Value, StringComparison.Ordinal);
    }
}
