using System.Text.RegularExpressions;
using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0014: a path and its parameters agree, and the path contains only supported characters.</summary>
internal static partial class PathParameters
{
    private static readonly Dictionary<string, string[]> Styles = new()
    {
        ["path"] = ["simple"],
        ["query"] = ["form", "spaceDelimited", "pipeDelimited"],
        ["header"] = ["simple"],
    };

    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var path in contract.Of(Vocabulary.PathItem))
        {
            if (Fault(path.Key) is { } fault)
            {
                findings.AddAtKey(Codes.Parameters, path, $"The path '{path.Key}' is not supported: {fault}");
            }
        }

        foreach (var parameter in contract.Written(Vocabulary.Parameter))
        {
            CheckParameter(parameter, findings);
        }

        foreach (var operation in contract.Operations)
        {
            CheckOperation(contract, operation, findings);
        }
    }

    // The path is written into the code unchanged, and parsed as a relative URI.
    private static string? Fault(string path)
    {
        if (!path.StartsWith('/'))
        {
            return "it must begin with '/'";
        }

        var text = NamedPlaceholder.Replace(path, "{}");
        if (text.FirstOrDefault(letter => !char.IsAsciiLetterOrDigit(letter) && !"/-._~:@!$&()*+,;={}".Contains(letter, StringComparison.Ordinal)) is var other and not '\0')
        {
            return $"it contains '{other}'; {(other == '?' ? "write the rest as query parameters" : "write that part as a path parameter, whose value is escaped")}";
        }

        var segments = text[1..].Split('/');
        return text.Replace("{}", "", StringComparison.Ordinal).AsSpan().IndexOfAny('{', '}') >= 0 ? "braces must enclose the name of a parameter: a letter, followed by letters, digits, '_' and '-'"
            : text.Contains("{}{}", StringComparison.Ordinal) ? "two parameters are adjacent, so that their values cannot be separated; write '/' between them"
            : segments.SkipLast(1).Contains("") ? "it has an empty segment; write one '/'"
            : segments.Any(segment => segment is "." or "..") ? "'.' and '..' lead to another path; write that path"
            : null;
    }

    private static void CheckOperation(ContractDocument contract, ContractOperation operation, Findings findings)
    {
        var placeholders = Placeholder.Matches(operation.Path).Select(match => match.Groups[1].Value).ToList();
        var inPath = operation.Parameters.Where(parameter => parameter.Text("in") == "path").ToList();
        var declared = inPath.Select(parameter => parameter.Text("name") ?? "").ToList();

        var areNamed = operation.Parameters.All(parameter => parameter.Text("name") is not null && parameter.Text("in") is not null);
        foreach (var missing in areNamed ? placeholders.Except(declared) : [])
        {
            findings.AddAtKey(
                Codes.Parameters,
                operation.Node,
                $"'{{{missing}}}' of the path is not declared: 'parameters' has no '{missing}' in path{Suggestion.For(missing, declared.Except(placeholders))}");
        }

        foreach (var twice in placeholders.GroupBy(name => name).Where(same => same.Skip(1).Any()))
        {
            findings.AddAtKey(Codes.Parameters, operation.Node.Parent!, $"'{{{twice.Key}}}' occurs twice in the path");
        }

        foreach (var name in inPath.Select(parameter => parameter["name"]).OfType<YamlScalar>().Where(name => !placeholders.Contains(name.Text)))
        {
            findings.Add(
                Codes.Parameters,
                name,
                $"'{name.Text}' is in path, but '{operation.Path}' has no '{{{name.Text}}}'{Suggestion.For(name.Text, placeholders)}");
        }

        foreach (var same in operation.Parameters.Where(parameter => parameter.Text("in") == "header")
            .GroupBy(parameter => parameter.Text("name") ?? "", StringComparer.OrdinalIgnoreCase))
        {
            foreach (var twin in same.Skip(1).Where(twin => twin.Text("name") != same.Key))
            {
                findings.Add(
                    Codes.Parameters,
                    twin["name"]!,
                    $"'{twin.Text("name")}' is the header '{same.Key}' again: header names are case-insensitive; leave one out");
            }
        }

        foreach (var holder in new[] { operation.Node, operation.Node.Parent as YamlMapping }.OfType<YamlMapping>())
        {
            foreach (var twin in contract.Parts(holder, "parameters")
                .GroupBy(parameter => (parameter.Text("name"), parameter.Text("in"))).SelectMany(same => same.Skip(1)))
            {
                findings.Add(Codes.Parameters, twin, $"The parameter '{twin.Text("name")}' in {twin.Text("in")} is declared twice");
            }
        }
    }

    private static void CheckParameter(YamlMapping parameter, Findings findings)
    {
        if (parameter["in"] is not YamlScalar { Kind: ScalarKind.Text } place || parameter["name"] is not YamlScalar { Kind: ScalarKind.Text } name)
        {
            return;
        }

        if (place.Text == "cookie")
        {
            findings.Add(
                Codes.Parameters,
                place,
                "A parameter is in path, query or header, not in 'cookie': HttpClient handles the server's cookies with its CookieContainer");
        }
        else if (!Styles.TryGetValue(place.Text, out var styles))
        {
            findings.Add(Codes.Parameters, place, $"A parameter is in path, query or header, not in '{place.Text}'{Suggestion.For(place.Text, Styles.Keys)}");
        }
        else if (parameter["style"] is YamlScalar { Kind: ScalarKind.Text } style && !styles.Contains(style.Text))
        {
            findings.Add(
                Codes.Parameters,
                style,
                $"The style '{style.Text}' is not supported in {place.Text}; supported: {string.Join(", ", styles)}{(style.Text == "deepObject" ? "; write one parameter per property, named 'filter[name]'" : Suggestion.For(style.Text, styles))}");
        }
        else if (place.Text == "path" && parameter["required"] is not YamlScalar { Text: "true" })
        {
            findings.Add(Codes.Parameters, parameter, $"'{name.Text}' is a path parameter, so it needs 'required: true'");
        }
        else if (place.Text == "header")
        {
            CheckHeader(name, findings);
        }
    }

    private static void CheckHeader(YamlScalar name, Findings findings)
    {
        if (name.Text.ToUpperInvariant() is "ACCEPT" or "CONTENT-TYPE" or "AUTHORIZATION")
        {
            findings.Add(Codes.Parameters, name, $"OpenAPI ignores a header parameter '{name.Text}'; use 'security' or 'content'");
        }
        else if (!HeaderName.IsMatch(name.Text))
        {
            findings.Add(Codes.Parameters, name, $"'{name.Text}' is not a valid header name: letters, digits and '-'");
        }
        else if (name.Text.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
            || name.Text.ToUpperInvariant() is "ALLOW" or "EXPIRES" or "LAST-MODIFIED" or "COOKIE" or "HOST" or "TRANSFER-ENCODING" or "CONNECTION")
        {
            findings.Add(Codes.Parameters, name, $"'{name.Text}' is a header of the body or the connection, which HttpClient sets");
        }
    }

    [GeneratedRegex(@"\{[A-Za-z_][A-Za-z0-9_-]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex NamedPlaceholder { get; }

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder { get; }

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+.^_`|~-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderName { get; }
}
