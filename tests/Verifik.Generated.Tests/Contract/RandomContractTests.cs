using CsCheck;
using Verifik.Contract;

namespace Verifik.Tests.Contract;

/// <summary>
/// What the check accepts compiles on both targets, and means what the contract says: what is sent and what is read is
/// what Newtonsoft's own serializer makes of the same types. Set VERIFIK_CONTRACTS for a long run: each contract has sixty
/// operations, and hundreds of constructs.
/// </summary>
[Trait("Run", "Long")]
public sealed class RandomContractTests
{
    private const int OperationsAContract = 60;

    private static readonly int Contracts = int.Parse(Environment.GetEnvironmentVariable("VERIFIK_CONTRACTS") ?? "1", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void AContractThatTheCheckAccepts_Compiles_AndBehavesAsDeclared() =>
        RandomContract.OfSize(OperationsAContract).Sample(
            contract =>
            {
                var text = contract.Text();
                var result = ContractCheck.CheckText(text);
                Assert.True(result.Diagnostics.Count == 0, string.Join("\n", result.Diagnostics.Select(diagnostic => $"{diagnostic.Format("contract")} [{Near(text, diagnostic.Position)}]")));
                AssertSame(result.Lowered, ContractCheck.CheckText(result.Lowered).Lowered);
                AssertSame(result.Lowered, ContractCheck.CheckText(ContractTwin.Of(text)).Lowered);

                var source = NSwagGenerator.Build.GenerateAsync(text, CompiledClient.Name).GetAwaiter().GetResult();
                var errors = string.Join("\n", GeneratedCode.Errors(source));
                Assert.True(errors.Length == 0, errors.Length == 0 ? "" : $"{errors}\n{Lines(source, errors)}");
                using var client = new CompiledClient(source);
                var failures = contract.Operations.Select(operation => new RandomCall(client, operation).FailureAsync().GetAwaiter().GetResult()).OfType<string>().ToList();
                Assert.True(failures.Count == 0, string.Join("\n\n", failures));
            },
            iter: Contracts, seed: Environment.GetEnvironmentVariable("VERIFIK_SEED"),
            threads: 1);

    // What is generated where the compiler's first error is: "(10520,19): error".
    private static string Lines(string source, string errors)
    {
        var line = int.Parse(errors.Split('(', ',')[1], System.Globalization.CultureInfo.InvariantCulture);
        return string.Join('\n', source.Split('\n').Skip(line - 12).Take(14));
    }

    private static void AssertSame(string lowered, string other)
    {
        var at = lowered.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.True(lowered == other, $"{lowered[Math.Max(0, at - 1500)..Math.Min(lowered.Length, at + 200)]}\n--- and not\n{other[Math.Max(0, at - 200)..Math.Min(other.Length, at + 200)]}");
    }

    private static string Near(string text, Position position)
    {
        var line = text.Split('\n')[position.Line - 1];
        var start = Math.Max(0, position.Column - 200);
        return line[start..Math.Min(line.Length, position.Column + 200)].Trim();
    }
}
