using System.Net;

namespace Verifik;

// Adds to the generated response: the token, from whichever of the two properties the server used.
public sealed partial class RenewAndRevokeResponse
{
    internal VerifikToken ToToken(string operation, DateTimeOffset receivedAt)
    {
        var value = Token is { Length: > 0 } ? Token : AccessToken;
        return value is { Length: > 0 }
            ? new AccessToken { Value = value }.ToToken(operation, receivedAt)
            : throw new VerifikApiException(operation, HttpStatusCode.OK, VerifikApiFailure.MissingProperty, "the response has no 'token'.");
    }
}
