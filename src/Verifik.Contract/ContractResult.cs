namespace Verifik.Contract;

/// <summary>What is to be said of a contract.</summary>
/// <param name="Diagnostics">What is wrong, in the order of the file; nothing if it is right.</param>
/// <param name="Lowered">The lowered document; empty for a file that is no contract at all. It is for the generator only where nothing is wrong.</param>
internal sealed record ContractResult(IReadOnlyList<Diagnostic> Diagnostics, string Lowered);
