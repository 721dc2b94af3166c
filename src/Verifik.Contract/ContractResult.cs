namespace Verifik.Contract;

/// <summary>The result of checking a contract.</summary>
/// <param name="Diagnostics">The errors, in the order of the file; empty for a valid contract.</param>
/// <param name="Lowered">The lowered document; empty for a file that could not be read as a contract. Only valid if there are no errors.</param>
internal sealed record ContractResult(IReadOnlyList<Diagnostic> Diagnostics, string Lowered);
