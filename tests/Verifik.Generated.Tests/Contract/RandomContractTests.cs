using CsCheck;
using Verifik.Contract;

namespace Verifik.Tests.Contract;

/// <summary>
/// What the check accepts compiles on both targets, and means what the contract says: what is sent and what is read is
/// what Newtonsoft's own serializer makes of the same types. Set VERIFIK_CONTRACTS for a long run: each contract has sixty
/// operations, and hundreds of constructs.
/// </summary>
public sealed class RandomContractTests
{
    private const int OperationsAContract = 60;

    private static readonly int Contracts = int.Parse(Environment.GetEnvironmentVariable("VERIFIK_CONTRACTS") ?? "1", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void WhatTheCheckAccepts_Compiles_AndMeansWhatTheContractSays() =>
        RandomContract.OfSize(OperationsAContract).Sample(
            contract =>
            {
                var text = contract.Text();
                var result = ContractCheck.CheckText(text);
                Assert.Empty(result.Diagnostics.Select(diagnostic => $"{diagnostic.Format("contract")} [{Line(text, diagnostic.Position.Line)}]"));
                Assert.Equal(result.Lowered, ContractCheck.CheckText(result.Lowered).Lowered);

                var source = NSwagGenerator.Build.GenerateFromLoweredAsync(result.Lowered).GetAwaiter().GetResult();
                Assert.Empty(GeneratedCode.Errors(source));
                using var client = new CompiledClient(source);
                foreach (var operation in contract.Operations)
                {
                    client.SendsAndReadsAsNewtonsoft(operation);
                }
            },
            iter: Contracts,
            threads: 1);

    private static string Line(string text, int line) => text.Split('\n')[line - 1].Trim();
}
