using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0008 and VC0009: a value is the same to every reader, and shows all that it holds.</summary>
internal static class Scalars
{
    public static void Check(YamlNode root, Findings findings) =>
        Visit(root, findings, hasShownInvisible: findings.Has(Codes.Invisible));

    // What stands in the file itself has been shown; what an escape such as "\u2028" makes of it has not.
    private static void Visit(YamlNode node, Findings findings, bool hasShownInvisible)
    {
        if (!hasShownInvisible)
        {
            RefuseInvisible(node, findings);
        }

        switch (node)
        {
            case YamlMapping mapping:
                foreach (var value in mapping.Values)
                {
                    Visit(value, findings, hasShownInvisible);
                }

                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    Visit(item, findings, hasShownInvisible);
                }

                break;
            case YamlScalar { IsAmbiguous: true } scalar:
                findings.Add(
                    Codes.Ambiguous,
                    scalar,
                    $"'{scalar.Text}' is text to one YAML reader, and a boolean or a number to another; quote it if it is text, else write it as JSON does");
                break;
        }
    }

    private static void RefuseInvisible(YamlNode node, Findings findings)
    {
        if (node.Parent is YamlMapping && node.Key.FirstOrDefault(InvisibleText.IsInvisible) is var inKey and not '\0')
        {
            findings.AddAtKey(Codes.Invisible, node, InvisibleText.Describe(inKey));
        }

        if (node is YamlScalar scalar && scalar.Text.FirstOrDefault(InvisibleText.IsInvisible) is var inText and not '\0')
        {
            findings.Add(Codes.Invisible, scalar, InvisibleText.Describe(inText));
        }
    }
}
