using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0034: addresses are absolute https addresses.</summary>
internal static class Urls
{
    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var (_, node) in contract.Objects)
        {
            if (!node.Has("variables") && node["url"] is YamlScalar { Kind: ScalarKind.Text } url
                && !(Uri.TryCreate(url.Text, UriKind.Absolute, out var parsed) && parsed.Scheme == Uri.UriSchemeHttps && parsed.IsWellFormedOriginalString()))
            {
                findings.Add(Codes.Url, url, $"'{url.Text}' is not an absolute https address");
            }
        }
    }
}
