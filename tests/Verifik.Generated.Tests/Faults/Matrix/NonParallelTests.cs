namespace Verifik.Tests.Faults.Matrix;

/// <summary>Tests that measure the whole process, such as its tasks and memory, and therefore do not run in parallel with others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class NonParallelTests
{
    public const string Name = "non-parallel";
}
