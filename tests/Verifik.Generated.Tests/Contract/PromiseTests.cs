using System.Globalization;
using Verifik.Tests.Surface;
using YamlDotNet.RepresentationModel;

namespace Verifik.Tests.Contract;

/// <summary>What the contract promises and the wire does not show.</summary>
public sealed class PromiseTests
{
    [Fact]
    public void TheClientCalls_TheServerOfTheContract() =>
        Assert.Equal(new Uri(((YamlScalarNode)ContractDocument.Root["servers"][0]["url"]).Value!), new VerifikOptions().BaseAddress);

    [Fact]
    public void ATokenLives_AsLongAsTheContractSays()
    {
        var schema = ContractDocument.Root["components"]["schemas"]["AccessToken"];
        var days = int.Parse(((YamlScalarNode)schema["x-token-lifetime-days"]).Value!, CultureInfo.InvariantCulture);

        Assert.Equal(TimeSpan.FromDays(days), VerifikToken.Lifetime);
        Assert.Contains($"{days} days", ((YamlScalarNode)schema["description"]).Value, StringComparison.Ordinal);
    }
}
