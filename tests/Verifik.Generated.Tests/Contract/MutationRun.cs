using Verifik.Contract;

namespace Verifik.Tests.Contract;

/// <summary>Every mutation of the contract, checked, and generated where the check lets it pass. Made once for all tests.</summary>
public sealed class MutationRun : IAsyncLifetime
{
    private readonly List<Mutation> _silent = [];

    /// <summary>How many changes the check refused.</summary>
    public int Refused { get; private set; }

    /// <summary>How many changes the generated source shows.</summary>
    public int Shown { get; private set; }

    /// <summary>The changes that nothing showed.</summary>
    internal IReadOnlyList<Mutation> Silent => _silent;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        var contract = ContractTree.Save(ContractTree.Load(await File.ReadAllTextAsync(Repository.Contract)));
        var right = ContractCheck.CheckText(contract);
        Assert.Empty(right.Diagnostics);
        var source = await NSwagGenerator.Build.GenerateFromLoweredAsync(right.Lowered);
        var passed = new List<(Mutation Mutation, string Lowered)>();
        foreach (var mutation in Mutations.Of(contract))
        {
            var changed = ContractCheck.CheckText(mutation.Of(contract));
            if (changed.Diagnostics.Count > 0)
            {
                Refused++;
            }
            else if (changed.Lowered == right.Lowered)
            {
                _silent.Add(mutation);
            }
            else
            {
                passed.Add((mutation, changed.Lowered));
            }
        }

        var generated = new string[passed.Count];
        await Parallel.ForAsync(0, passed.Count, async (index, _) => generated[index] = await NSwagGenerator.Build.GenerateFromLoweredAsync(passed[index].Lowered));
        Shown = generated.Count(client => client != source);
        _silent.AddRange(passed.Where((_, index) => generated[index] == source).Select(pair => pair.Mutation));
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;
}
