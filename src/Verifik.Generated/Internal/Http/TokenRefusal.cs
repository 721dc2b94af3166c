using System.Net;
using Newtonsoft.Json;

namespace Verifik.Internal.Http;

/// <summary>
/// Whether a response refuses the token that its request carried: 401, or, in a part of the API, 403 with the message
/// <c>token_expired</c> (Verifik's public documentation of biometrics and persons). Any other 403 is not about the
/// token.
/// </summary>
internal static class TokenRefusal
{
    public const string ExpiredMessage = "token_expired";

    // The documented body has 50 bytes. A longer one is not read.
    private const int LongestBody = 1024;

    /// <summary>Whether the status alone shows that it is not a refusal.</summary>
    public static bool IsRuledOut(HttpResponseMessage response) =>
        response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);

    /// <summary>Whether it is a refusal. A body that was read for this can be read again from its beginning.</summary>
    public static async ValueTask<bool> IsOneAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        response.StatusCode == HttpStatusCode.Unauthorized
        || (response.StatusCode == HttpStatusCode.Forbidden && await SaysExpiredAsync(response, cancellationToken).ConfigureAwait(false));

    private static async ValueTask<bool> SaysExpiredAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content is null || response.Content.Headers.ContentLength > LongestBody)
        {
            return false;
        }

        var peeked = await PeekedContent.PeekAsync(response.Content, LongestBody, cancellationToken).ConfigureAwait(false);
        response.Content = peeked;
        return peeked.IsWhole && IsExpired(peeked.Beginning);
    }

    private static bool IsExpired(ArraySegment<byte> body)
    {
        try
        {
            return body.Count > 0 && JsonText.Read(body, ApiError.ReadJson)?.Message == ExpiredMessage;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or OverflowException)
        {
            return false;
        }
    }
}
