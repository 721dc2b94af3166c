using System.Text.RegularExpressions;
using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0035: the contract has a version that can be compared with the released one's.</summary>
internal static partial class ContractVersion
{
    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var info in contract.Of(Vocabulary.Info))
        {
            if (info["version"] is YamlScalar { Kind: ScalarKind.Text } version && !SemanticVersion.IsMatch(version.Text))
            {
                findings.Add(Codes.ContractVersion, version, $"The version '{version.Text}' is not <major>.<minor>.<patch>, so nothing can tell whether it has moved far enough");
            }
        }
    }

    [GeneratedRegex(@"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex SemanticVersion { get; }
}
