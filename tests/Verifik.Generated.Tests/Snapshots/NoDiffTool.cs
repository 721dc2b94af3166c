namespace Verifik.Tests.Snapshots;

/// <summary>Tests that switch DiffEngine off for the process run beside no others.</summary>
[CollectionDefinition(nameof(NoDiffTool), DisableParallelization = true)]
public sealed class NoDiffTool;
