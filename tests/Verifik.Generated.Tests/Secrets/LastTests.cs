namespace Verifik.Tests.Secrets;

/// <summary>A collection that runs after all parallel collections.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LastTests
{
    public const string Name = "The end of the suite";
}
