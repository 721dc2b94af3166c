using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0033: an operation is tagged, and its tags are declared and described.</summary>
internal static class Tags
{
    public static void Check(ContractDocument contract, Findings findings)
    {
        var declared = contract.Of(Vocabulary.Tag).Select(tag => tag.Text("name")).OfType<string>().ToHashSet();
        foreach (var operation in contract.Of(Vocabulary.Operation))
        {
            if (!operation.TryGet<YamlSequence>("tags", out var tags) || tags.Items.Count == 0)
            {
                findings.AddMissing(Codes.Tag, operation, "tags", "'tags' is missing: name the group that the operation is shown in");
                continue;
            }

            foreach (var tag in tags.Items.OfType<YamlScalar>().Where(tag => !declared.Contains(tag.Text)))
            {
                findings.Add(Codes.Tag, tag, $"The tag '{tag.Text}' is not declared under 'tags' of the document{Suggestion.For(tag.Text, declared)}");
            }
        }
    }
}
