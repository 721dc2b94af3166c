namespace Verifik.Tests.Secrets;

/// <summary>A collection that runs after all others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LastTests
{
    public const string Name = "The end of the suite";
}
