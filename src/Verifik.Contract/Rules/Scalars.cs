using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0008 and VC0009: a value is the same to every reader, and shows all that it holds.</summary>
internal static class Scalars
{
    public static void Check(YamlNode node, Findings findings)
    {
        CheckKey(node, findings);
        switch (node)
        {
            case YamlMapping mapping:
                foreach (var value in mapping.Values)
                {
                    Check(value, findings);
                }

                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    Check(item, findings);
                }

                break;
            case YamlScalar scalar:
                CheckValue(scalar, findings);
                break;
        }
    }

    private static void CheckKey(YamlNode node, Findings findings)
    {
        if (node.Parent is YamlMapping && node.Key.FirstOrDefault(InvisibleText.IsInvisible) is var hidden and not '\0')
        {
            findings.AddAtKey(Codes.Invisible, node, InvisibleText.Describe(hidden));
        }
    }

    private static void CheckValue(YamlScalar scalar, Findings findings)
    {
        if (scalar.IsAmbiguous)
        {
            findings.Add(Codes.Ambiguous, scalar, $"'{scalar.Text}' is text to one YAML reader, and a boolean or a number to another; quote it if it is text, else write it as JSON does");
        }

        if (scalar.Text.FirstOrDefault(InvisibleText.IsInvisible) is var hidden and not '\0')
        {
            findings.Add(Codes.Invisible, scalar, InvisibleText.Describe(hidden));
        }
    }
}
