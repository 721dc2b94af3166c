using Verifik.Contract.Model;
using YamlDotNet.RepresentationModel;

namespace Verifik.Tests.Contract;

/// <summary>A schema cannot take the name of a class that the SDK has already.</summary>
public sealed class SdkNameTests
{
    [Fact]
    public void AHandWrittenType_HasAReservedName()
    {
        var schemas = ((YamlMappingNode)Surface.ContractDocument.Root["components"]["schemas"]).Select(schema => ((YamlScalarNode)schema.Key).Value);
        var handWritten = typeof(VerifikClient).Assembly.GetTypes()
            .Where(type => type is { Namespace: "Verifik", IsNested: false } && !type.Name.Contains('<', StringComparison.Ordinal))
            .Select(type => type.Name.Split('`')[0])
            .Except(schemas);

        // A new type of the SDK: add it to ReservedNames.Types.
        Assert.DoesNotContain(handWritten, name => !ReservedNames.IsType(name!));
    }
}
