using System.Text.Json.Nodes;
using CsCheck;
using Verifik.Sandbox.Contracts;
using Verifik.Tests.Contract;

namespace Verifik.Tests.Sandbox.Contracts;

/// <summary>Whatever a contract of the build's language says: its examples pass, and what is made without them fits.</summary>
public sealed class RandomContractAnswersTests
{
    [Fact]
    public void AValidValue_Passes_AndAGeneratedSampleIsValid() =>
        RandomContract.OfSize(60).Sample(
            contract =>
            {
                var document = ContractDocument.Read("random.yaml", contract.Text());
                foreach (var operation in document.Operations)
                {
                    if (MediaType.Of(operation.Success().Response) is { Schema: { } received } answer)
                    {
                        AssertFits($"{operation.Path}: {received}", new Examples(document).Received(answer), value => document.Schemas.CheckReceived(value, received));
                        AssertFits($"{operation.Path}: {received}", new Samples(document, "writeOnly").Of(received), value => document.Schemas.CheckReceived(value, received));
                    }

                    if (MediaType.Of(operation.Body) is { Schema: { } sent } body)
                    {
                        AssertFits($"{operation.Path}: {sent}", new Examples(document).Sent(body), value => document.Schemas.CheckSent(value, sent));
                        AssertFits($"{operation.Path}: {sent}", new Samples(document, "readOnly").Of(sent), value => document.Schemas.CheckSent(value, sent));
                    }

                    foreach (var parameter in operation.Parameters)
                    {
                        AssertFits($"{operation.Path} {parameter.Name}: {parameter.Schema}", new Examples(document).Of(parameter.Node), value => document.Schemas.CheckSent(value, parameter.Schema!));
                    }
                }
            },
            iter: 2,
            threads: 1);

    private static void AssertFits(string about, JsonNode? value, Func<JsonNode?, IReadOnlyList<SchemaViolation>> check)
    {
        var violations = check(value);
        Assert.True(violations.Count == 0, $"{string.Join(", ", violations)} in {value?.ToJsonString()} of {about}");
    }
}
