using System.Reflection;
using System.Text.RegularExpressions;
using Verifik.Contract;
using Verifik.Contract.Model;
using Verifik.Tests.Readme;

namespace Verifik.Tests.Contract;

/// <summary>openapi/README.md explains each code, and no other.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void EachCode_IsExplainedOnce_AndNoOther()
    {
        var codes = typeof(Codes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!);
        var ofTheBuild = Directory.GetFiles(Repository.PathOf("src", "Verifik.Generated.Build", "build"))
            .SelectMany(file => Code().Matches(File.ReadAllText(file))).Select(code => code.Value);
        var explained = Row().Matches(Document.Read("openapi", "README.md")).Select(row => row.Groups[1].Value);

        Assert.Equal(codes.Concat(ofTheBuild).Distinct().Order(), explained.Order());
    }

    [Fact]
    public void ACode_BelongsToOneRule() =>
        Assert.Distinct(typeof(Codes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!));

    [Fact]
    public async Task TheExample_CompilesAndRuns()
    {
        var blocks = YamlBlock().Matches(Document.Read("openapi", "README.md")).Select(block => block.Groups[1].Value.Replace("\n   ", "\n", StringComparison.Ordinal)).ToList();
        var contract = File.ReadAllText(Repository.Contract)
            .Replace("\npaths:\n", "\npaths:\n" + blocks[0][3..] + "\n", StringComparison.Ordinal)
            .Replace("\n  schemas:\n", "\n  schemas:\n" + blocks[1][3..] + "\n", StringComparison.Ordinal)
            .Replace("\ntags:\n", "\ntags:\n  - name: Queries\n", StringComparison.Ordinal);

        // The example names the SDK's client.
        var client = new ClientName("Example", "VerifikClient");
        var result = ContractCheck.CheckText(contract, client);
        Assert.Empty(result.Diagnostics);
        var source = await NSwagGenerator.Build.GenerateFromLoweredAsync(result.Lowered, client);

        Assert.Contains("FindColombianCitizenAsync(FindColombianCitizenDocumentType documentType, string documentNumber, CancellationToken cancellationToken = default)", source, StringComparison.Ordinal);
        Assert.Empty(GeneratedCode.Errors(source + """

            internal static class Example
            {
                public static async Task<string?> NameAsync(IVerifikClient client)
                {
                    var found = await client.FindColombianCitizenAsync(FindColombianCitizenDocumentType.CC, "123456789").ConfigureAwait(false);
                    return found.Data.FullName;
                }
            }
            """));
    }

    [GeneratedRegex(@"```yaml\n(.*?)\n   ```", RegexOptions.Singleline)]
    private static partial Regex YamlBlock();

    [GeneratedRegex("VC[0-9]{4}")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\| (VC[0-9]{4}) \| \S", RegexOptions.Multiline)]
    private static partial Regex Row();
}
