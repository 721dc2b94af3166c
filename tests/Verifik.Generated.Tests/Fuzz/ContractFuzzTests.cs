using CsCheck;
using Verifik.Contract;
using Verifik.Tests.Contract;
using Xunit.Abstractions;

namespace Verifik.Tests.Fuzz;

/// <summary>
/// Any contract file results in diagnostics with a position, or in a lowered document. By default, the contract is a short one
/// with one of each construct; a long run also uses the small contract and the SDK's own.
/// </summary>
public sealed class ContractFuzzTests(ITestOutputHelper output)
{
    private const string Short = """
        openapi: 3.0.3
        info: { title: Letters, version: 1.0.0 }
        servers: [{ url: 'https://letters.example.com/' }]
        paths:
          /v1/letters/{id}:
            post:
              operationId: SendLetter
              security: []
              parameters:
                - { name: id, in: path, required: true, schema: { type: string, pattern: '^[a-z]+$' } }
              requestBody:
                required: true
                content:
                  application/json:
                    schema: { $ref: '#/components/schemas/Letter' }
              responses:
                '204':
                  description: Sent.
        components:
          schemas:
            Letter:
              type: object
              required: [to]
              properties:
                to: { type: string, minLength: 1, maxLength: 9 }
                kind: { type: string, enum: [plain, express] }
                replies: { type: array, items: { $ref: '#/components/schemas/Letter' } }
            ApiError: { type: object }

        """;

    // Replacements for a line or a value.
    private static readonly string[] Scraps =
    [
        "", "null", "~", "true", "-1", "1e999", "0x1F", "99999999999999999999999999999999", ".nan", "2024-05-29", "[]", "{}", "[", "}", "''", "'", "\"\\ud800\"", "|", ">-",
        "&a x", "*a", "&a [*a]", "!!binary x", "!<tag:x> y", "<<: *a", "? a", "- - -", "---", "...", "%YAML 1.1", "\t", "\0", "\uFEFF", "\u202E", "# x",
        "$ref: '#/components/schemas/Letter'", "$ref: '#/components/schemas'", "$ref: '#'", "$ref: other.yaml#/x", "{ $ref: '#/components/schemas/Letter' }",
        "allOf: [{ $ref: '#/components/schemas/Letter' }]", "oneOf: [{}]", "anyOf: []", "not: {}", "items: { $ref: '#/components/schemas/Letter/properties/replies' }",
        "additionalProperties: { $ref: '#/components/schemas/Letter' }", "type: [string, 'null']", "nullable: true", "enum: [1, x, null, {}]", "pattern: '('", "pattern: '(a+)+$'",
        "minimum: 9", "maximum: -9", "minLength: 99999999999", "multipleOf: 0", "default: {}", "example: [", "format: x", "x-csharp-name: class", "openapi: 3.1.0", "operationId: SendLetter",
        "required: [nobody]", "in: body", "'204': {}", "description: {}", new('[', 2000), new('a', 20000), string.Concat(Enumerable.Repeat("{ a: ", 500)),
    ];

    private static readonly Gen<Func<string[], string[]>> Edit = Gen.Select(Gen.Int[0, 8], Gen.Double.Unit, Gen.Double.Unit, Gen.Int[0, Scraps.Length - 1], Gen.Char, Change);

    [Fact]
    public void AnyFile_ResultsInDiagnosticsWithPositions_OrInALoweredDocument()
    {
        // The other two take ten times as long.
        string[] contracts = FuzzRun.IsLong ? [.. Enumerable.Repeat(Short, 38), SmallContract.Text, File.ReadAllText(Repository.Contract)] : [Short];
        Assert.Equal("", string.Join("\n", SmallContract.Check(Short)));

        var outcomes = Gen.Select(Gen.Int[0, contracts.Length - 1], Edit.Array[1, 4], (contract, edits) => string.Join('\n', edits.Aggregate(contracts[contract].Split('\n'), (lines, edit) => edit(lines)))).Run(
            text =>
            {
                var result = ContractCheck.CheckText(text);
                var lines = text.Split(["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"], StringSplitOptions.None);
                Assert.All(result.Diagnostics, found =>
                {
                    // A truncated document is reported after its last line.
                    Assert.InRange(found.Position.Line, 1, lines.Length + 1);
                    Assert.InRange(found.Position.Column, 1, lines.Append("").ElementAt(found.Position.Line - 1).Length + 1);
                    Assert.NotEqual("VC9000", found.Code);
                });
                Assert.True(result.Diagnostics.Count > 0 || result.Lowered.Length > 0);
                return result.Diagnostics.Count > 0 ? "rejected" : "lowered";
            },
            text => text,
            output);

        Assert.All(["lowered", "rejected"], outcome => Assert.True(outcomes.GetValueOrDefault(outcome) > 10, outcome));
    }

    // Found by fuzzing: a reference where no schema is allowed was resolved as one.
    [Fact]
    public void AReferenceInParametersThatAreNotAList_IsRejected()
    {
        var text = Short.Replace("parameters:\n", "parameters: { one: { $ref: '#/components/schemas/Letter' } }\n      x-else:\n", StringComparison.Ordinal);

        Assert.Contains(SmallContract.Check(text), found => found.StartsWith("contract.yaml(9,", StringComparison.Ordinal));
    }

    // Found by fuzzing: the parser throws an ArgumentException for such a tag.
    [Fact]
    public void ATagThatIsNotAUri_IsRejected() => Assert.Contains(
        SmallContract.Check(Short.Replace("description: Sent.", "description: !<tag]:x> y", StringComparison.Ordinal)),
        found => found.StartsWith("contract.yaml(18,", StringComparison.Ordinal) && found.Contains("VC0002", StringComparison.Ordinal));

    private static Func<string[], string[]> Change(int kind, double place, double elsewhere, int scrap, char character) => lines =>
    {
        var (at, other) = ((int)(place * lines.Length), (int)(elsewhere * lines.Length));
        var line = lines[at];
        var inside = (int)(elsewhere * line.Length);
        string[] replacement = kind switch
        {
            0 => [],
            1 => [line, line],
            2 => [lines[other]],
            3 => [line[..(line.IndexOf(':', StringComparison.Ordinal) + 1)] + " " + Scraps[scrap]],
            4 => [line, line[..^line.TrimStart().Length] + Scraps[scrap]],
            5 => [line[..inside]],
            6 => ["  " + line],
            7 => [line[..inside] + character + line[inside..]],
            _ => [line[..inside] + Scraps[scrap] + line[inside..]],
        };
        return [.. lines[..at], .. replacement, .. lines[(at + 1)..]];
    };
}
