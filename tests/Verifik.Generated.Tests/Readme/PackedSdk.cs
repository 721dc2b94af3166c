using Verifik.Tests.Contract;

namespace Verifik.Tests.Readme;

/// <summary>The packages that a recipe adds, just packed, in a version that only this run knows: NuGet keeps what it has unpacked.</summary>
public sealed class PackedSdk : IAsyncLifetime, IDisposable
{
    private static readonly string[] Projects = ["Verifik.Generated", "Verifik.Generated.Build"];

    private readonly TemporaryFolder _folder = new();

    public string Version { get; } = $"1.0.0-recipes.{DateTime.UtcNow.Ticks}";

    public async Task InitializeAsync()
    {
        foreach (var project in Projects)
        {
            var (exitCode, output, _) = await DotNet.RunAsync("pack", $"src/{project}", "-c", "Release", "-nologo", "-v", "q", $"-p:Version={Version}", $"-p:PackageOutputPath={_folder.Root}");
            Assert.True(exitCode == 0, output);
        }
    }

    /// <summary>Adds these packages to the sources of a folder.</summary>
    internal void AddTo(TemporaryFolder folder) => folder.Write(
        "nuget.config",
        $"""<configuration><packageSources><add key="packed" value="{_folder.Root}" /></packageSources></configuration>""");

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _folder.Dispose();
        foreach (var project in Projects)
        {
            var unpacked = Path.Combine(Repository.Packages, project.ToLowerInvariant(), Version);
            if (Directory.Exists(unpacked))
            {
                Directory.Delete(unpacked, recursive: true);
            }
        }
    }
}
