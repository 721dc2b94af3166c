using Verifik.Contract.Lowering;
using Verifik.Contract.Model;
using Verifik.Contract.Rules;
using Verifik.Contract.Yaml;

namespace Verifik.Contract;

/// <summary>Reads a contract, asks every rule, so that one run says everything, and lowers it for the generator.</summary>
internal static class ContractCheck
{
    // What is refused comes before what is missing because of it.
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

    // What concerns types and names as they will be, and the examples of schemas that have been checked.
    private static readonly Action<LoweredContract, Findings>[] LoweredRules =
    [
        Limits.Check,
        RequiredProperties.Check,
        Compositions.Check,
        Requests.Check,
        Names.Check,
        Examples.Check,
    ];

    /// <summary>What is wrong with the contract in a file, in the order of the file; nothing if it is right.</summary>
    public static ContractResult CheckFile(string file, ClientName? client = null)
    {
        var findings = new Findings();
        return YamlText.Read(file, findings) is { } text ? Check(text, client ?? ClientName.Sdk, findings) : new ContractResult(findings.Sorted, "");
    }

    /// <summary>What is wrong with a contract that is in memory.</summary>
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
