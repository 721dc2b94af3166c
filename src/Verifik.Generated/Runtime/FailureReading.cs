using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>Reads an error response. If a gateway returned a page of its own, only the status is known.</summary>
internal static class FailureReading
{
    private const int TooManyRequests = 429;
    private const int Unavailable = 503;

    public static VerifikApiException Read(string operation, HttpRequestMessage request, HttpResponseMessage response, ArraySegment<byte> body, TimeProvider time)
    {
        var error = TryRead(body, static body => JsonText.Read(body, ApiError.ReadJson));
        var details = request.KeepsDetails((int)response.StatusCode) ? TryRead(body, static body => JsonText.ReadValue(body, static reader => reader.ReadAdditional())) : null;
        return VerifikApiException.Refused(operation, response, error, details, ReadRetryAfter(response, time));
    }

    private static T? TryRead<T>(ArraySegment<byte> body, Func<ArraySegment<byte>, T?> read)
        where T : class
    {
        try
        {
            return body.Count == 0 ? null : read(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // RFC 9110, section 10.2.3: seconds, or a date.
    private static TimeSpan? ReadRetryAfter(HttpResponseMessage response, TimeProvider time)
    {
        if ((int)response.StatusCode is not (TooManyRequests or Unavailable) || response.Headers.RetryAfter is not { } header)
        {
            return null;
        }

        var wait = header.Delta ?? (header.Date - time.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
