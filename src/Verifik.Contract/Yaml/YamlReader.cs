using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Verifik.Contract.Yaml;

/// <summary>Reads the subset of YAML that can be expressed in JSON.</summary>
internal sealed class YamlReader
{
    // More than any contract needs, and far from a stack overflow.
    private const int MaximumDepth = 64;

    private readonly Parser _parser;
    private readonly Findings _findings;
    private int _depth;
    private Scalar? _quotedLines;

    private YamlReader(string text, Findings findings)
    {
        _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        _findings = findings;
    }

    /// <summary>Reads the root of the document; null if it is not a mapping.</summary>
    public static YamlMapping? Read(string text, Findings findings)
    {
        var reader = new YamlReader(text, findings);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException exception) when (reader._quotedLines is { } quoted)
        {
            findings.Add(Codes.Syntax, At(quoted.Start), $"The quoted string that starts here ends at line {quoted.End.Line}, and the text after it cannot be read; is a closing quote missing? ({Reason(exception)})");
            return null;
        }
        catch (YamlException exception)
        {
            findings.Add(Codes.Syntax, At(exception.Start), Reason(exception));
            return null;
        }
        catch (ArgumentException)
        {
            // The parser throws for a tag that is not a URI (YamlDotNet 18.1.0, TagName).
            findings.Add(Codes.Syntax, At(reader._parser.Current!.End), "The tag of the next value is not valid; a contract has no tags, so remove it");
            return null;
        }
        catch (InvalidOperationException)
        {
            // The scanner throws for some plain scalars with several lines (YamlDotNet 18.1.0, ScanPlainScalar).
            findings.Add(Codes.Syntax, At(reader._parser.Current!.End), "The text from here on cannot be read as YAML; is a closing bracket or quote missing?");
            return null;
        }
    }

    private YamlMapping? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _findings.Add(Codes.File, new Position(1, 1), "The file is empty; an OpenAPI document begins with 'openapi: 3.0.3'");
            return null;
        }

        var root = ReadNode();
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            _findings.Add(Codes.Feature, At(second.Start), "A second document begins here; a contract is a single document");
            return null;
        }

        if (root is not YamlMapping)
        {
            var (code, what) = root is YamlScalar { Kind: ScalarKind.Null } ? (Codes.File, "The file is empty") : (Codes.ValueKind, "The file does not contain a mapping");
            _findings.Add(code, root.Position, $"{what}; an OpenAPI document begins with 'openapi: 3.0.3'");
        }

        return root as YamlMapping;
    }

    private YamlNode ReadNode()
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            _findings.Add(Codes.Feature, At(alias.Start), $"The alias '*{alias.Value}' is not supported; repeat the value, or use $ref");
            return new YamlScalar(At(alias.Start), "", isPlain: true);
        }

        if (_parser.Accept<NodeEvent>(out var node))
        {
            RefuseAnchorAndTag(node);
        }

        if (++_depth > MaximumDepth)
        {
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, $"The document is nested deeper than {MaximumDepth} levels");
        }

        YamlNode read = node switch
        {
            MappingStart => ReadMapping(),
            SequenceStart => ReadSequence(),
            _ => ReadScalar(),
        };
        _depth--;
        return read;
    }

    private YamlMapping ReadMapping()
    {
        var mapping = new YamlMapping(At(_parser.Consume<MappingStart>().Start));
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (ReadNode() is not YamlScalar key)
            {
                _findings.Add(Codes.Feature, At(_parser.Current!.Start), "A mapping or a list as a key is not supported");
                ReadNode();
                continue;
            }

            var value = ReadNode();
            if (key is { Text: "<<", IsPlain: true })
            {
                _findings.Add(Codes.Feature, key.Position, "The merge key '<<' is not supported; repeat the keys");
            }
            else if (!mapping.TryAdd(key.Text, key.Position, value))
            {
                _findings.Add(Codes.DuplicateKey, key.Position, $"'{key.Text}' is already a key of this mapping, at line {mapping[key.Text]!.KeyPosition.Line}");
            }
        }

        return mapping;
    }

    private YamlSequence ReadSequence()
    {
        var sequence = new YamlSequence(At(_parser.Consume<SequenceStart>().Start));
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            sequence.Add(ReadNode());
        }

        return sequence;
    }

    private YamlScalar ReadScalar()
    {
        _parser.Require<Scalar>();
        var scalar = (Scalar)_parser.Current!;
        if (scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted && scalar.Start.Line != scalar.End.Line)
        {
            _quotedLines = scalar;
        }

        _parser.MoveNext();
        return new YamlScalar(At(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain);
    }

    private void RefuseAnchorAndTag(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            _findings.Add(Codes.Feature, At(node.Start), $"The anchor '&{node.Anchor.Value}' is not supported; repeat the value, or use $ref");
        }

        if (!node.Tag.IsEmpty)
        {
            _findings.Add(Codes.Feature, At(node.Start), $"The tag '{node.Tag.Value}' is not supported; quote the value if it is a string");
        }
    }

    private static Position At(Mark mark) => new((int)mark.Line, (int)mark.Column);

    // The reader's message begins with the position, which the diagnostic already has.
    private static string Reason(YamlException exception)
    {
        var message = exception.InnerException is YamlException inner ? inner.Message : exception.Message;
        return message[(message.LastIndexOf("): ", StringComparison.Ordinal) is var end and >= 0 ? end + 3 : 0)..];
    }
}
