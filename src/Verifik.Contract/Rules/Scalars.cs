using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0008 and VC0009: a value has the same meaning for every YAML reader, and contains no invisible characters.</summary>
internal static class Scalars
{
    public static void Check(YamlNode root, Findings findings) =>
        Visit(root, findings, hasShownInvisible: findings.Has(Codes.Invisible));

    // Invisible characters in the file itself have been reported; those from escapes such as "\u2028" have not.
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
                    $"'{scalar.Text}' is a string for some YAML readers, and a Boolean or a number for others; quote it if it is a string, otherwise write it as in JSON");
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
