namespace Verifik.Tests.Faults.Matrix;

/// <summary>What counts all of the process's tasks and memory runs while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
