using Verifik.Contract.Model;
using YamlDotNet.RepresentationModel;

namespace Verifik.Tests.Contract;

/// <summary>A schema cannot take the name of a public class of the SDK, nor of one that the generated code uses.</summary>
public sealed class SdkNameTests
{
    [Fact]
    public void ATypeThatASchemaCouldHide_HasAReservedName()
    {
        var generated = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Surface", "VerifikClient.g.cs"));
        var schemas = ((YamlMappingNode)Surface.ContractDocument.Root["components"]["schemas"]).Select(schema => ((YamlScalarNode)schema.Key).Value);
        var handWritten = typeof(VerifikClient).Assembly.GetTypes()
            .Where(type => type is { Namespace: "Verifik" or "Verifik.Runtime", IsNested: false } && !type.Name.Contains('<', StringComparison.Ordinal))
            .Where(type => type.IsPublic || generated.Contains(type.Name, StringComparison.Ordinal))
            .Select(type => type.Name.Split('`')[0])
            .Except(schemas);

        // What is missing here stands in a file of another name, which Verifik.Contract.csproj passes on.
        Assert.DoesNotContain(handWritten, name => !ReservedNames.IsType(name!, ClientName.Sdk));
    }
}
