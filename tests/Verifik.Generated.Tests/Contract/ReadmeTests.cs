using System.Reflection;
using System.Text.RegularExpressions;
using Verifik.Contract;

namespace Verifik.Tests.Contract;

/// <summary>openapi/README.md explains each code, and no other.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void EachCode_IsExplainedOnce_AndNoOther()
    {
        var codes = typeof(Codes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!);
        var ofTheBuild = Code().Matches(File.ReadAllText(Repository.PathOf("src", "Verifik.Generated", "OpenApi.targets"))).Select(code => code.Value);
        var explained = Row().Matches(File.ReadAllText(Repository.PathOf("openapi", "README.md"))).Select(row => row.Groups[1].Value);

        Assert.Equal(codes.Concat(ofTheBuild).Distinct().Order(), explained.Order());
    }

    [Fact]
    public void ACode_BelongsToOneRule() =>
        Assert.Distinct(typeof(Codes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!));

    [GeneratedRegex("VC[0-9]{4}")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\| (VC[0-9]{4}) \| \S", RegexOptions.Multiline)]
    private static partial Regex Row();
}
