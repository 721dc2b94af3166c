using Verifik.Sandbox;
using Verifik.Tests.Contract;

namespace Verifik.Tests.Readme;

/// <summary>An application made as a recipe says, and the sandbox that it sends to.</summary>
internal sealed class RecipeApplication : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly VerifikSandbox _sandbox;

    private RecipeApplication(VerifikSandbox sandbox)
    {
        _sandbox = sandbox;
        Environment = new()
        {
            ["Verifik__BaseAddress"] = $"{sandbox.BaseAddress}",
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["XDG_DATA_HOME"] = _folder.Root + "data",
            ["TokenFolder"] = TokenFolder,
            ["KeyFolder"] = _folder.Root + "keys",
        };
    }

    public Dictionary<string, string> Environment { get; }

    public string TokenFolder => _folder.Root + "tokens";

    public int Logins => _sandbox.Requests.Count(request => request.Path == "/v2/projects/phone-login");

    private string Project => _folder.Root + "orders/";

    /// <summary>Makes it with the recipe's template and packages. The sandbox answers the queries of the README's contract.</summary>
    public static async Task<RecipeApplication> MakeAsync(PackedSdk packages, Recipe recipe)
    {
        var sandbox = await VerifikSandbox.StartAsync(options =>
        {
            options.HashWorkFactor = 4;
            options.Contracts.Add(SandboxContract.Parse(Recipe.Of("Your own contract").Contract));
        });
        var application = new RecipeApplication(sandbox);
        packages.AddTo(application._folder);
        foreach (var command in recipe.Commands)
        {
            await application.RunAsync(command is ["add", _, "package", var name] && name.StartsWith("Verifik.", StringComparison.Ordinal) ? [.. command, "--version", packages.Version] : command);
        }

        await application.BuildAsync(recipe.Program);
        return application;
    }

    /// <summary>Builds it with another program.</summary>
    public async Task BuildAsync(string program)
    {
        await File.WriteAllTextAsync(Project + "Program.cs", program);
        await RunAsync("build", "orders", "-nologo", "-v", "q", "-warnaserror");
    }

    /// <summary>Adds a contract, the item of the project file that names it, and the package that compiles it.</summary>
    public async Task AddContractAsync(PackedSdk packages, Recipe recipe)
    {
        await RunAsync([.. recipe.Commands.Single(), "--version", packages.Version]);
        await File.WriteAllTextAsync(Project + "queries.yaml", recipe.Contract);
        var file = Project + "orders.csproj";
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("</Project>", recipe.Item + "</Project>", StringComparison.Ordinal));
    }

    /// <summary>Runs <c>dotnet</c> beside the application.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        var (exitCode, output, error) = await DotNet.RunInAsync(_folder.Root, arguments);
        Assert.True(exitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{output}{error}");
        return output;
    }

    public RunningProgram Start(params string[] arguments) => RunningProgram.Start(Project, Environment, [Project + "bin/Debug/net10.0/orders.dll", .. arguments]);

    /// <summary>The tool, as the README says for a service.</summary>
    public RunningProgram StartTool(params string[] arguments) =>
        RunningProgram.Start(_folder.Root, Environment, [Repository.Tool, .. arguments, "--base-address", $"{_sandbox.BaseAddress}"]);

    /// <summary>The code that the sandbox has sent last.</summary>
    public async Task<string> ReadCodeAsync() => (await _sandbox.Outbox.ReadAsync()).Code;

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _folder.Dispose();
    }
}
