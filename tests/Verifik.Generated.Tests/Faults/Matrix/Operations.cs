using Verifik.Tests.Runtime;

namespace Verifik.Tests.Faults.Matrix;

/// <summary>The requests of the operations, and their correct responses.</summary>
internal static class Operations
{
    public const string StoredToken = "fake-token-that-was-stored";
    public const string RenewedToken = "fake-token-that-was-renewed";
    public const string LastingToken = "fake-token-after-the-others-were-revoked";
    public const string Path = "v2/co/cedula?documentType=CC&documentNumber=123456789";

    private const string Cedula = """
        {"data":{"documentType":"CC","documentNumber":"123456789","fullName":"MATEO VERIFIK","arrayName":["MATEO","VERIFIK"]},"signature":{"dateTime":"May 29, 2024 3:41 AM","message":"Certified by Verifik.co"},"id":"Y0628"}
        """;

    public static string Answer(this Operation operation) => operation switch
    {
        Operation.Login => UserDocument.PhoneLogin,
        Operation.Confirm => UserDocument.Confirmation,
        Operation.Renew => $$"""{"accessToken":"{{RenewedToken}}","tokenType":"bearer"}""",
        Operation.Revoke => $$"""{"token":"{{LastingToken}}"}""",
        _ => Cedula,
    };

    /// <summary>Its name in docs/failures.md.</summary>
    public static string Heading(this Operation operation) => operation switch
    {
        Operation.Login => "login",
        Operation.Confirm => "confirm",
        Operation.Renew => "renew",
        Operation.Revoke => "revoke",
        Operation.Query => "query",
        _ => "`AddVerifikToken()`",
    };

    public static Operation OperationOfPath(this string path) => path switch
    {
        "v2/projects/phone-login" => Operation.Login,
        "v2/projects/phone-login/confirm" => Operation.Confirm,
        _ when path.StartsWith("v2/auth/session", StringComparison.Ordinal) => Operation.Renew,
        "v2/auth/renew-and-revoke" => Operation.Revoke,
        _ => Operation.Query,
    };
}
