using System.Globalization;
using System.Text.RegularExpressions;

namespace Verifik.Contract.Yaml;

/// <summary>A single value, with the type of YAML 1.2's JSON schema (https://yaml.org/spec/1.2.2/#102-json-schema).</summary>
internal sealed partial class YamlScalar(Position position, string text, bool isPlain) : YamlNode(position)
{
    public string Text { get; } = text;

    public bool IsPlain { get; } = isPlain;

    public ScalarKind Kind { get; } = isPlain ? KindOf(text) : ScalarKind.Text;

    /// <summary>Whether YAML 1.1 (NSwag's reader) and YAML 1.2 (Redocly's) assign different types to the value.</summary>
    public bool IsAmbiguous => IsPlain && Kind == ScalarKind.Text && Ambiguous.IsMatch(Text);

    /// <summary>The value of an integer or a number.</summary>
    public decimal Number => decimal.Parse(Text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static ScalarKind KindOf(string text) => text switch
    {
        "" or "~" or "null" => ScalarKind.Null,
        "true" or "false" => ScalarKind.Boolean,
        _ when !Numeric.IsMatch(text) || !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => ScalarKind.Text,
        _ => text.AsSpan().IndexOfAny(".eE") < 0 ? ScalarKind.Integer : ScalarKind.Number,
    };

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Numeric { get; }

    [GeneratedRegex(@"^(yes|no|on|off|y|n|true|false|null|[-+]?\.inf|\.nan|[-+]?([0-9][0-9_]*(:[0-5]?[0-9])*(\.[0-9_]*)?|\.[0-9_]+|0o[0-7]+|0x[0-9a-f_]+|0b[01_]+))\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ambiguous { get; }
}
