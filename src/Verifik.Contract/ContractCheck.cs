using Verifik.Contract.Lowering;
using Verifik.Contract.Model;
using Verifik.Contract.Rules;
using Verifik.Contract.Yaml;

namespace Verifik.Contract;

/// <summary>Reads a contract, runs every rule, so that one run reports all errors, and lowers it for the generator.</summary>
internal static class ContractCheck
{
    // Rules for unsupported keys run before rules for missing keys, so that one error does not cause another.
    private static readonly Action<ContractDocument, Findings>[] Rules =
    [
        Bodies.Check,
        KnownKeys.Check,
        ValueKinds.Check,
        MissingKeys.Check,
        References.Check,
        Types.Check,
        Constraints.Check,
        PathParameters.Check,
        ResponseRules.Check,
        SecurityRule.Check,
        OperationIds.Check,
        Secrets.Check,
        Urls.Check,
    ];

    // Rules for the resulting types and names, and for the examples of schemas that have been checked.
    private static readonly Action<LoweredContract, Findings>[] LoweredRules =
    [
        Limits.Check,
        RequiredProperties.Check,
        Compositions.Check,
        Requests.Check,
        Names.Check,
        Examples.Check,
    ];

    /// <summary>Checks the contract in a file.</summary>
    public static ContractResult CheckFile(string file, ClientName? client = null)
    {
        var findings = new Findings();
        return YamlText.Read(file, findings) is { } text ? Check(text, client ?? ClientName.Sdk, findings) : new ContractResult(findings.Sorted, "");
    }

    /// <summary>Checks a contract in memory.</summary>
    public static ContractResult CheckText(string text, ClientName? client = null) => Check(text, client ?? ClientName.Sdk, new Findings());

    private static ContractResult Check(string text, ClientName client, Findings findings)
    {
        if (!YamlText.RefuseInvisible(text, findings) || YamlReader.Read(text, findings) is not { } root)
        {
            return new ContractResult(findings.Sorted, "");
        }

        Scalars.Check(root, findings);
        if (!VersionRule.Holds(root, findings))
        {
            return new ContractResult(findings.Sorted, "");
        }

        if (VersionRule.Is31(root))
        {
            OpenApi31.Lower(root, findings);
        }

        var contract = new ContractDocument(root, client);
        foreach (var rule in Rules)
        {
            rule(contract, findings);
        }

        var lowered = new LoweredContract(contract, findings);
        foreach (var rule in LoweredRules)
        {
            rule(lowered, findings);
        }

        OpenApiRules.Check(contract, findings);
        return new ContractResult(findings.Sorted, LoweredDocument.Write(lowered));
    }
}
