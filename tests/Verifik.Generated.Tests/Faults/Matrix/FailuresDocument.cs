using System.Globalization;
using System.Text;
using Verifik.Tests.Contract;

namespace Verifik.Tests.Faults.Matrix;

/// <summary>docs/failures.md: what each fault ends in, for each operation.</summary>
internal static class FailuresDocument
{
    private const string Introduction = """
        # What fails, and how

        What a server does, and what the caller gets: of `BeginLoginAsync` (a code is sent), `CompleteLoginAsync` (a code becomes a token), a query of a generated client, and, for refusals of the token, the same query on an `HttpClient` with `AddVerifikToken()`. A word such as `CutShort` is the `Failure` of a `VerifikApiException`; behind it stand its `StatusCode`, the `Code` of its `Error` and its `RetryAfter`. A `TaskCanceledException` has a `TimeoutException` inside and comes when the timeout of the `HttpClient` has passed, counted from the request to the last byte. What is left of an answer is an answer without what could not be read of it.

        This file is written by a test that does all of it to the SDK, over sockets: `dotnet test tests/Verifik.Generated.Tests --filter FullyQualifiedName~FaultMatrix`. Where it differs, the test fails and writes `docs/failures.received.md`; to accept that, rename it to `docs/failures.md`. In each cell the test also holds that nothing but the value or one of these exceptions comes out, that no task fails unobserved, and that every connection is closed. `--filter Run=Long` adds 10,000 calls to a mixture of these faults, after which no connection is open.

        """;

    public static async Task VerifyAsync(IEnumerable<(Fault Fault, Operation Operation, string Outcome)> cells)
    {
        var (verified, received) = (Repository.PathOf("docs", "failures.md"), Repository.PathOf("docs", "failures.received.md"));
        var text = Write(cells);
        var known = File.Exists(verified) ? (await File.ReadAllTextAsync(verified)).ReplaceLineEndings("\n") : "";
        File.Delete(received);
        if (known != text)
        {
            await File.WriteAllTextAsync(received, text);
        }

        Assert.Equal(known.Split('\n'), text.Split('\n'));
    }

    private static string Write(IEnumerable<(Fault Fault, Operation Operation, string Outcome)> cells)
    {
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        foreach (var chapter in cells.GroupBy(cell => cell.Fault.Chapter))
        {
            var operations = chapter.Select(cell => cell.Operation).Distinct().Order().ToList();
            text.Append(CultureInfo.InvariantCulture, $"\n## {chapter.Key}\n\n| the server | {string.Join(" | ", operations.Select(Heading))} |\n|---{string.Concat(operations.Select(_ => "|---"))}|\n");
            foreach (var row in chapter.GroupBy(cell => cell.Fault.Name))
            {
                text.Append(CultureInfo.InvariantCulture, $"| {row.Key} | {string.Join(" | ", operations.Select(operation => Ends(row.Where(cell => cell.Operation == operation))))} |\n");
            }
        }

        return text.ToString();
    }

    private static string Ends(IEnumerable<(Fault Fault, Operation Operation, string Outcome)> cells) =>
        string.Join(" or ", cells.Select(cell => cell.Outcome).Distinct().Order(StringComparer.Ordinal));

    private static string Heading(Operation operation) => operation switch
    {
        Operation.Login => "login",
        Operation.Confirm => "confirm",
        Operation.Query => "query",
        _ => "`AddVerifikToken()`",
    };
}
