using Verifik.Contract.Lowering;
using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0030: each example and default is valid for its schema. The sandbox responds with the examples.</summary>
internal static class Examples
{
    public static void Check(LoweredContract contract, Findings findings)
    {
        var source = contract.Source;
        var fit = new SchemaFit(contract.Composition, findings);
        foreach (var media in source.Of(Vocabulary.MediaType))
        {
            if (media["schema"] is YamlMapping schema && ContractDocument.IsJson(media.Key))
            {
                CheckAll(source, media, schema, fit, isRequest: source.KindOf(media.Parent!.Parent!) == Vocabulary.RequestBody);
            }
        }

        foreach (var parameter in source.Written(Vocabulary.Parameter).Concat(source.Written(Vocabulary.Header)))
        {
            if (parameter["schema"] is YamlMapping schema)
            {
                CheckAll(source, parameter, schema, fit, isRequest: true);
            }
        }

        foreach (var schema in source.Of(Vocabulary.Schema))
        {
            // Enumeration values are checked against the other constraints here, because the client does not check
            // those again.
            foreach (var value in schema["enum"] is YamlSequence values && !findings.At(values) ? values.Items : [])
            {
                fit.Check(value, schema);
            }

            foreach (var value in ((string[])["default", "example"]).Select(key => schema[key]).OfType<YamlNode>())
            {
                fit.Check(value, schema);
            }
        }
    }

    private static void CheckAll(ContractDocument source, YamlMapping holder, YamlMapping schema, SchemaFit fit, bool isRequest)
    {
        if (holder["example"] is { } single)
        {
            fit.Check(single, schema, isRequest);
        }

        foreach (var example in source.Parts(holder, "examples"))
        {
            if (example["value"] is { } value)
            {
                fit.Check(value, schema, isRequest);
            }
        }
    }
}
