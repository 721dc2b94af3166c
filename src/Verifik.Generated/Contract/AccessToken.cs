using System.Net;

namespace Verifik;

// Adds to the generated response: the token that the rest of the SDK keeps and sends.
public sealed partial class AccessToken
{
    /// <summary>
    /// The token with its expiry: the <c>exp</c> claim of a JWT if it can be read, otherwise 30 days after the response
    /// (Acceso con API Key vía Teléfono, "OTP - Confirmación").
    /// </summary>
    /// <param name="receivedAt">When the response was received.</param>
    /// <returns>The token.</returns>
    /// <exception cref="FormatException"><see cref="Value"/> is not a valid HTTP header value.</exception>
    public VerifikToken ToToken(DateTimeOffset receivedAt) => VerifikToken.Issued(Value, Type, receivedAt);

    internal VerifikToken ToToken(string operation, DateTimeOffset receivedAt)
    {
        try
        {
            return ToToken(receivedAt);
        }
        catch (FormatException)
        {
            throw new VerifikApiException(
                operation, HttpStatusCode.OK, VerifikApiFailure.Unreadable, "'accessToken' is not text that a header can carry.");
        }
    }
}
