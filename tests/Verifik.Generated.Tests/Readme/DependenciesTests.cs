using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Verifik.Tests.Contract;

namespace Verifik.Tests.Readme;

/// <summary>A dependency has a reason, a version and a project that uses it.</summary>
public sealed partial class DependenciesTests
{
    [Fact]
    public void EveryPackageAndTool_HasAReason()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(".config", "dotnet-tools.json")));
        var tools = manifest.RootElement.GetProperty("tools").EnumerateObject().Select(tool => tool.Name);

        var reasons = Row().Matches(Document.Read("docs", "dependencies.md"))
            .SelectMany(row => row.Groups["names"].Value.Split(", "))
            .Except(["package", "tool"]);

        Assert.Equal(Versions().Concat(tools).Order(), reasons.Order());
    }

    [Fact]
    public void EveryPackageWithAVersion_IsReferenced()
    {
        var referenced = Directory.GetDirectories(Repository.PathOf("src"))
            .Concat(Directory.GetDirectories(Repository.PathOf("tests")))
            .SelectMany(project => Directory.GetFiles(project, "*.csproj"))
            .SelectMany(project => Included(project, "PackageReference"));

        Assert.Equal(Versions().Order(), referenced.Distinct().Order());
    }

    private static IEnumerable<string> Versions() => Included(Repository.PathOf("Directory.Packages.props"), "PackageVersion");

    private static IEnumerable<string> Included(string file, string item) =>
        XDocument.Load(file).Descendants(item).Select(element => element.Attribute("Include")!.Value);

    [GeneratedRegex(@"^\| (?<names>[\w., -]+?) \| ", RegexOptions.Multiline)]
    private static partial Regex Row();
}
