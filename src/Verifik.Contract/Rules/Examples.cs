using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0029 and VC0030: each outcome has an example, and each example and default is a value of its schema.</summary>
internal static class Examples
{
    public static void Check(ContractDocument contract, Findings findings)
    {
        var fit = new SchemaFit(contract, findings);
        foreach (var media in contract.Of(Vocabulary.MediaType))
        {
            if (!media.TryGet<YamlMapping>("examples", out var examples) || examples.Values.Count == 0)
            {
                findings.AddMissing(Codes.MissingExample, media, "examples", "'examples' is missing: show this body once, by name, as it goes over the wire");
                continue;
            }

            foreach (var example in examples.Values.OfType<YamlMapping>())
            {
                if (media["schema"] is YamlMapping schema && example["value"] is { } value)
                {
                    fit.Check(value, schema);
                }
            }
        }

        foreach (var parameter in contract.Of(Vocabulary.Parameter))
        {
            if (parameter["example"] is not { } example)
            {
                findings.AddMissing(Codes.MissingExample, parameter, "example", "'example' is missing: show the parameter once, as it goes over the wire");
            }
            else if (parameter["schema"] is YamlMapping schema)
            {
                fit.Check(example, schema);
            }
        }

        foreach (var holder in contract.Of(Vocabulary.Property).Concat(contract.Of(Vocabulary.ParameterSchema)))
        {
            if (holder["default"] is { } value)
            {
                fit.Check(value, holder);
            }
        }
    }
}
