using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Verifik.Tests.Contract;

namespace Verifik.Tests.Readme;

/// <summary>A program in the README is one that can be copied.</summary>
public sealed partial class ReadmeTests
{
    public static TheoryData<int, string> Programs()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));
        var data = new TheoryData<int, string>();
        foreach (Match match in Program().Matches(readme))
        {
            data.Add(readme.AsSpan(0, match.Index).Count('\n') + 1, match.Groups["code"].Value);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void AProgramOfTheReadme_Compiles(int line, string program)
    {
        var compilation = CSharpCompilation.Create(
            $"README-line-{line}",
            [CSharpSyntaxTree.ParseText(SdkDefaults.ImplicitUsings), CSharpSyntaxTree.ParseText(program)],
            SdkDefaults.Assemblies.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions: SdkDefaults.Suppressed));

        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Program();
}
