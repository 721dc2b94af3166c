namespace Verifik.Tests.Contract;

/// <summary>The client of a contract, generated and compiled once for all tests of a class. It compiles on both targets without warnings.</summary>
public abstract class CompiledContract(string contract) : IAsyncLifetime, IDisposable
{
    private CompiledClient? _client;

    internal string Source { get; private set; } = "";

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        OneSchema.Accepts(contract);
        Source = await NSwagGenerator.Build.GenerateAsync(contract, CompiledClient.Name);
        Assert.Empty(GeneratedCode.Errors(Source, CompilerTarget.NetStandard20));
        _client = new CompiledClient(Source);
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        _client?.Dispose();
        GC.SuppressFinalize(this);
    }

    internal CompiledClient WithFreshWire()
    {
        _client!.Wire.Reset();
        return _client;
    }
}
