namespace Verifik.Tests.Secrets;

/// <summary>Runs alone, when everything that runs in parallel has run.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EndOfTheSuite
{
    public const string Name = "The end of the suite";
}
