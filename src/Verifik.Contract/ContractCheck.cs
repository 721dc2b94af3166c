using Verifik.Contract.Model;
using Verifik.Contract.Rules;
using Verifik.Contract.Yaml;

namespace Verifik.Contract;

/// <summary>Reads a contract and asks every rule, so that one run says everything.</summary>
internal static class ContractCheck
{
    // What is refused comes before what is missing because of it, schemas before the examples of them, and others' rules last.
    private static readonly Action<ContractDocument, Findings>[] Rules =
    [
        Bodies.Check,
        KnownKeys.Check,
        ValueKinds.Check,
        MissingKeys.Check,
        References.Check,
        Types.Check,
        Constraints.Check,
        RequiredProperties.Check,
        Examples.Check,
        PathParameters.Check,
        ResponseRules.Check,
        SecurityRule.Check,
        OperationIds.Check,
        Names.Check,
        SameNames.Check,
        ReservedNameRule.Check,
        Directions.Check,
        Descriptions.Check,
        Sources.Check,
        Secrets.Check,
        Tags.Check,
        Urls.Check,
        ContractVersion.Check,
        OpenApiRules.Check,
    ];

    /// <summary>What is wrong with the contract in a file, in the order of the file; nothing if it is right.</summary>
    public static IReadOnlyList<Diagnostic> CheckFile(string file)
    {
        var findings = new Findings();
        if (YamlText.Read(file, findings) is { } text)
        {
            Check(text, findings);
        }

        return findings.Sorted;
    }

    /// <summary>What is wrong with a contract that is in memory.</summary>
    public static IReadOnlyList<Diagnostic> CheckText(string text)
    {
        var findings = new Findings();
        Check(text, findings);
        return findings.Sorted;
    }

    private static void Check(string text, Findings findings)
    {
        if (!YamlText.RefuseInvisible(text, findings) || YamlReader.Read(text, findings) is not { } root)
        {
            return;
        }

        Scalars.Check(root, findings);
        if (!VersionRule.Holds(root, findings))
        {
            return;
        }

        var contract = new ContractDocument(root);
        foreach (var rule in Rules)
        {
            rule(contract, findings);
        }
    }
}
