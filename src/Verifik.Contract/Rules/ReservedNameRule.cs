using Verifik.Contract.Model;

namespace Verifik.Contract.Rules;

/// <summary>VC0023: a name in C# is not taken by the language, by the generated code or by the SDK.</summary>
internal static class ReservedNameRule
{
    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var schema in contract.Of(Vocabulary.Schema).Where(schema => ReservedNames.IsType(schema.Key)))
        {
            findings.AddAtKey(Codes.ReservedName, schema, $"A class '{schema.Key}' exists already, in the SDK or in what the generated code uses; give the schema another name");
        }

        foreach (var property in contract.Of(Vocabulary.Property))
        {
            var name = CSharpName.OfProperty(property);
            if (ReservedNames.Members.Contains(name))
            {
                findings.AddAtKey(Codes.ReservedName, property["x-csharp-name"] ?? property, $"'{name}' is a member that the generated class has or uses itself; give it another name with 'x-csharp-name'");
            }
        }
    }
}
