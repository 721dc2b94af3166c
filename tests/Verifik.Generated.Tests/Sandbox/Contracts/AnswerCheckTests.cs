using Verifik.Sandbox;

namespace Verifik.Tests.Sandbox.Contracts;

/// <summary>The check of every fixture finds what is wrong.</summary>
public sealed class AnswerCheckTests
{
    private static readonly Verifik.Sandbox.Contracts.ContractOperation Confirm =
        SandboxContract.BuiltIn[0].Document.Operations.Single(operation => operation.Path == "/v2/projects/phone-login/confirm");

    [Theory]
    [InlineData(200, """{"data":{"accessToken":"***","tokenType":"bearer"}}""")]
    [InlineData(400, """{"code":"BadRequest","message":"Invalid OTP code."}""")]
    [InlineData(500, """{"error":"Something went wrong."}""")]
    public void AResponseOfTheContract_Passes(int status, string body) => Assert.Empty(AnswerCheck.Of(Confirm, status, body));

    [Theory]
    [InlineData(200, """{"data":{"tokenType":"bearer"}}""", "data.accessToken: property required")]
    [InlineData(200, """{"data":{"accessToken":7}}""", "data.accessToken: string expected")]
    [InlineData(200, """{"data":{"accessToken":""}}""", "data.accessToken: string too short")]
    [InlineData(400, """{"code":400}""", "code: string expected")]
    [InlineData(500, "null", "object expected")]
    public void AResponseThatDoesNotMatch_IsDetected(int status, string body, string mistake) =>
        Assert.Contains(AnswerCheck.Of(Confirm, status, body), found => found.Contains(mistake, StringComparison.Ordinal));
}
